package org.carbonbook.building;

import java.util.Iterator;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Row;
import org.carbonbook.lake.TableRows;

/** Adds meter-days, sorted by meter and day, up to months. */
final class MonthFold implements MapPartitionsFunction<Row, Row> {

  private static final long serialVersionUID = 1L;

  private final Broadcast<EnergyRules> rules;
  private final TableRows table = TableRows.of(BuildingTables.METER_MONTH);

  MonthFold(Broadcast<EnergyRules> rules) {
    this.rules = rules;
  }

  @Override
  public Iterator<Row> call(Iterator<Row> days) {
    EnergyRules all = rules.value();
    return new RowGroups<>(days, first -> new MonthSum(first, all, table));
  }
}
