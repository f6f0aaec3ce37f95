package org.carbonbook.transport;

import java.util.HashMap;
import java.util.Map;
import org.carbonbook.conf.ConfRow;
import org.carbonbook.conf.ConfTable;

/** The limits by which rows of logs are judged: {@code conf/transport/rules.csv}. */
record LedgerRules(double replacedCost, double tankTolerance, double maxChargeKw) {

  static final String FILE = "transport/rules.csv";

  static LedgerRules of(ConfTable table) {
    Map<String, Double> values = new HashMap<>();
    for (ConfRow row : table.rows()) {
      values.put(row.filled("rule"), row.decimal("value").doubleValue());
    }
    return new LedgerRules(
        value(table, values, "replaced_cost"),
        value(table, values, "tank_tolerance"),
        value(table, values, "max_charge_kw"));
  }

  private static double value(ConfTable table, Map<String, Double> values, String rule) {
    Double value = values.get(rule);
    if (value == null) {
      throw new IllegalArgumentException("%s: no rule %s".formatted(table.file(), rule));
    }
    return value;
  }
}
