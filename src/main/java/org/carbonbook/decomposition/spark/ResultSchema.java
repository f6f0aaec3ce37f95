package org.carbonbook.decomposition.spark;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.LongType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.carbonbook.catalyst.TextKey;
import org.carbonbook.decomposition.DecompositionOptions;
import org.carbonbook.decomposition.PairResult;
import org.carbonbook.decomposition.panel.TimeOrder;

/**
 * The wide form of results, one row for each comparison: group columns, index columns, year_from,
 * year_to, value_from, value_to, effect_1 …, then low_i, high_i and sign_probability_i with
 * uncertainty, residual, residual_relative, note, reason_code, reason, inputs. A result of several
 * variants has method, form and pairs after the group columns; one of cells has factor_from_i and
 * factor_to_i before the residual.
 */
final class ResultSchema implements Serializable {

  private static final long serialVersionUID = 1L;

  static final String YEAR_FROM = "year_from";
  static final String YEAR_TO = "year_to";
  static final String VALUE_FROM = "value_from";
  static final String VALUE_TO = "value_to";
  static final String RESIDUAL = "residual";
  static final String RESIDUAL_RELATIVE = "residual_relative";
  static final String NOTE = "note";
  static final String REASON_CODE = "reason_code";
  static final String REASON = "reason";
  static final String INPUTS = "inputs";

  static final String FACTOR_FROM = "factor_from_";
  static final String FACTOR_TO = "factor_to_";

  /** The columns that identify the variants of one run. */
  static final List<String> LABELS = List.of("method", "form", "pairs");

  /** What {@link DecompositionResult#effects()} has beside the wide form's columns. */
  private static final List<String> OF_EFFECTS =
      List.of(
          "factor_order",
          "factor",
          "effect",
          "effect_share",
          "factor_from",
          "factor_to",
          "vanishing",
          "low",
          "high",
          "sign_probability");

  private static final double[] NONE = {};
  private static final String[] RANGES = {"low_", "high_", "sign_probability_"};

  private final List<StructField> by;
  private final List<String> indices;
  private final DataType timeType;
  private final int factors;
  private final boolean uncertain;
  private final boolean cells;
  private final boolean labelled;
  private final Object[][] labels;

  ResultSchema(
      List<StructField> by,
      List<String> indices,
      DataType timeType,
      int factors,
      List<DecompositionOptions> variants) {
    this.by = List.copyOf(by);
    this.indices = List.copyOf(indices);
    this.timeType = timeType;
    this.factors = factors;
    this.uncertain = variants.stream().anyMatch(DecompositionOptions::isUncertain);
    this.cells = variants.get(0).grain() == DecompositionOptions.Grain.CELL;
    this.labelled = variants.size() > 1;
    this.labels =
        variants.stream().map(v -> labelled ? labelsOf(v) : new Object[0]).toArray(Object[][]::new);
    refuseNamesOfResults();
  }

  /** A column of the input that is a key must not have the name of a column of results. */
  private void refuseNamesOfResults() {
    Set<String> names = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    names.addAll(OF_EFFECTS);
    names.addAll(labelled ? LABELS : List.of());
    names.addAll(List.of(type().fieldNames()).subList(keys(), type().size()));
    List<String> keys = new ArrayList<>(by.stream().map(StructField::name).toList());
    keys.addAll(indices);
    for (String key : keys) {
      if (names.contains(key)) {
        throw new IllegalArgumentException(
            "column '" + key + "' would be there twice, results have one too: rename it");
      }
    }
  }

  /** How many columns come before the years. */
  private int keys() {
    return by.size() + indices.size() + (labelled ? LABELS.size() : 0);
  }

  private StructType keyType() {
    StructType type = new StructType(by.toArray(StructField[]::new));
    for (String label : labelled ? LABELS : List.<String>of()) {
      type = type.add(label, DataTypes.StringType);
    }
    for (String index : indices) {
      type = type.add(index, DataTypes.StringType);
    }
    return type.add(YEAR_FROM, timeType).add(YEAR_TO, timeType);
  }

