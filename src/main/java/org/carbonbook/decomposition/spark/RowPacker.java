package org.carbonbook.decomposition.spark;

import java.io.Serializable;
import java.util.Arrays;
import java.util.Iterator;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.types.DataType;
import org.carbonbook.catalyst.RowReader;
import org.carbonbook.decomposition.panel.InputPlan;
import org.carbonbook.decomposition.panel.RowBatch;

/**
 * Packs neighbouring rows of one group into one row of group columns and a binary {@link RowBatch}.
 * Panels are usually sorted by group, so the number of rows that are shuffled and sorted is divided
 * by the number of years. Rows in any other order give the same result in more chunks.
 */
final class RowPacker implements FlatMapFunction<Iterator<RowReader>, Object[]>, Serializable {

  private static final long serialVersionUID = 1L;

  private final InputPlan input;
  private final DataType[] byTypes;
  private final DataType timeType;

  RowPacker(InputPlan input, DataType[] byTypes, DataType timeType) {
    this.input = input;
    this.byTypes = byTypes.clone();
    this.timeType = timeType;
  }

  @Override
  public Iterator<Object[]> call(Iterator<RowReader> rows) {
    RowBatches stretches = new RowBatches(rows, input, byTypes, timeType);
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return stretches.hasNext();
      }

      @Override
      public Object[] next() {
        GroupBatch stretch = stretches.next();
        Object[] packed = Arrays.copyOf(stretch.key(), byTypes.length + 1);
        packed[byTypes.length] = stretch.chunk().toBytes();
        return packed;
      }
    };
  }
}
