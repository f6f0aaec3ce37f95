package org.carbonbook.monitor;

import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot.GaugeDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** Gauges by name, each with one value for every set of labels. */
final class Gauges {

  private final Map<String, GaugeSnapshot.Builder> byName = new LinkedHashMap<>();

  /**
   * Adds one value.
   *
   * @param labels names and values in turn
   */
  Gauges add(String name, String help, double value, String... labels) {
    byName
        .computeIfAbsent(name, fresh -> GaugeSnapshot.builder().name(fresh).help(help))
        .dataPoint(GaugeDataPointSnapshot.builder().value(value).labels(Labels.of(labels)).build());
    return this;
  }

  /** Adds a count; counts beyond 2^53 lose their last digits. */
  Gauges add(String name, String help, long count, String... labels) {
    return add(name, help, (double) count, labels);
  }

  /** Adds an instant as seconds since the epoch. */
  Gauges add(String name, String help, Instant value, String... labels) {
    return add(name, help, value.toEpochMilli() / 1e3, labels);
  }

  MetricSnapshots snapshots() {
    MetricSnapshots.Builder all = MetricSnapshots.builder();
    byName.values().forEach(gauge -> all.metricSnapshot(gauge.build()));
    return all.build();
  }
}
