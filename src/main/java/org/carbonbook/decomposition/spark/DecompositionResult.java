package org.carbonbook.decomposition.spark;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.log;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.util.SerializableConfiguration;
import org.carbonbook.catalyst.SessionSettings;
import org.carbonbook.decomposition.DecompositionOptions;
import org.carbonbook.decomposition.identity.Factor;
import org.carbonbook.decomposition.identity.Identity;
import org.carbonbook.decomposition.method.Form;
import org.carbonbook.decomposition.spark.columnar.ColumnFile;

/**
 * The result of a decomposition. Nothing is computed until a dataset of the result is used. Call
 * {@link #cached()} if several datasets are used.
 */
public final class DecompositionResult {

  private static final String FACTOR = "factor";

  private final Dataset<Row> wide;
  private final PackedGroups rows;
  private final ResultSchema schema;
  private final List<String> by;
  private final List<String> indices;
  private final Identity identity;
  private final List<DecompositionOptions> variants;

  DecompositionResult(
      Dataset<Row> wide,
      PackedGroups rows,
      ResultSchema schema,
      List<String> by,
      List<String> indices,
      Identity identity,
      List<DecompositionOptions> variants) {
    this.wide = wide;
    this.rows = rows;
    this.schema = schema;
    this.by = by;
    this.indices = indices;
    this.identity = identity;
    this.variants = variants;
  }

  /**
   * One row for each comparison, with the effects side by side as {@code effect_1}, {@code
   * effect_2}, … in the identity's order; comparisons that are not computed have a reason and no
   * effects.
   */
  public Dataset<Row> wide() {
    return wide;
  }

  /** The same result, cached for when several of its datasets are used. */
  public DecompositionResult cached() {
    return new DecompositionResult(wide.cache(), rows, schema, by, indices, identity, variants);
  }

  /** Releases the memory of {@link #cached()}. */
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
   * (of the change; in multiplicative form of its logarithm), for cells {@code factor_from} and
   * {@code factor_to} and {@code vanishing} (of a cell that appears or disappears, how many factors
   * are zero where it is not), with uncertainty {@code low}, {@code high} (95 %) and {@code
   * sign_probability}, then {@code residual}, {@code residual_relative}, {@code value_from}, {@code
   * value_to}.
   */
  public Dataset<Row> effects() {
    List<Column> columns = new ArrayList<>(keys());
    List<Column> factors = new ArrayList<>();
    for (int k = 1; k <= identity.factors().size(); k++) {
      factors.add(factor(k, identity.factors().get(k - 1)));
    }
    columns.add(explode(array(factors.toArray(Column[]::new))).as(FACTOR));
    for (String name :
        List.of(
            ResultSchema.RESIDUAL, ResultSchema.RESIDUAL_RELATIVE,
            ResultSchema.VALUE_FROM, ResultSchema.VALUE_TO)) {
      columns.add(col(name));
    }
    List<Column> shown = new ArrayList<>(keys());
    shown.add(col(FACTOR + ".*"));
    for (String name :
        List.of(
            ResultSchema.RESIDUAL, ResultSchema.RESIDUAL_RELATIVE,
            ResultSchema.VALUE_FROM, ResultSchema.VALUE_TO)) {
      shown.add(col(name));
    }
    return computed().select(columns.toArray(Column[]::new)).select(shown.toArray(Column[]::new));
  }

  /**
   * Writes {@link #wide()} as Parquet in one pass, column by column: the fastest way to write
   * results to files. The previous content of the folder is replaced.
   *
   * @return exact counts, and the first findings
   * @throws UncheckedIOException when the folder cannot be written
   */
  public WrittenResults writeWide(String folder) {
    return write(folder, List.of(), counts -> true);
  }

  /**
   * Writes the effects likewise: group and index columns, {@code year_from}, {@code year_to},
   * {@code factor}, {@code effect}, {@code residual}, with uncertainty {@code low}, {@code high}
   * and {@code sign_probability}.
   *
   * @param wanted decides by the counts whether the files are kept; where not, nothing changes
   */
  public WrittenResults writeEffects(String folder, Predicate<WrittenResults> wanted) {
    return write(folder, identity.factors().stream().map(Factor::name).toList(), wanted);
  }

