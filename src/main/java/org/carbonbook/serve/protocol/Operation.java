package org.carbonbook.serve.protocol;

import java.util.ArrayList;
import java.util.List;
import org.apache.hive.service.rpc.thrift.TOperationState;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructType;

/** A call that has a result: its state, and rows to fetch. */
interface Operation extends AutoCloseable {

  /** Where it is. */
  TOperationState state();

  /** Waits until it is over, at most so long. */
  void await(long millis);

  /** The sentence that says why it failed, or null. */
  String problem();

  /**
   * The columns of the rows.
   *
   * @throws org.carbonbook.serve.gate.Refused when it failed
   */
  StructType schema();

  /** The next rows, none at the end. */
  List<Row> next(int most);

  /** Begins with the first row again. */
  void rewind();

  /** Ends it if it still runs. */
  void cancel();

  @Override
  void close();

  /** Rows that are there already. */
  static Operation of(StructType schema, List<Row> rows) {
    return new Operation() {
      private int at;

      @Override
      public TOperationState state() {
        return TOperationState.FINISHED_STATE;
      }

      @Override
      public void await(long millis) {
        // It is over.
      }

      @Override
      public String problem() {
        return null;
      }

      @Override
      public StructType schema() {
        return schema;
      }

      @Override
      public List<Row> next(int most) {
        List<Row> next = new ArrayList<>(rows.subList(at, Math.min(rows.size(), at + most)));
        at += next.size();
        return next;
      }

      @Override
      public void rewind() {
        at = 0;
      }

      @Override
      public void cancel() {
        // It is over.
      }

      @Override
      public void close() {
        // Nothing is held.
      }
    };
  }
}
