package org.carbonbook.factor.file;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** The unit of a standard-coal coefficient, and how it becomes tce per unit of activity. */
public enum CoefficientUnit {
  PER_KG("kgce/kg", "t", 0),
  PER_T("kgce/t", "t", -3),
  PER_M3("kgce/m3", "m3", -3),
  PER_KWH("kgce/kWh", "kWh", -3),
  PER_MJ("kgce/MJ", "GJ", 0),
  PER_KGCE("kgce/kgce", "tce", 0);

  private final String text;
  private final String activityUnit;
  private final int power;

  CoefficientUnit(String text, String activityUnit, int power) {
    this.text = text;
    this.activityUnit = activityUnit;
    this.power = power;
  }

  static Optional<CoefficientUnit> find(String text) {
    return Arrays.stream(values()).filter(u -> u.text.equals(text)).findFirst();
  }

  static String known() {
    return Arrays.stream(values()).map(u -> u.text).collect(Collectors.joining(", "));
  }

  public String activityUnit() {
    return activityUnit;
  }

  public BigDecimal tcePerUnit(BigDecimal coefficient) {
    return coefficient.scaleByPowerOfTen(power);
  }
}
