package org.carbonbook.meter.registry;

import java.io.Serializable;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.carbonbook.intake.FileFormat;
import org.carbonbook.intake.FormatLibrary;

/** Finds meters in the registry, or by the format that describes all meters of its files. */
public final class MeterLookup implements Serializable {

  private final Map<String, Meter> registered;
  private final Map<String, Meter> byFormat;
  private final Map<String, String> buildingTemplates;
  private final MeterUnits units;

  public MeterLookup(
      Map<String, Meter> registered,
      Map<String, Meter> byFormat,
      Map<String, String> buildingTemplates,
      MeterUnits units) {
    this.units = units;
    this.registered = Map.copyOf(registered);
    this.byFormat = Map.copyOf(byFormat);
    this.buildingTemplates = Map.copyOf(buildingTemplates);
  }

  /** Meters of a registry and of formats that declare theirs. */
  public static MeterLookup of(
      Map<String, Meter> registered, FormatLibrary formats, MeterRowParser definitions) {
    Map<String, Meter> byFormat = new HashMap<>();
    Map<String, String> templates = new HashMap<>();
    for (FileFormat format : formats.listFormats()) {
      if (MeterInputs.isLog(format) && format.meter() != null) {
        byFormat.put(format.format(), definitions.meter(java.util.List.of(row(format))));
        if (format.meter().get("building_id") != null) {
          templates.put(format.format(), format.meter().get("building_id"));
        }
      }
    }
    return new MeterLookup(registered, byFormat, templates, definitions.units());
  }

  private static Map<String, String> row(FileFormat format) {
    for (String name : format.meter().keySet()) {
      if (!MeterRowParser.COLUMNS.contains(name)) {
        throw new IllegalArgumentException(
            "conf/formats/%s.yaml: meter has no property %s; use some of %s"
                .formatted(format.format(), name, MeterRowParser.COLUMNS));
      }
    }
    Map<String, String> row = new LinkedHashMap<>(format.meter());
    row.putIfAbsent("stamp", format.time().stamp());
    return row;
  }

  /** A meter by its id, or by the format that declares all its meters. */
  public Optional<Meter> findMeter(String meterId, String format, String buildingId) {
    Meter known = registered.get(meterId);
    if (known != null) {
      return Optional.of(known);
    }
    Meter common = byFormat.get(format);
    return Optional.ofNullable(common).map(meter -> meter.named(meterId, buildingId));
  }

  /** The template of the building that a format's meters serve, if it states one. */
  public String buildingTemplate(String format) {
    return buildingTemplates.get(format);
  }

  /**
   * What a value of a meter in some unit is multiplied by to be in the unit that the meter is
   * registered in; empty when the unit does not fit, or when the versions of the meter have
   * several.
   */
  public OptionalDouble unitFactor(Meter meter, String unit) {
    String registeredUnit = meter.versions().get(0).printedUnit();
    boolean one = meter.versions().stream().allMatch(v -> v.printedUnit().equals(registeredUnit));
    return one ? units.ratio(meter.energyKind(), unit, registeredUnit) : OptionalDouble.empty();
  }

  public boolean declaresMeters(String format) {
    return byFormat.containsKey(format);
  }

  public Map<String, Meter> registered() {
    return registered;
  }
}
