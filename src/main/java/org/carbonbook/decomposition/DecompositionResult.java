package org.carbonbook.decomposition;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.log;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.carbonbook.decomposition.identity.Factor;
import org.carbonbook.decomposition.identity.Identity;
import org.carbonbook.decomposition.method.Form;

/**
 * What a decomposition gave. Nothing is computed before a dataset of it is used; cache {@link
 * #wide()} where several are.
 */
public final class DecompositionResult {

  private final Dataset<Row> wide;
  private final List<String> by;
  private final List<String> indices;
  private final Identity identity;
  private final Settings settings;

  DecompositionResult(
      Dataset<Row> wide,
      List<String> by,
      List<String> indices,
      Identity identity,
      Settings settings) {
    this.wide = wide;
    this.by = by;
    this.indices = indices;
    this.identity = identity;
    this.settings = settings;
  }

  /**
   * One row for each comparison, with the effects side by side as {@code effect_1}, {@code
   * effect_2}, … in the identity's order; comparisons that were set aside have a reason and no
   * effects.
   */
  public Dataset<Row> wide() {
    return wide;
  }

  /** The same result kept in memory, for when several of its datasets are used. */
  public DecompositionResult cached() {
    return new DecompositionResult(wide.cache(), by, indices, identity, settings);
  }

  /** Gives back the memory of {@link #cached()}. */
  public void release() {
    wide.unpersist(false);
  }

  /** The comparisons that were computed, side by side. */
  public Dataset<Row> computed() {
    return wide.filter(col(ResultSchema.REASON_CODE).isNull());
  }

  /**
   * One row for each comparison and factor: group and index columns, {@code year_from}, {@code
   * year_to}, {@code factor_order} (from 1), {@code factor}, {@code effect}, {@code effect_share}
   * (of the change; in multiplicative form of its logarithm), with uncertainty {@code low}, {@code
   * high} (95 %) and {@code sign_probability}, then {@code residual}, {@code residual_relative},
   * {@code value_from}, {@code value_to}.
   */
  public Dataset<Row> effects() {
    List<Column> columns = new ArrayList<>(keys());
    List<Column> factors = new ArrayList<>();
    for (int k = 1; k <= identity.factors().size(); k++) {
      factors.add(factor(k, identity.factors().get(k - 1)));
    }
    columns.add(explode(array(factors.toArray(Column[]::new))).as("f"));
    for (String name :
        List.of(
            ResultSchema.RESIDUAL, ResultSchema.RESIDUAL_RELATIVE,
            ResultSchema.VALUE_FROM, ResultSchema.VALUE_TO)) {
      columns.add(col(name));
    }
    List<Column> shown = new ArrayList<>(keys());
    shown.add(col("f.*"));
    for (String name :
        List.of(
            ResultSchema.RESIDUAL, ResultSchema.RESIDUAL_RELATIVE,
            ResultSchema.VALUE_FROM, ResultSchema.VALUE_TO)) {
      shown.add(col(name));
    }
    return computed().select(columns.toArray(Column[]::new)).select(shown.toArray(Column[]::new));
  }

  private List<Column> keys() {
    List<Column> keys = new ArrayList<>();
    by.forEach(c -> keys.add(InputColumns.quoted(c)));
    indices.forEach(c -> keys.add(InputColumns.quoted(c)));
    keys.add(col(ResultSchema.YEAR_FROM));
    keys.add(col(ResultSchema.YEAR_TO));
    return keys;
  }

  private Column factor(int number, Factor factor) {
    Column effect = col("effect_" + number);
    List<Column> fields = new ArrayList<>();
    fields.add(lit(number).as("factor_order"));
    fields.add(lit(factor.name()).as("factor"));
    fields.add(effect.as("effect"));
    fields.add(share(effect).as("effect_share"));
    if (settings.isUncertain()) {
      for (String range : List.of("low", "high", "sign_probability")) {
        fields.add(col(range + "_" + number).as(range));
      }
    }
    return struct(fields.toArray(Column[]::new));
  }

  private Column share(Column effect) {
    Column from = col(ResultSchema.VALUE_FROM);
    Column to = col(ResultSchema.VALUE_TO);
    return settings.form() == Form.ADDITIVE
        ? when(to.notEqual(from), effect.divide(to.minus(from)))
        : when(to.notEqual(from).and(from.notEqual(0)), log(effect).divide(log(to.divide(from))));
  }

  /**
   * The comparisons without a result: keys, {@code reason_code}, {@code reason}, {@code inputs}.
   */
  public Dataset<Row> setAside() {
    List<Column> columns = new ArrayList<>(keys());
    columns.add(col(ResultSchema.REASON_CODE));
    columns.add(col(ResultSchema.REASON));
    columns.add(col(ResultSchema.INPUTS));
    return wide.filter(col(ResultSchema.REASON_CODE).isNotNull())
        .select(columns.toArray(Column[]::new));
  }

  /** What is to be said about comparisons that were computed, e.g. that years are absent. */
  public Dataset<Row> notes() {
    List<Column> columns = new ArrayList<>(keys());
    columns.add(coalesce(col(ResultSchema.NOTE), lit("")).as(ResultSchema.NOTE));
    return computed()
        .filter(col(ResultSchema.NOTE).isNotNull())
        .select(columns.toArray(Column[]::new));
  }

  /** Whether effects add up; otherwise they multiply. */
  public boolean isAdditive() {
    return settings.form() == Form.ADDITIVE;
  }

  /** The group columns. */
  public List<String> by() {
    return by;
  }

  /** The index columns that rows are kept apart by. */
  public List<String> indices() {
    return indices;
  }
}
