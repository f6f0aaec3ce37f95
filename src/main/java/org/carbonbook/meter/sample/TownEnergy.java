package org.carbonbook.meter.sample;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** The meters of a made-up town with the readings that its weather and calendar lead to. */
final class TownEnergy {

  private static final int DAY_H = 24;
  private static final double NOISE_DAY = 0.02;
  private static final double NOISE_HOUR = 0.03;
  private static final double RETROFIT_SAVES = 0.2;
  private static final double NOON = 12.5;

  private final TownCalendar calendar;
  private final TownWeather weather;
  private final long seed;
  private final LocalDate from;
  private final LocalDate to;

  TownEnergy(TownCalendar calendar, TownWeather weather, long seed, LocalDate from, LocalDate to) {
    this.calendar = calendar;
    this.weather = weather;
    this.seed = seed;
    this.from = from;
    this.to = to;
  }

  /** The hours of a building's electricity: without and with what the weather causes. */
  private static final class Use {
    final double[] plain;
    final double[] climate;

    Use(int hours) {
      this.plain = new double[hours];
      this.climate = new double[hours];
    }

    double total(int hour) {
      return plain[hour] + climate[hour];
    }
  }

  /** The meters of a building. */
  List<TownMeter> meters(TownBuilding building) {
    Random random = new Random(seed * 1_000_003L + building.number());
    Use use = use(building, random);
    List<TownMeter> meters = new ArrayList<>();
    String main = "XN-E-%02d".formatted(building.number());
    switch (building.number()) {
      case SampleTown.PANELS -> addPanels(meters, building, use, random);
      case SampleTown.TWO_MAINS -> addTwoMains(meters, building, use);
      default -> meters.add(power(TownMeter.power(main, building), hour -> use.total(hour)));
    }
    switch (building.number()) {
      case SampleTown.GOVERNMENT -> {
        meters.add(behind(main + "-AC", building, main, use, 1, 0.1));
        meters.add(gas(building, 0.0002, 0.0022, "heating", random));
      }
      case SampleTown.SCHOOL -> meters.get(0).toRegister(40, LocalDateTime.of(2022, 9, 1, 10, 0));
      case SampleTown.DATA_CENTRE ->
          meters.add(
              power(
                  TownMeter.behind(main + "-DC", building, main, "data_centre"),
                  hour -> building.areaM2() / 1000.0 * 1.4));
      case SampleTown.DEFECTS -> {
        meters.add(behind(main + "-AC", building, main, use, 1, 0.1));
        meters.add(behind(main + "-LT", building, main, use, 0, 0.8));
        TownDefects.spoil(meters.get(0), meters.get(2));
      }
      default -> addFuels(meters, building, random);
    }
    return meters;
  }

  private void addFuels(List<TownMeter> meters, TownBuilding building, Random random) {
    switch (building.use()) {
      case HOTEL -> meters.add(gas(building, 0.012, 0.0015, "", random));
      case HOSPITAL -> {
        meters.add(gas(building, 0.008, 0, "", random));
        meters.add(
            daily(
                TownMeter.daily("XN-H-12", building, "heat", "GJ", "heating"),
                celsius -> building.areaM2() * 0.00011 * Math.max(0, 13 - celsius),
                random));
      }
      default -> {}
    }
  }

  private Use use(TownBuilding building, Random random) {
    int hours = Math.toIntExact(to.toEpochDay() - from.toEpochDay()) * DAY_H;
    Use use = new Use(hours);
    int at = 0;
    for (LocalDate day = from; day.isBefore(to); day = day.plusDays(1)) {
      boolean open = calendar.isOpen(building.use(), day);
      boolean saves =
          building.number() == SampleTown.RETROFIT && !day.isBefore(SampleTown.RETROFIT_DAY);
      double whole = (1 + NOISE_DAY * random.nextGaussian()) * (saves ? 1 - RETROFIT_SAVES : 1);
      for (int hour = 0; hour < DAY_H; hour++) {
        double noise = whole * (1 + NOISE_HOUR * random.nextGaussian());
        use.plain[at] = building.plainKw(open, hour) * noise;
        use.climate[at] = building.climateKw(open, hour, weather.celsius(day, hour)) * noise;
        at++;
      }
    }
    return use;
  }

