package org.carbonbook.building.baseline;

import java.io.Serializable;
import java.util.List;
import org.apache.spark.sql.Row;
import org.carbonbook.building.BuildingRules;
import org.carbonbook.lake.TableRows;

/** The rows of the tables of baselines that follow from findings. */
final class BaselineTables implements Serializable {

  static final String BASELINE = "core.energy_baseline";
  static final String ANOMALY = "core.energy_anomaly";
  static final String SHAPE = "core.load_shape";
  static final String LOAD = "core.building_load";

  private static final long serialVersionUID = 1L;

  private final BuildingRules rules;
  private final TableRows baselines = TableRows.of(BASELINE);
  private final TableRows effects = baselines.structOf("weather_effects");
  private final TableRows anomalies = TableRows.of(ANOMALY);
  private final TableRows shapes = TableRows.of(SHAPE);
  private final TableRows loads = TableRows.of(LOAD);

  BaselineTables(BuildingRules rules) {
    this.rules = rules;
  }

  List<Row> baselines(BuildingFindings found) {
    return found.baselines().stream().map(one -> baseline(found, one)).toList();
  }

  private Row baseline(BuildingFindings found, Baseline one) {
    TableRows.RowBuilder row =
        baselines
            .row()
            .set("building_id", found.buildingId())
            .set("energy_kind", found.energyKind())
            .set("period", one.period())
            .set("event", one.event())
            .set("days", one.days())
            .set("status", one.status(rules))
            .set("saving_status", one.savingStatus(rules))
            .set(
                "weather_effects",
                one.weatherEffects().stream()
                    .map(e -> effects.row().set("year_to", e.yearTo()).set("effect_kwh", e.kwh()))
                    .map(TableRows.RowBuilder::build)
                    .toList());
    putModel(row, one);
    putSavings(row, one);
    return row.build();
  }

  private static void putModel(TableRows.RowBuilder row, Baseline one) {
    DayTypeModel model = one.model();
    boolean any = model != null;
    row.set("day_types", any ? Integer.valueOf(model.hasDayTypes() ? 2 : 1) : null)
        .set("mean_kwh_day", any ? model.mean() : null)
        .set("r2", any ? model.r2() : null)
        .set("adjusted_r2", any ? model.adjustedR2() : null)
        .set("cv_rmse", any ? model.cvRmse() : null)
        .set("nmbe", any ? one.nmbe() : null);
    putPart(row, "", any ? model.ofDays() : null);
    putPart(row, "rest_", any ? model.ofRest() : null);
  }

  private static void putPart(
      TableRows.RowBuilder row, String prefix, ChangePointFit.Fitted fitted) {
    if (fitted == null) {
      row.setNull(
          prefix + "model",
          prefix + "base_kwh_day",
          prefix + "heating_kwh_day_c",
          prefix + "heating_point_c",
          prefix + "cooling_kwh_day_c",
          prefix + "cooling_point_c");
      return;
    }
    ChangePointModel model = fitted.model();
    row.set(prefix + "model", model.kind().code())
        .set(prefix + "base_kwh_day", model.base())
        .set(prefix + "heating_kwh_day_c", model.heatingSlope())
        .set(prefix + "heating_point_c", orNull(model.heatingPoint()))
        .set(prefix + "cooling_kwh_day_c", model.coolingSlope())
        .set(prefix + "cooling_point_c", orNull(model.coolingPoint()));
  }

  private void putSavings(TableRows.RowBuilder row, Baseline one) {
    Savings savings = one.savings();
    boolean any = savings != null;
    boolean published = any && one.hasSaving(rules);
    row.set("after_days", any ? savings.days() : null)
        .set("after_expected_kwh", published ? savings.expected() : null)
        .set("after_actual_kwh", any ? savings.actual() : null)
        .set("saving_kwh", published ? savings.saving() : null)
        .set("saving_uncertainty_kwh", published ? savings.uncertainty() : null);
  }

  private static Double orNull(double value) {
    return Double.isNaN(value) ? null : Double.valueOf(value);
  }

  List<Row> anomalies(BuildingFindings found) {
    return found.anomalies().stream()
        .map(
            one ->
                anomalies
                    .row()
                    .set("building_id", found.buildingId())
                    .set("energy_kind", found.energyKind())
                    .set("day", one.day())
                    .set("kwh", one.kwh())
                    .set("expected_kwh", one.expected())
                    .set("score", one.score())
                    .build())
        .toList();
  }

  List<Row> loads(BuildingFindings found) {
    return found.loads().stream()
        .map(
            one ->
                loads
                    .row()
                    .set("building_id", found.buildingId())
                    .set("energy_kind", found.energyKind())
                    .set("year", one.year())
                    .set("days", one.days())
                    .set("hours", one.hours())
                    .set("kwh", one.kwh())
                    .set("peak_kw", one.peakKw())
                    .set("peak_at", one.peakAt().toString().replace('T', ' '))
                    .set("base_kw", one.baseKw())
                    .set("out_of_hours_kwh", one.outOfHoursKwh())
                    .build())
        .toList();
  }

  /** The shapes of a building before they are clustered. */
  List<Row> shapes(BuildingFindings found) {
    return found.shapes().stream()
        .map(
            one ->
                shapes
                    .row()
                    .set("building_id", found.buildingId())
                    .set("energy_kind", found.energyKind())
                    .set("year", one.year())
                    .set("day_type", one.dayType())
                    .set("days", one.days())
                    .set("profile", one.profile())
                    .setNull("cluster", "clusters", "silhouette")
                    .build())
        .toList();
  }
}
