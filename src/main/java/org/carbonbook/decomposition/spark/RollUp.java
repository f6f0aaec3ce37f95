package org.carbonbook.decomposition.spark;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.udaf;

import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoder;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Aggregator;
import org.apache.spark.sql.expressions.UserDefinedFunction;
import org.carbonbook.decomposition.method.ExactSum;

/**
 * Adds effects of groups up to coarser groups: cities to their province, sectors to the whole. Sums
 * are exact until they are rounded once, so they depend neither on partitions nor on order, and the
 * province is the correctly rounded sum of its cities' published effects.
 */
public final class RollUp {

  private RollUp() {}

  /**
   * Sums the numbers of a table of additive effects over everything but the kept columns.
   *
   * @param effects rows such as {@link DecompositionResult#effects()}
   * @param sums columns to be added, e.g. effect, residual, value_from and value_to
   * @param kept columns that make the coarser groups, with the years and the factor
   */
  public static Dataset<Row> of(Dataset<Row> effects, List<String> sums, String... kept) {
    UserDefinedFunction sum = exactSum();
    Column[] sumColumns =
        sums.stream().map(c -> sum.apply(InputColumns.quoted(c)).as(c)).toArray(Column[]::new);
    Column[] keys = Arrays.stream(kept).map(InputColumns::quoted).toArray(Column[]::new);
    return effects
        .groupBy(keys)
        .agg(sumColumns[0], Arrays.copyOfRange(sumColumns, 1, sumColumns.length))
        .select(
            java.util.stream.Stream.concat(Arrays.stream(keys), sums.stream().map(c -> col(c)))
                .toArray(Column[]::new));
  }

  /** The exact sum as an aggregate function on columns; nulls are left out. */
  public static UserDefinedFunction exactSum() {
    return udaf(new Sums(), Encoders.DOUBLE());
  }

  private static final class Sums extends Aggregator<Double, ExactSum, Double> {

    private static final long serialVersionUID = 1L;

    @Override
    public ExactSum zero() {
      return new ExactSum();
    }

    @Override
    public ExactSum reduce(ExactSum sum, Double value) {
      return value == null ? sum : sum.add(value);
    }

    @Override
    public ExactSum merge(ExactSum a, ExactSum b) {
      return a.add(b);
    }

    @Override
    public Double finish(ExactSum sum) {
      return sum.value();
    }

    @Override
    public Encoder<ExactSum> bufferEncoder() {
      return Encoders.javaSerialization(ExactSum.class);
    }

    @Override
    public Encoder<Double> outputEncoder() {
      return Encoders.DOUBLE();
    }
  }
}
