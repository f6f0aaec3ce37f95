package org.carbonbook.factor.file;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A unit of net calorific value as publishers print it, and how it becomes TJ per unit of activity.
 * The step is a power of ten, so no digit changes.
 */
public enum EnergyUnit {
  KJ_PER_KG("kJ/kg", "t", -6),
  MJ_PER_KG("MJ/kg", "t", -3),
  GJ_PER_T("GJ/t", "t", -3),
  TJ_PER_GG("TJ/Gg", "t", -3),
  KJ_PER_M3("kJ/m3", "m3", -9),
  MJ_PER_M3("MJ/m3", "m3", -6),
  GJ_PER_10000_M3("GJ/1e4m3", "m3", -7),
  KJ_PER_KWH("kJ/kWh", "kWh", -9),
  KJ_PER_MJ("kJ/MJ", "GJ", -6);

  private final String text;
  private final String activityUnit;
  private final int power;

  EnergyUnit(String text, String activityUnit, int power) {
    this.text = text;
    this.activityUnit = activityUnit;
    this.power = power;
  }

  static Optional<EnergyUnit> find(String text) {
    return Arrays.stream(values()).filter(u -> u.text.equals(text)).findFirst();
  }

  static String known() {
    return Arrays.stream(values()).map(u -> u.text).collect(Collectors.joining(", "));
  }

  /** The unit an activity has that meets this: t, m3, kWh or GJ. */
  public String activityUnit() {
    return activityUnit;
  }

  public BigDecimal tjPerUnit(BigDecimal ncv) {
    return ncv.scaleByPowerOfTen(power);
  }
}
