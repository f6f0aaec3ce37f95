package org.carbonbook.building;

import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Row;
import org.carbonbook.conf.ConfRow;
import org.carbonbook.conf.ConfTable;
import org.carbonbook.lake.TableRows;
import org.carbonbook.step.Configuration;

/** The conditions for publishing a figure about a building: one number for each rule. */
public final class BuildingRules implements Serializable {

  /** The configuration of the rules. */
  public static final String FILE = "building/rules.csv";

  private static final long serialVersionUID = 1L;

  private final Map<String, Double> values = new TreeMap<>();

  /** Reads the rules as they are configured. */
  public static BuildingRules read(Configuration configuration) {
    BuildingRules rules = new BuildingRules();
    for (ConfRow row : table(configuration).rows()) {
      rules.values.put(row.filled("rule"), row.decimal("value").doubleValue());
    }
    return rules;
  }

  private static ConfTable table(Configuration configuration) {
    return ConfTable.read(configuration.resolve(FILE));
  }

  /** The rows of {@code core.building_rule}, which marts read. */
  static List<Row> rows(Configuration configuration) {
    TableRows table = TableRows.of(BuildingTables.RULE);
    return table(configuration).rows().stream()
        .map(
            row ->
                table
                    .row()
                    .set("rule", row.filled("rule"))
                    .set("value", row.decimal("value").doubleValue())
                    .set("unit", row.filled("unit"))
                    .set("zh", row.filled("zh"))
                    .set("en", row.filled("en"))
                    .set("source", row.filled("source"))
                    .build())
        .toList();
  }

  /**
   * The number of a rule.
   *
   * @throws IllegalArgumentException when the configuration lacks it
   */
  public double get(String rule) {
    Double value = values.get(rule);
    if (value == null) {
      throw new IllegalArgumentException(
          "conf/%s has no rule %s; its rules are %s".formatted(FILE, rule, values.keySet()));
    }
    return value;
  }

  /** The number of a rule that counts something. */
  public int count(String rule) {
    return (int) Math.round(get(rule));
  }
}
