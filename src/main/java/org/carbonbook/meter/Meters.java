package org.carbonbook.meter;

import java.io.Serializable;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The meters that are known: by registry row, or by what a format says of all its meters. */
final class Meters implements Serializable {

  private final Map<String, Meter> registered;
  private final Map<String, Meter> byFormat;
  private final Map<String, String> buildingTemplates;

  Meters(
      Map<String, Meter> registered,
      Map<String, Meter> byFormat,
      Map<String, String> buildingTemplates) {
    this.registered = Map.copyOf(registered);
    this.byFormat = Map.copyOf(byFormat);
    this.buildingTemplates = Map.copyOf(buildingTemplates);
  }

  /** Meters of a registry and of formats that declare theirs. */
  static Meters of(
      Map<String, Meter> registered, FormatLibrary formats, MeterDefinitions definitions) {
    Map<String, Meter> byFormat = new HashMap<>();
    Map<String, String> templates = new HashMap<>();
    for (ReadingFormat format : formats.listFormats()) {
      if (format.isTimeSeries() && format.meter() != null) {
        byFormat.put(format.format(), definitions.meter(java.util.List.of(row(format))));
        if (format.meter().buildingId() != null) {
          templates.put(format.format(), format.meter().buildingId());
        }
      }
    }
    return new Meters(registered, byFormat, templates);
  }

  private static Map<String, String> row(ReadingFormat format) {
    ReadingFormat.MeterDefaults all = format.meter();
    Map<String, String> row = new LinkedHashMap<>();
    row.put("meter_id", all.meterId());
    row.put("building_id", all.buildingId());
    row.put("energy_kind", all.energyKind());
    row.put("reading", all.reading());
    row.put("unit", all.unit());
    row.put("multiplier", all.multiplier());
    row.put("register_digits", all.registerDigits());
    row.put("time_zone", all.timeZone());
    row.put("stamp", all.stamp() == null ? format.time().stamp() : all.stamp());
    row.put("interval_minutes", all.intervalMinutes());
    row.put("max_apportion_minutes", all.maxApportionMinutes());
    return row;
  }

  /** A meter by its id, or by the format that declares all its meters. */
  Optional<Meter> findMeter(String meterId, String format, String buildingId) {
    Meter known = registered.get(meterId);
    if (known != null) {
      return Optional.of(known);
    }
    Meter common = byFormat.get(format);
    return Optional.ofNullable(common).map(meter -> meter.named(meterId, buildingId));
  }

  /** The template of the building that a format's meters serve, if it says one. */
  String buildingTemplate(String format) {
    return buildingTemplates.get(format);
  }

  boolean declaresMeters(String format) {
    return byFormat.containsKey(format);
  }

  Map<String, Meter> registered() {
    return registered;
  }
}
