package org.carbonbook.serve.gate;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.Consumer;
import org.apache.spark.SparkContext;
import org.apache.spark.SparkEnv;
import org.apache.spark.TaskContext;
import org.apache.spark.TaskKilledException;
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
final class PartitionRows implements Iterator<InternalRow>, AutoCloseable {

  private static final int END = -1;

  private final SparkContext context;
  private final RDD<InternalRow> rows;
  private final int columns;
  private final Encode encode;
  private final Consumer<Runnable> around;
  private int partition;
  private DataInputStream taken;
  private UnsafeRow next;

  private PartitionRows(SparkPlan plan, long maxBytes, Consumer<Runnable> around) {
    this.context = plan.session().sparkContext();
    this.rows = plan.execute();
    this.columns = plan.output().size();
    this.around = around;
    // A file of a task is there for this process only when the task ran in it.
    this.encode = new Encode(maxBytes, context.isLocal());
  }

  /**
   * The rows of a plan.
   *
   * @param maxBytes that a partition may have before the query fails
   * @param around runs the work on a partition with the settings of its reader, which costs more
   *     than reading a row
   */
  static Iterator<InternalRow> of(SparkPlan plan, long maxBytes, Consumer<Runnable> around) {
    // What is there already needs no job.
    return plan instanceof LocalTableScanExec || plan instanceof CommandResultExec
        ? Arrays.asList(plan.executeCollect()).iterator()
        : new PartitionRows(plan, maxBytes, around);
  }

  @Override
  public void close() {
    try {
      if (taken != null) {
        taken.close();
        taken = null;
      }
    } catch (IOException e) {
      throw new UncheckedIOException("rows of a partition", e);
    }
    partition = rows.getNumPartitions();
  }

  @Override
  public boolean hasNext() {
    while (next == null && !readNext() && partition < rows.getNumPartitions()) {
      around.accept(this::compute);
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
        taken.close();
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
    EncodedRows[] computed = new EncodedRows[1];
    List<Object> one = List.of(partition++);
    context
        .dagScheduler()
        .runJob(
            rows,
            encode,
            JavaConverters.asScalaBuffer(one).toSeq(),
            context.getCallSite(),
            new AbstractFunction2<Object, EncodedRows, BoxedUnit>() {
              @Override
              public BoxedUnit apply(Object index, EncodedRows bytes) {
                computed[0] = bytes;
                return BoxedUnit.UNIT;
              }
            },
            context.getLocalProperties());
    try {
      taken = new DataInputStream(codec().compressedInputStream(computed[0].open()));
    } catch (IOException e) {
      throw new UncheckedIOException("rows of a partition", e);
    }
  }

  private static CompressionCodec codec() {
    return CompressionCodec$.MODULE$.createCodec(SparkEnv.get().conf());
  }

  /** What a task does: its rows as bytes, each with its length before it. */
  private static final class Encode
      extends AbstractFunction2<TaskContext, scala.collection.Iterator<InternalRow>, EncodedRows>
      implements Serializable {

    private static final long serialVersionUID = 1L;
    private final long maxBytes;
    private final boolean mayUseFile;

    private Encode(long maxBytes, boolean mayUseFile) {
      this.maxBytes = maxBytes;
      this.mayUseFile = mayUseFile;
    }

    @Override
    public EncodedRows apply(TaskContext task, scala.collection.Iterator<InternalRow> rows) {
      EncodedRows.Writer writer = new EncodedRows.Writer(mayUseFile);
      boolean whole = false;
      try {
        write(task, rows, writer);
        EncodedRows encoded = writer.encoded();
        whole = true;
        return encoded;
      } catch (IOException e) {
        throw new UncheckedIOException("rows of a partition", e);
      } finally {
        if (!whole) {
          writer.drop();
        }
      }
    }

    private void write(
        TaskContext task, scala.collection.Iterator<InternalRow> rows, OutputStream bytes)
        throws IOException {
      long size = 0;
      try (DataOutputStream out = new DataOutputStream(codec().compressedOutputStream(bytes))) {
        while (rows.hasNext()) {
          if (task.isInterrupted()) {
            throw new TaskKilledException("cancelled");
          }
          byte[] row = ((UnsafeRow) rows.next()).getBytes();
          size += row.length;
          if (size > maxBytes) {
            throw new Refused(
                "refused: the answer has more than %d MB; ask for fewer rows or columns"
                    .formatted(maxBytes >> 20));
          }
          out.writeInt(row.length);
          out.write(row);
        }
        out.writeInt(END);
      }
    }
  }
}
