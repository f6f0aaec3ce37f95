package org.carbonbook.serve.gate;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.apache.spark.SparkContext;
import org.apache.spark.SparkEnv;
import org.apache.spark.TaskContext;
import org.apache.spark.io.CompressionCodec;
import org.apache.spark.io.CompressionCodec$;
import org.apache.spark.rdd.RDD;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.UnsafeRow;
import org.apache.spark.sql.execution.CommandResultExec;
import org.apache.spark.sql.execution.LocalTableScanExec;
import org.apache.spark.sql.execution.SparkPlan;
import scala.collection.JavaConverters;
import scala.runtime.AbstractFunction2;
import scala.runtime.BoxedUnit;

/**
 * The rows of a plan; each partition is computed when its first row is asked for. Spark's own way
 * reads the byte code of its largest classes for each job, which costs a small query more than the
 * query itself.
 */
final class PartitionRows implements Iterator<InternalRow> {

  private static final int END = -1;

  private final SparkContext context;
  private final RDD<InternalRow> rows;
  private final int columns;
  private int partition;
  private DataInputStream taken;
  private UnsafeRow next;

  private PartitionRows(SparkContext context, RDD<InternalRow> rows, int columns) {
    this.context = context;
    this.rows = rows;
    this.columns = columns;
  }

  static Iterator<InternalRow> of(SparkPlan plan) {
    // What is there already needs no job.
    return plan instanceof LocalTableScanExec || plan instanceof CommandResultExec
        ? Arrays.asList(plan.executeCollect()).iterator()
        : new PartitionRows(plan.session().sparkContext(), plan.execute(), plan.output().size());
  }

  @Override
  public boolean hasNext() {
    while (next == null && !readNext() && partition < rows.getNumPartitions()) {
      compute();
    }
    return next != null;
  }

  @Override
  public InternalRow next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    UnsafeRow row = next;
    next = null;
    return row;
  }

  private boolean readNext() {
    if (taken == null) {
      return false;
    }
    try {
      int size = taken.readInt();
      if (size == END) {
        taken = null;
        return false;
      }
      byte[] bytes = taken.readNBytes(size);
      next = new UnsafeRow(columns);
      next.pointTo(bytes, size);
      return true;
    } catch (IOException e) {
      throw new UncheckedIOException("rows of a partition", e);
    }
  }

  private void compute() {
    byte[][] computed = new byte[1][];
    List<Object> one = List.of(partition++);
    context
        .dagScheduler()
        .runJob(
            rows,
            new Encode(),
            JavaConverters.asScalaBuffer(one).toSeq(),
            context.getCallSite(),
            new AbstractFunction2<Object, byte[], BoxedUnit>() {
              @Override
              public BoxedUnit apply(Object index, byte[] bytes) {
                computed[0] = bytes;
                return BoxedUnit.UNIT;
              }
            },
            context.getLocalProperties());
    taken =
        new DataInputStream(codec().compressedInputStream(new ByteArrayInputStream(computed[0])));
  }

  private static CompressionCodec codec() {
    return CompressionCodec$.MODULE$.createCodec(SparkEnv.get().conf());
  }

  /** What a task does: its rows as bytes, each with its length before it. */
  private static final class Encode
      extends AbstractFunction2<TaskContext, scala.collection.Iterator<InternalRow>, byte[]>
      implements Serializable {

    private static final long serialVersionUID = 1L;

    @Override
    public byte[] apply(TaskContext task, scala.collection.Iterator<InternalRow> rows) {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      try (DataOutputStream out = new DataOutputStream(codec().compressedOutputStream(bytes))) {
        while (rows.hasNext()) {
          byte[] row = ((UnsafeRow) rows.next()).getBytes();
          out.writeInt(row.length);
          out.write(row);
        }
        out.writeInt(END);
      } catch (IOException e) {
        throw new UncheckedIOException("rows of a partition", e);
      }
      return bytes.toByteArray();
    }
  }
}
