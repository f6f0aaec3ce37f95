package org.carbonbook.factor.file;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** The unit a publisher printed a CO2 factor in, and how it becomes t CO2 per unit of activity. */
enum PrintedUnit {
  T_PER_T("tCO2/t", "t", 0),
  KG_PER_KG("kgCO2/kg", "t", 0),
  T_PER_M3("tCO2/m3", "m3", 0),
  KG_PER_M3("kgCO2/m3", "m3", -3),
  T_PER_10000_M3("tCO2/1e4m3", "m3", -4),
  /** Per energy: compared before the net calorific value comes in. */
  KG_PER_TJ("kgCO2/TJ", "TJ", -3);

  private final String text;
  private final String activityUnit;
  private final int power;

  PrintedUnit(String text, String activityUnit, int power) {
    this.text = text;
    this.activityUnit = activityUnit;
    this.power = power;
  }

  static Optional<PrintedUnit> find(String text) {
    return Arrays.stream(values()).filter(u -> u.text.equals(text)).findFirst();
  }

  static String known() {
    return Arrays.stream(values()).map(u -> u.text).collect(Collectors.joining(", "));
  }

  String activityUnit() {
    return activityUnit;
  }

  BigDecimal tonnes(BigDecimal printed) {
    return printed.scaleByPowerOfTen(power);
  }
}