  StructType type() {
    StructType type = keyType();
    type = type.add(VALUE_FROM, DataTypes.DoubleType).add(VALUE_TO, DataTypes.DoubleType);
    for (int k = 1; k <= factors; k++) {
      type = type.add("effect_" + k, DataTypes.DoubleType);
    }
    for (String range : uncertain ? RANGES : new String[0]) {
      for (int k = 1; k <= factors; k++) {
        type = type.add(range + k, DataTypes.DoubleType);
      }
    }
    for (String side : cells ? List.of(FACTOR_FROM, FACTOR_TO) : List.<String>of()) {
      for (int k = 1; k <= factors; k++) {
        type = type.add(side + k, DataTypes.DoubleType);
      }
    }
    type = type.add(RESIDUAL, DataTypes.DoubleType).add(RESIDUAL_RELATIVE, DataTypes.DoubleType);
    for (String text : new String[] {NOTE, REASON_CODE, REASON, INPUTS}) {
      type = type.add(text, DataTypes.StringType);
    }
    return type;
  }

  /** The label columns' values in the rows of a variant, by its number. */
  Object[] labels(int variant) {
    return labels[variant];
  }

  private static Object[] labelsOf(DecompositionOptions variant) {
    return new Object[] {
      text(variant.method().code()), text(variant.form().code()), text(variant.pairs().toString())
    };
  }

  /** Fills a row with a result. */
  void fill(ResultRow row, Object[] group, Object[] labels, PairResult result) {
    int at = fillKeys(row, group, labels, result);
    row.setNumber(at++, result.value0());
    row.setNumber(at++, result.valueT());
    at = numbers(row, at, result.effects());
    for (int r = 0; uncertain && r < RANGES.length; r++) {
      at = numbers(row, at, result.ranges().length == 0 ? NONE : result.ranges()[r]);
    }
    if (cells) {
      at = numbers(row, at, result.factorsFrom());
      at = numbers(row, at, result.factorsTo());
    }
    row.setNumber(at++, result.residual());
    row.setNumber(at++, result.relative());
    row.set(at++, text(result.pair().note()));
    row.set(at++, result.refused() == null ? null : text(result.refused().reason().name()));
    row.set(at++, result.refused() == null ? null : text(result.refused().getMessage()));
    row.set(at, text(result.inputs()));
  }

  private int fillKeys(ResultRow row, Object[] group, Object[] labels, PairResult result) {
    int at = 0;
    for (Object value : group) {
      row.set(at++, value);
    }
    for (Object label : labels) {
      row.set(at++, label);
    }
    for (String part : result.tuple()) {
      row.set(at++, text(part));
    }
    row.set(at++, time(result.pair().fromShown()));
    row.set(at++, time(result.pair().toShown()));
    return at;
  }

  private int numbers(ResultRow row, int at, double[] values) {
    for (int k = 0; k < factors; k++) {
      row.setNumber(at + k, k < values.length ? values[k] : Double.NaN);
    }
    return at + factors;
  }

  /** The columns of {@link #fillEffect}. */
  StructType effectType() {
    StructType type = keyType().add("factor", DataTypes.StringType);
    type = type.add("effect", DataTypes.DoubleType).add(RESIDUAL, DataTypes.DoubleType);
    for (String range : uncertain ? RANGES : new String[0]) {
      type = type.add(range.substring(0, range.length() - 1), DataTypes.DoubleType);
    }
    return type;
  }

  /** Fills a row with the effect of one factor: keys, factor, effect, residual, range. */
  void fillEffect(
      ResultRow row, Object[] group, Object[] labels, PairResult result, int factor, Object name) {
    int at = fillKeys(row, group, labels, result);
    row.setKey(at++, name);
    row.setNumber(at++, result.effects()[factor]);
    row.setNumber(at++, result.residual());
    for (int r = 0; uncertain && r < RANGES.length; r++) {
      row.setNumber(at++, result.ranges().length == 0 ? Double.NaN : result.ranges()[r][factor]);
    }
  }

  private Object time(Object shown) {
    if (shown == null || !(timeType instanceof LongType)) {
      return shown == null ? null : TextKey.of(shown.toString());
    }
    if (shown instanceof Long) {
      return shown;
    }
    OptionalLong number = TimeOrder.findNumber(shown);
    return number.isPresent() ? number.getAsLong() : null;
  }

  private static Object text(String text) {
    return TextKey.of(text);
  }
}
