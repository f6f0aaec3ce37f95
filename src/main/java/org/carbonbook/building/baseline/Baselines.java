package org.carbonbook.building.baseline;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The models of one kind of energy at one building: of each year, and before each event. */
final class Baselines {

  private final BuildingDays days;
  private final Map<Integer, DayTypeModel> yearly = new TreeMap<>();

  Baselines(BuildingDays days) {
    this.days = days;
    for (int year : days.years()) {
      yearly.put(year, days.ofYear(year));
    }
  }

  List<Baseline> baselines(List<BaselineInputs.Event> events) {
    List<Baseline> all = new ArrayList<>();
    yearly.forEach((year, model) -> all.add(ofYear(year, model)));
    events.forEach(event -> all.add(before(event)));
    return all;
  }

  private Baseline ofYear(int year, DayTypeModel model) {
    List<DayUse> uses = days.daysOf(year);
    return new Baseline(
        String.valueOf(year),
        null,
        uses.size(),
        model,
        model == null ? Double.NaN : model.nmbe(uses),
        null,
        model == null ? List.of() : effects(year, model));
  }

  private Baseline before(BaselineInputs.Event event) {
    List<DayUse> uses = days.daysBefore(event.day());
    DayTypeModel model = days.before(event.day());
    return new Baseline(
        "before " + event.day(),
        event.event(),
        uses.size(),
        model,
        model == null ? Double.NaN : model.nmbe(uses),
        model == null ? null : days.savings(event.day(), model),
        List.of());
  }

  private List<Baseline.WeatherEffect> effects(int from, DayTypeModel model) {
    return yearly.keySet().stream()
        .filter(to -> to > from)
        .map(to -> new Baseline.WeatherEffect(to, days.weatherEffect(model, from, to)))
        .filter(effect -> !Double.isNaN(effect.kwh()))
        .toList();
  }

  List<BuildingDays.Anomaly> anomalies() {
    List<BuildingDays.Anomaly> all = new ArrayList<>();
    yearly.forEach(
        (year, model) -> {
          if (model != null) {
            all.addAll(days.anomalies(year, model));
          }
        });
    return all;
  }
}
