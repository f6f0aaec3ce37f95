package org.carbonbook.decomposition.spark;

import java.util.Iterator;
import org.apache.spark.sql.types.DataType;
import org.carbonbook.catalyst.RowReader;
import org.carbonbook.decomposition.panel.PanelPlan;
import org.carbonbook.decomposition.panel.RowBatch;

/** The batches in rows as {@link RowPacker} makes them: group columns, then one binary value. */
final class GroupBatches implements Iterator<GroupBatch> {

  private final Iterator<RowReader> rows;
  private final DataType[] byTypes;
  private final PanelPlan plan;

  GroupBatches(Iterator<RowReader> rows, DataType[] byTypes, PanelPlan plan) {
    this.rows = rows;
    this.byTypes = byTypes.clone();
    this.plan = plan;
  }

  @Override
  public boolean hasNext() {
    return rows.hasNext();
  }

  @Override
  public GroupBatch next() {
    RowReader row = rows.next();
    return new GroupBatch(
        RowBatches.groupOf(row, byTypes), RowBatch.read(row.getBinary(byTypes.length), plan));
  }
}
