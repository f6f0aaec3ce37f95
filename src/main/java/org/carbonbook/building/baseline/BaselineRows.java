package org.carbonbook.building.baseline;

import java.sql.Date;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;

/** What follows of one kind of energy at one building, as one row of lists. */
final class BaselineRows {

  static final StructType SCHEMA =
      StructType.fromDDL(
          "building_id string, energy_kind string,"
              + " baselines array<struct<period:string,event:string,model:string,"
              + "base_kwh_day:double,heating_kwh_day_c:double,heating_point_c:double,"
              + "cooling_kwh_day_c:double,cooling_point_c:double,days:int,mean_kwh_day:double,"
              + "r2:double,adjusted_r2:double,cv_rmse:double,nmbe:double,after_days:int,"
              + "after_expected_kwh:double,after_actual_kwh:double,saving_kwh:double,"
              + "saving_uncertainty_kwh:double,"
              + "weather_effects:array<struct<year_to:int,effect_kwh:double>>>>,"
              + " anomalies array<struct<day:date,kwh:double,expected_kwh:double,score:double>>,"
              + " shapes array<struct<year:int,day_type:string,days:int,profile:array<double>>>");

  private final BuildingDays days;
  private final Map<Integer, ChangePointFit.Fitted> yearly;

  /** From a day to another, the last exclusive. */
  private record Span(LocalDate from, LocalDate to) {}

  BaselineRows(BuildingDays days) {
    this.days = days;
    this.yearly = days.yearly();
  }

  Row row(String buildingId, String kind, List<BaselineInputs.Event> events, DayShapes shapes) {
    return RowFactory.create(
        buildingId,
        kind,
        baselines(events).toArray(Row[]::new),
        anomalies().toArray(Row[]::new),
        shapes.rows().toArray(Row[]::new));
  }

  private List<Row> baselines(List<BaselineInputs.Event> events) {
    List<Row> rows = new ArrayList<>();
    yearly.forEach(
        (year, fitted) -> {
          LocalDate from = LocalDate.of(year, 1, 1);
          rows.add(
              row(
                  String.valueOf(year),
                  null,
                  fitted,
                  new Span(from, from.plusYears(1)),
                  null,
                  effects(year, fitted)));
        });
    for (BaselineInputs.Event event : events) {
      ChangePointFit.Fitted fitted = days.before(event.day());
      if (fitted != null) {
        rows.add(
            row(
                "before " + event.day(),
                event.event(),
                fitted,
                new Span(event.day().minusDays(365), event.day()),
                days.savings(event.day()),
                null));
      }
    }
    return rows;
  }

  private Row row(
      String period,
      String event,
      ChangePointFit.Fitted fitted,
      Span span,
      Savings savings,
      Row[] effects) {
    ChangePointModel model = fitted.model();
    return RowFactory.create(
        period,
        event,
        model.kind().code(),
        model.base(),
        model.heatingSlope(),
        orNull(model.heatingPoint()),
        model.coolingSlope(),
        orNull(model.coolingPoint()),
        fitted.days(),
        fitted.mean(),
        fitted.r2(),
        fitted.adjustedR2(),
        fitted.cvRmse(),
        BuildingDays.bias(days.between(span.from(), span.to()), fitted),
        savings == null ? null : savings.days(),
        savings == null ? null : savings.expected(),
        savings == null ? null : savings.actual(),
        savings == null ? null : savings.saving(),
        savings == null ? null : savings.uncertainty(),
        effects);
  }

  private static Double orNull(double value) {
    return Double.isNaN(value) ? null : Double.valueOf(value);
  }

  /** What later years' weather changes, by the model of a year. */
  private Row[] effects(int from, ChangePointFit.Fitted fitted) {
    double own = days.expectedOf(fitted, from);
    return yearly.keySet().stream()
        .filter(to -> to > from)
        .map(to -> RowFactory.create(to, days.expectedOf(fitted, to) - own))
        .toArray(Row[]::new);
  }

  private List<Row> anomalies() {
    List<Row> rows = new ArrayList<>();
    yearly.forEach(
        (year, fitted) ->
            days.anomalies(year, fitted)
                .forEach(
                    one ->
                        rows.add(
                            RowFactory.create(
                                Date.valueOf(one.day()), one.kwh(), one.expected(), one.score()))));
    return rows;
  }
}
