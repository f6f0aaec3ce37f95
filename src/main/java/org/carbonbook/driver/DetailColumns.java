package org.carbonbook.driver;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.udf;
import static org.apache.spark.sql.functions.when;

import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.api.java.UDF2;
import org.apache.spark.sql.expressions.UserDefinedFunction;
import org.apache.spark.sql.types.DataTypes;
import org.carbonbook.decomposition.identity.Factor;
import org.carbonbook.decomposition.identity.NamedIdentity;
import org.carbonbook.decomposition.identity.Term;
import org.carbonbook.decomposition.method.LogMean;

/**
 * What an effect of one cell is made of, beside it: the logarithmic mean, the logarithm of the
 * factor's ratio, and the ids of the terms that the factor is made of.
 */
final class DetailColumns {

  private static final UserDefinedFunction LOG_MEAN =
      udf((UDF2<Double, Double, Double>) LogMean::of, DataTypes.DoubleType);
  private static final UserDefinedFunction LN_RATIO =
      udf(
          (UDF2<Double, Double, Double>) (a, b) -> a.equals(b) ? 0.0 : LogMean.lnRatio(a, b),
          DataTypes.DoubleType);

  private final NamedIdentity identity;
  private final Terms terms;

  DetailColumns(NamedIdentity identity) {
    this.identity = identity;
    this.terms = new Terms(identity.name(), identity.identity());
  }

  Dataset<Row> of(Dataset<Row> cells) {
    Column both = col("value_from").notEqual(0).and(col("value_to").notEqual(0));
    Dataset<Row> result =
        cells
            .withColumn("log_mean", when(both, LOG_MEAN.apply(col("value_to"), col("value_from"))))
            .withColumn(
                "ln_ratio", when(both, LN_RATIO.apply(col("factor_to"), col("factor_from"))))
            .withColumn("value_from_id", valueId("year_from"))
            .withColumn("value_to_id", valueId("year_to"));
    for (String side : List.of("from", "to")) {
      result =
          result
              .withColumn("numerator_" + side + "_id", termId(1, "year_" + side))
              .withColumn("denominator_" + side + "_id", termId(-1, "year_" + side));
    }
    return result;
  }

  /** The id of the left side's variable, null when the left side is the product itself. */
  private Column valueId(String year) {
    return identity
        .identity()
        .findClosedBy()
        .map(term -> terms.id(term, year))
        .orElse(lit(null).cast("string"));
  }

  private Column termId(int exponent, String year) {
    Column id = lit(null).cast("string");
    for (Factor factor : identity.identity().factors()) {
      Term term = Terms.single(factor, exponent);
      if (term != null) {
        id = when(col("factor").equalTo(factor.name()), terms.id(term, year)).otherwise(id);
      }
    }
    return id;
  }
}
