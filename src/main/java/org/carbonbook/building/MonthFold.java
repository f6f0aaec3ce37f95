package org.carbonbook.building;

import java.util.Iterator;
import java.util.NoSuchElementException;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Row;
import org.carbonbook.lake.TableRows;

/** Days, sorted by meter and day, to months. */
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
    return new Iterator<>() {
      private Row ahead = days.hasNext() ? days.next() : null;

      @Override
      public boolean hasNext() {
        return ahead != null;
      }

      @Override
      public Row next() {
        if (ahead == null) {
          throw new NoSuchElementException();
        }
        MonthSum sum = new MonthSum(ahead);
        while (ahead != null && sum.holds(ahead)) {
          sum.add(ahead, all);
          ahead = days.hasNext() ? days.next() : null;
        }
        return sum.row(all, table);
      }
    };
  }
}
