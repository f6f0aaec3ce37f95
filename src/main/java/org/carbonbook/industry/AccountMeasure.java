package org.carbonbook.industry;

import java.util.List;
import java.util.Objects;

/** What is accounted of an industry, and of which total its share is taken. */
enum AccountMeasure {
  OUTPUT("output", null, "industry"),
  OUTPUT_CONSTANT("output_constant", null, null),
  VALUE_ADDED("value_added", null, null),
  VALUE_ADDED_CONSTANT("value_added_constant", null, null),
  ENERGY("energy_tce", "energy_total", "consumption_total"),
  ELECTRICITY("electricity_kwh", "electricity", null),
  CO2("co2_t", null, "");

  private static final String CURRENT = "current";
  private static final String CONSTANT = "constant_";

  private final String column;
  private final String item;

  /** The sector of the total; blank for the figure that has no sector; null for no share. */
  private final String total;

  AccountMeasure(String column, String item, String total) {
    this.column = column;
    this.item = item;
    this.total = total;
  }

  String column() {
    return column;
  }

  String seriesColumn() {
    return base() + "_series";
  }

  String totalColumn() {
    return base() + "_total_series";
  }

  String shareColumn() {
    return "share_of_" + base();
  }

  boolean hasShare() {
    return total != null;
  }

  /** What has no figure where a share has no total, for people. */
  String totalName() {
    return total.isEmpty() ? "total of the region" : total;
  }

  private String base() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }

  /** The indicators that hold any measure. */
  static List<String> listIndicators() {
    return List.of(
        "gross_output",
        "industrial_sales",
        "value_added",
        "energy_consumption",
        "energy_consumption_physical",
        "electricity_consumption",
        "emission_co2");
  }

  /** Whether a series of a sector holds this. */
  boolean isOf(AccountSeries series) {
    return switch (this) {
      case OUTPUT -> isOutput(series) && CURRENT.equals(series.basis());
      case OUTPUT_CONSTANT -> isOutput(series) && isConstant(series);
      case VALUE_ADDED -> isValueAdded(series) && CURRENT.equals(series.basis());
      case VALUE_ADDED_CONSTANT -> isValueAdded(series) && isConstant(series);
      case ENERGY -> series.indicator().equals("energy_consumption") && item.equals(series.item());
      case ELECTRICITY ->
          (series.indicator().equals("energy_consumption_physical") && item.equals(series.item()))
              || series.indicator().equals("electricity_consumption");
      case CO2 ->
          series.indicator().equals("emission_co2")
              && series.item() == null
              && "tCO2".equals(series.basis());
    };
  }

  private static boolean isOutput(AccountSeries series) {
    return (series.indicator().equals("gross_output")
            || series.indicator().equals("industrial_sales"))
        && series.item() == null;
  }

  private static boolean isValueAdded(AccountSeries series) {
    return series.indicator().equals("value_added") && series.item() == null;
  }

  private static boolean isConstant(AccountSeries series) {
    return series.basis() != null && series.basis().startsWith(CONSTANT);
  }

  /** Whether a series is at constant prices, of which there may be several. */
  boolean isAtConstantPrices() {
    return this == OUTPUT_CONSTANT || this == VALUE_ADDED_CONSTANT;
  }

  /** Whether a series has the indicator that the measure is named after, and not a substitute. */
  static boolean isProper(AccountSeries series) {
    return !series.indicator().equals("industrial_sales");
  }

  /** Whether a series is the total of which the share is taken. */
  boolean isTotal(AccountSeries series) {
    return hasShare()
        && isOf(series)
        && Objects.equals(total.isEmpty() ? null : total, series.sector());
  }
}