  /** What an hour of the whole span holds. */
  private interface HourOfSpan {
    double kwh(int hour);
  }

  private TownMeter power(TownMeter meter, HourOfSpan each) {
    LocalDateTime start = from.atStartOfDay();
    int hours = Math.toIntExact(to.toEpochDay() - from.toEpochDay()) * DAY_H;
    for (int hour = 0; hour < hours; hour++) {
      meter.add(start.plusHours(hour), each.kwh(hour));
    }
    return meter;
  }

  /** A meter behind the main one: what the weather causes, and a share of the rest. */
  private TownMeter behind(
      String id, TownBuilding building, String main, Use use, double climate, double plain) {
    return power(
        TownMeter.behind(id, building, main, ""),
        hour -> climate * use.climate[hour] + plain * use.plain[hour]);
  }

  /** Two mains with peaks at different hours, and a meter behind each. */
  private void addTwoMains(List<TownMeter> meters, TownBuilding building, Use use) {
    for (String side : new String[] {"A", "B"}) {
      String id = "XN-E-%02d%s".formatted(building.number(), side);
      meters.add(
          power(
              TownMeter.power(id, building),
              hour -> use.total(hour) * (side.equals("A") ? morning(hour) : 1 - morning(hour))));
    }
    meters.add(behind("XN-E-10A-LT", building, "XN-E-10A", use, 0, 0.25));
  }

  private static double morning(int hour) {
    return 0.55 + 0.1 * StrictMath.cos(2 * Math.PI * (hour % DAY_H - 11) / 24.0);
  }

  /** Panels lower what the main meter of a building shows. */
  private void addPanels(List<TownMeter> meters, TownBuilding building, Use use, Random random) {
    double[] sun = new double[use.plain.length];
    for (int hour = 0; hour < sun.length; hour++) {
      LocalDate day = from.plusDays(hour / DAY_H);
      double season = 1 - 0.35 * StrictMath.cos(2 * Math.PI * (day.getDayOfYear() + 10) / 365.0);
      double height = StrictMath.cos(Math.PI * (hour % DAY_H + 0.5 - NOON) / (10 + 2 * season));
      double clear = 0.35 + 0.6 * random.nextDouble();
      boolean up = Math.abs(hour % DAY_H + 0.5 - NOON) < 5 + season;
      sun[hour] = up ? Math.min(use.total(hour) * 0.7, 90 * season * height * clear) : 0;
    }
    meters.add(power(TownMeter.power("XN-E-04", building), hour -> use.total(hour) - sun[hour]));
    meters.add(power(TownMeter.panels("XN-PV-04", building), hour -> sun[hour]));
  }

  /** What a day holds at its mean temperature. */
  private interface DayOfSpan {
    double amount(double celsius);
  }

  private TownMeter gas(
      TownBuilding building, double everyDay, double perDegree, String endUse, Random random) {
    return daily(
        TownMeter.daily("XN-G-%02d".formatted(building.number()), building, "gas", "m3", endUse),
        celsius -> building.areaM2() * (everyDay + perDegree * Math.max(0, 13 - celsius)),
        random);
  }

  private TownMeter daily(TownMeter meter, DayOfSpan each, Random random) {
    for (LocalDate day = from; day.isBefore(to); day = day.plusDays(1)) {
      double mean = (weather.celsius(day, 3) + weather.celsius(day, 15)) / 2;
      meter.add(day.atStartOfDay(), each.amount(mean) * (1 + NOISE_HOUR * random.nextGaussian()));
    }
    return meter;
  }
}
