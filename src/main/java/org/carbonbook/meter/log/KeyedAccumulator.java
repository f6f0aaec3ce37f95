package org.carbonbook.meter.log;

import java.util.HashMap;
import java.util.Map;
import org.apache.spark.util.AccumulatorV2;

/**
 * Reports of tasks by a key. A task that runs twice reports under the same key, so that nothing is
 * counted twice.
 */
public final class KeyedAccumulator<V> extends AccumulatorV2<Map<String, V>, Map<String, V>> {

  private final Map<String, V> reports = new HashMap<>();

  @Override
  public synchronized boolean isZero() {
    return reports.isEmpty();
  }

  @Override
  public synchronized AccumulatorV2<Map<String, V>, Map<String, V>> copy() {
    KeyedAccumulator<V> copy = new KeyedAccumulator<>();
    copy.reports.putAll(reports);
    return copy;
  }

  @Override
  public synchronized void reset() {
    reports.clear();
  }

  @Override
  public synchronized void add(Map<String, V> report) {
    reports.putAll(report);
  }

  @Override
  public void merge(AccumulatorV2<Map<String, V>, Map<String, V>> other) {
    add(other.value());
  }

  @Override
  public synchronized Map<String, V> value() {
    return new HashMap<>(reports);
  }
}
