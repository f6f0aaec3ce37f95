package org.carbonbook.industry;

import java.util.Objects;

/** What is accounted of an industry, and of which total its share is taken. */
enum Measure {
  OUTPUT("output", null, "industry"),
  VALUE_ADDED("value_added", null, null),
  ENERGY("energy_tce", "energy_total", "consumption_total"),
  ELECTRICITY("electricity_kwh", "electricity", null),
  CO2("co2_t", null, "");

  private final String column;
  private final String item;

  /** The sector of the total; blank for the figure that has no sector; null for no share. */
  private final String total;

  Measure(String column, String item, String total) {
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

  private String base() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }

  /** Whether a series of a sector holds this. */
  boolean isOf(SeriesKey key) {
    return switch (this) {
      case OUTPUT ->
          (key.indicator().equals("gross_output") || key.indicator().equals("industrial_sales"))
              && key.item() == null;
      case VALUE_ADDED -> key.indicator().equals("value_added") && key.item() == null;
      case ENERGY -> key.indicator().equals("energy_consumption") && item.equals(key.item());
      case ELECTRICITY ->
          (key.indicator().equals("energy_consumption_physical") && item.equals(key.item()))
              || key.indicator().equals("electricity_consumption");
      case CO2 ->
          key.indicator().equals("emission_co2")
              && key.item() == null
              && "tCO2".equals(key.basis());
    };
  }

  /** Whether a series is what the measure is named for, and not what stands in for it. */
  boolean isProper(SeriesKey key) {
    return this != OUTPUT || key.indicator().equals("gross_output");
  }

  /** Whether a series is the total of which the share is taken. */
  boolean isTotal(SeriesKey key) {
    return hasShare() && isOf(key) && Objects.equals(total.isEmpty() ? null : total, key.sector());
  }
}
