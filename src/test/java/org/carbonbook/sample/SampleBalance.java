package org.carbonbook.sample;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** A balance: figures by sector and fuel; an absent one is a blank cell. */
final class SampleBalance {
  private final Map<String, Map<String, BigDecimal>> figures = new LinkedHashMap<>();

  static SampleBalance of(SheetFigures table) {
    SampleBalance balance = new SampleBalance();
    table
        .matrix()
        .forEach((sector, row) -> row.forEach((fuel, value) -> balance.put(sector, fuel, value)));
    return balance;
  }

  Optional<BigDecimal> find(String sector, String fuel) {
    return Optional.ofNullable(figures.getOrDefault(sector, Map.of()).get(fuel));
  }

  BigDecimal orZero(String sector, String fuel) {
    return find(sector, fuel).orElse(BigDecimal.ZERO);
  }

  /** Sets a figure; zero is a blank cell. */
  void put(String sector, String fuel, BigDecimal value) {
    if (value.signum() != 0) {
      figures.computeIfAbsent(sector, s -> new LinkedHashMap<>()).put(fuel, value);
    }
  }

  void add(String sector, String fuel, BigDecimal value) {
    put(sector, fuel, orZero(sector, fuel).add(value));
  }
}
