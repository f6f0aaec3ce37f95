package org.carbonbook.decomposition.spark;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Links a series across a change of classification, with the break as a term of its own.
 *
 * <p>Rows before the break are coded in the old classification and brought into the new one by a
 * concordance (old code, new code, share). In the break year both classifications are there; the
 * ratio of the published new value to the converted old one is the break, and every value from then
 * on is published = linked x break. Between a year before and a year after, an identity with the
 * factors {@code linked} and {@code break} shows the reclassification in the break alone (splicing
 * by overlap, IPCC 2006 Guidelines, vol. 1, ch. 5.3.3.1).
 */
public final class ClassificationBreak {

  private final String code;
  private final String year;
  private final String value;
  private final long breakYear;
  private final List<String> keys;

  /**
   * Names the columns of both series.
   *
   * @param code column of the code that is reclassified
   * @param year column of the year, whole numbers
   * @param value column that is linked
   * @param breakYear the year that both classifications are there for
   * @param keys other columns of a row's key: region, fuel …
   */
  public ClassificationBreak(
      String code, String year, String value, long breakYear, List<String> keys) {
    this.code = code;
    this.year = year;
    this.value = value;
    this.breakYear = breakYear;
    this.keys = List.copyOf(keys);
  }

  /**
   * The linked series in new codes: keys, code, year, the value as published (converted before the
   * break), {@code <value>_linked} and {@code break}. Where a code has a value after the break but
   * none in the converted overlap, the break has no ratio and is empty; where the break ends a
   * code, the break is 0 and the linked value stays at the overlap's.
   *
   * @param old rows in old codes, up to and including the break year
   * @param current rows in new codes, from the break year on
   * @param concordance columns {@code old_code}, {@code new_code}, {@code share}
   * @throws IllegalArgumentException when shares of an old code do not add up to 1, or an old code
   *     has no successor
   */
  public Dataset<Row> linked(Dataset<Row> old, Dataset<Row> current, Dataset<Row> concordance) {
    requireShares(old, concordance);
    Dataset<Row> converted = converted(old, concordance);
    Dataset<Row> ratios = ratios(converted, current);
    Column isAfter = InputColumns.quoted(year).geq(breakYear);
    Column hasValue = InputColumns.quoted(value).notEqual(0);
    Dataset<Row> published =
        converted
            .filter(InputColumns.quoted(year).lt(breakYear))
            .unionByName(current.filter(isAfter).select(columns(value)));
    return published
        .join(ratios, scala.collection.JavaConverters.asScalaBuffer(keyed()).toSeq(), "left")
        .withColumn("break", when(isAfter, ratioOr(hasValue)).otherwise(lit(1.0)))
        .withColumn(
            value + "_linked",
            when(col("break").equalTo(0), col("converted"))
                .otherwise(InputColumns.quoted(value).divide(col("break"))))
        .drop("ratio", "converted");
  }

  /** A code that is zero after the break keeps its link only where the break itself ended it. */
  private static Column ratioOr(Column hasValue) {
    return when(hasValue.or(col("ratio").equalTo(0)), col("ratio")).otherwise(lit(1.0));
  }

  private Dataset<Row> converted(Dataset<Row> old, Dataset<Row> concordance) {
    List<Column> by = new ArrayList<>();
    keys.forEach(k -> by.add(InputColumns.quoted(k)));
    by.add(col("new_code").as(code));
    by.add(InputColumns.quoted(year));
    Column part = InputColumns.quoted(value).multiply(col("share"));
    return old.join(concordance, InputColumns.quoted(code).equalTo(col("old_code")))
        .groupBy(by.toArray(Column[]::new))
        .agg(RollUp.exactSum().apply(part).as(value))
        .select(columns(value));
  }

  private Dataset<Row> ratios(Dataset<Row> converted, Dataset<Row> current) {
    Column inBreakYear = InputColumns.quoted(year).equalTo(breakYear);
    Dataset<Row> before =
        converted.filter(inBreakYear).drop(year).withColumnRenamed(value, "converted");
    Dataset<Row> after = current.filter(inBreakYear).select(columns(value)).drop(year);
    Column ratio =
        when(
            col("converted").gt(0),
            coalesce(InputColumns.quoted(value), lit(0.0)).divide(col("converted")));
    return before
        .join(after, scala.collection.JavaConverters.asScalaBuffer(keyed()).toSeq(), "full")
        .withColumn("ratio", ratio)
        .drop(value);
  }

  private List<String> keyed() {
    List<String> keyed = new ArrayList<>(keys);
    keyed.add(code);
    return keyed;
  }

  private Column[] columns(String last) {
    List<Column> columns = new ArrayList<>();
    keyed().forEach(k -> columns.add(InputColumns.quoted(k)));
    columns.add(InputColumns.quoted(year));
    columns.add(InputColumns.quoted(last));
    return columns.toArray(Column[]::new);
  }

  private void requireShares(Dataset<Row> old, Dataset<Row> concordance) {
    List<Row> wrong =
        concordance
            .groupBy("old_code")
            .agg(RollUp.exactSum().apply(col("share")).as("sum"))
            .filter("abs(sum - 1) > 1e-9")
            .orderBy("old_code")
            .limit(1)
            .collectAsList();
    if (!wrong.isEmpty()) {
      throw new IllegalArgumentException(
          "concordance: the shares of "
              + wrong.get(0).get(0)
              + " add up to "
              + wrong.get(0).get(1)
              + ", not 1");
    }
    List<Row> orphans =
        old.join(concordance, InputColumns.quoted(code).equalTo(col("old_code")), "left_anti")
            .select(InputColumns.quoted(code))
            .distinct()
            .orderBy(InputColumns.quoted(code))
            .limit(1)
            .collectAsList();
    if (!orphans.isEmpty()) {
      throw new IllegalArgumentException(
          "concordance: old code " + orphans.get(0).get(0) + " has no new code");
    }
  }
}
