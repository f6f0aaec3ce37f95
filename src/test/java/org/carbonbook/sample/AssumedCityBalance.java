package org.carbonbook.sample;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;

/**
 * A balance of Xianning, for which none is published: Hubei's of 2007 times the city's share of
 * what drives each sector. Industry, construction, power and heat supply: value added of secondary
 * industry; agriculture: of primary industry; transport, trade and other: of tertiary industry;
 * households: population. The city is assumed to have no refinery, coking plant or gas works, so
 * fuels made and used there are left out, and what is not made in the city is moved in.
 */
final class AssumedCityBalance {
  /** Energy use of the city's high-energy industries in 2006 and 2010, 10^4 tce. */
  private static final double ENERGY_2006 = 233.1;

  private static final double ENERGY_2010 = 280;

  private static final List<String> COAL =
      List.of("raw_coal", "cleaned_coal", "other_washed_coal", "briquettes");
  private static final List<String> OIL =
      List.of("gasoline", "kerosene", "diesel_oil", "fuel_oil", "lpg");
  private static final List<String> OTHERS =
      List.of("coke", "natural_gas", "heat", "electricity", "other_energy");
  private static final List<String> FINAL =
      List.of("agriculture", "industry", "construction", "transport", "trade_catering", "other");
  private static final List<String> HOUSEHOLDS = List.of("residential_urban", "residential_rural");
  private static final List<String> PLANTS = List.of("thermal_power", "heat_supply");

  private final SampleBalance hubei;
  private final Map<String, Double> shares;
  private final SampleBalance city = new SampleBalance();

  private AssumedCityBalance(SampleBalance hubei, Map<String, Double> shares) {
    this.hubei = hubei;
    this.shares = shares;
  }

  static SampleBalance of(SampleBalance hubei2007, int year) {
    double growth = year == 2007 ? 1 : Math.pow(ENERGY_2010 / ENERGY_2006, (year - 2007) / 4.0);
    double population = year == 2007 ? 250.6 : 246.26;
    return new AssumedCityBalance(hubei2007, shares(growth, population)).build();
  }

  /** Xianning over Hubei, 2007: value added in 10^8 yuan, population in 10^4 persons. */
  private static Map<String, Double> shares(double growth, double population) {
    double primary = 68.36 / 1378.00 * growth;
    double secondary = 119.86 / 4143.06 * growth;
    double tertiary = 98.53 / 3812.34 * growth;
    double people = population / 5699;
    return Map.of(
        "agriculture", primary,
        "industry", secondary,
        "construction", secondary,
        "thermal_power", secondary,
        "heat_supply", secondary,
        "transport", tertiary,
        "trade_catering", tertiary,
        "other", tertiary,
        "residential_urban", people,
        "residential_rural", people);
  }

  private SampleBalance build() {
    for (List<String> fuels : List.of(COAL, OIL, OTHERS)) {
      fuels.forEach(this::fuel);
    }
    for (String sector :
        List.of(
            "supply_total",
            "moving_in",
            "moving_out",
            "transformation_total",
            "thermal_power",
            "heat_supply",
            "final_total",
            "agriculture",
            "industry",
            "construction",
            "transport",
            "trade_catering",
            "residential",
            "residential_urban",
            "residential_rural",
            "other",
            "consumption_total")) {
      COAL.forEach(fuel -> city.add(sector, "coal_total", city.orZero(sector, fuel)));
      OIL.forEach(fuel -> city.add(sector, "petroleum_total", city.orZero(sector, fuel)));
    }
    return city;
  }

  private void fuel(String fuel) {
    FINAL.forEach(sector -> scale(sector, fuel));
    HOUSEHOLDS.forEach(sector -> scale(sector, fuel));
    PLANTS.forEach(sector -> scale(sector, fuel));
    if (fuel.equals("heat")) {
      city.put("heat_supply", fuel, city.orZero("industry", fuel));
    }
    BigDecimal households = sum(HOUSEHOLDS, fuel);
    city.put("residential", fuel, households);
    BigDecimal consumed = sum(FINAL, fuel).add(households);
    city.put("final_total", fuel, consumed);
    BigDecimal transformed = sum(PLANTS, fuel);
    city.put("transformation_total", fuel, transformed);
    BigDecimal supply = consumed.subtract(transformed);
    city.put("supply_total", fuel, supply);
    city.put(supply.signum() < 0 ? "moving_out" : "moving_in", fuel, supply);
    BigDecimal inputs =
        PLANTS.stream()
            .map(p -> city.orZero(p, fuel).min(BigDecimal.ZERO))
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    city.put("consumption_total", fuel, consumed.subtract(inputs));
  }

  private void scale(String sector, String fuel) {
    BigDecimal share = BigDecimal.valueOf(shares.get(sector));
    city.put(
        sector, fuel, hubei.orZero(sector, fuel).multiply(share).setScale(2, RoundingMode.HALF_UP));
  }

  private BigDecimal sum(List<String> sectors, String fuel) {
    return sectors.stream()
        .map(sector -> city.orZero(sector, fuel))
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }
}