  /**
   * Whether {@link #writeWide} and {@link #writeEffects} support this result: all group columns are
   * numbers or text.
   */
  public boolean isWritable() {
    return ColumnFile.takes(schema.type());
  }

  private WrittenResults write(
      String folder, List<String> factors, Predicate<WrittenResults> wanted) {
    if (!isWritable()) {
      throw new IllegalArgumentException("a group column is neither number nor text: " + by);
    }
    SerializableConfiguration configuration =
        new SerializableConfiguration(SessionSettings.hadoop(rows.spark()));
    try {
      return new ResultFiles(configuration, folder, schema, factors)
          .commit(files -> rows.written(variants, files), wanted);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + folder + ": " + e.getMessage(), e);
    }
  }

  private List<Column> keys() {
    List<Column> keys = new ArrayList<>();
    by.forEach(c -> keys.add(InputColumns.quoted(c)));
    if (variants.size() > 1) {
      ResultSchema.LABELS.forEach(c -> keys.add(col(c)));
    }
    indices.forEach(c -> keys.add(InputColumns.quoted(c)));
    keys.add(col(ResultSchema.YEAR_FROM));
    keys.add(col(ResultSchema.YEAR_TO));
    return keys;
  }

  private Column factor(int number, Factor factor) {
    Column effect = col("effect_" + number);
    List<Column> fields = new ArrayList<>();
    fields.add(lit(number).as("factor_order"));
    fields.add(lit(factor.name()).as(FACTOR));
    fields.add(effect.as("effect"));
    fields.add(share(effect).as("effect_share"));
    if (variants.get(0).grain() == DecompositionOptions.Grain.CELL) {
      fields.add(col(ResultSchema.FACTOR_FROM + number).as("factor_from"));
      fields.add(col(ResultSchema.FACTOR_TO + number).as("factor_to"));
      fields.add(vanishing().as("vanishing"));
    }
    if (variants.stream().anyMatch(DecompositionOptions::isUncertain)) {
      for (String range : List.of("low", "high", "sign_probability")) {
        fields.add(col(range + "_" + number).as(range));
      }
    }
    return struct(fields.toArray(Column[]::new));
  }

  /** How many factors are zero where the cell is zero on one side; empty where it is on neither. */
  private Column vanishing() {
    Column before = lit(0);
    Column after = lit(0);
    for (int k = 1; k <= identity.factors().size(); k++) {
      before = before.plus(col(ResultSchema.FACTOR_FROM + k).equalTo(0).cast("int"));
      after = after.plus(col(ResultSchema.FACTOR_TO + k).equalTo(0).cast("int"));
    }
    Column from = col(ResultSchema.VALUE_FROM);
    Column to = col(ResultSchema.VALUE_TO);
    return when(from.equalTo(0).and(to.notEqual(0)), before)
        .when(to.equalTo(0).and(from.notEqual(0)), after);
  }

  private Column share(Column effect) {
    Column from = col(ResultSchema.VALUE_FROM);
    Column to = col(ResultSchema.VALUE_TO);
    Column additive = when(to.notEqual(from), effect.divide(to.minus(from)));
    Column multiplicative =
        when(to.notEqual(from).and(from.notEqual(0)), log(effect).divide(log(to.divide(from))));
    if (variants.size() > 1) {
      return when(col("form").equalTo(Form.ADDITIVE.code()), additive).otherwise(multiplicative);
    }
    return isAdditive() ? additive : multiplicative;
  }

  /**
   * The comparisons that were not computed: keys, {@code reason_code}, {@code reason}, {@code
   * inputs}.
   */
  public Dataset<Row> notComputed() {
    List<Column> columns = new ArrayList<>(keys());
    columns.add(col(ResultSchema.REASON_CODE));
    columns.add(col(ResultSchema.REASON));
    columns.add(col(ResultSchema.INPUTS));
    return wide.filter(col(ResultSchema.REASON_CODE).isNotNull())
        .select(columns.toArray(Column[]::new));
  }

  /** Whether the effects of all variants add up; otherwise they multiply. */
  public boolean isAdditive() {
    return variants.stream().allMatch(v -> v.form() == Form.ADDITIVE);
  }

  /** The group columns. */
  public List<String> by() {
    return by;
  }

  /** The index columns of the result. */
  public List<String> indices() {
    return indices;
  }
}
