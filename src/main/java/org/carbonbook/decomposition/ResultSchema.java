package org.carbonbook.decomposition;

import java.io.Serializable;
import java.util.List;
import java.util.OptionalLong;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.SpecificInternalRow;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.LongType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.unsafe.types.UTF8String;

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

  /** What tells the variants of one run apart. */
  static final List<String> LABELS = List.of("method", "form", "pairs");

  private static final String[] RANGES = {"low_", "high_", "sign_probability_"};

  private final List<StructField> by;
  private final List<String> indices;
  private final DataType timeType;
  private final int factors;
  private final boolean uncertain;
  private final boolean cells;
  private final boolean labelled;

  ResultSchema(
      List<StructField> by,
      List<String> indices,
      DataType timeType,
      int factors,
      List<Settings> variants) {
    this.by = List.copyOf(by);
    this.indices = List.copyOf(indices);
    this.timeType = timeType;
    this.factors = factors;
    this.uncertain = variants.stream().anyMatch(Settings::isUncertain);
    this.cells = variants.get(0).grain() == Settings.Grain.CELL;
    this.labelled = variants.size() > 1;
  }

  StructType type() {
    StructType type = new StructType(by.toArray(StructField[]::new));
    for (String label : labelled ? LABELS : List.<String>of()) {
      type = type.add(label, DataTypes.StringType);
    }
    for (String index : indices) {
      type = type.add(index, DataTypes.StringType);
    }
    type = type.add(YEAR_FROM, timeType).add(YEAR_TO, timeType);
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

  /** The label columns' values in the rows of a variant. */
  UTF8String[] labels(Settings variant) {
    if (!labelled) {
      return new UTF8String[0];
    }
    return new UTF8String[] {
      UTF8String.fromString(variant.method().code()),
      UTF8String.fromString(variant.form().code()),
      UTF8String.fromString(variant.pairs().toString())
    };
  }

  DataType[] byTypes() {
    return by.stream().map(StructField::dataType).toArray(DataType[]::new);
  }

  List<String> indices() {
    return indices;
  }

  SpecificInternalRow newRow() {
    return new SpecificInternalRow(type());
  }

  /** Fills a row that is used again and again. */
  void fill(InternalRow row, Object[] group, UTF8String[] labels, PairResult result) {
    int at = 0;
    for (Object value : group) {
      set(row, at++, value);
    }
    for (UTF8String label : labels) {
      set(row, at++, label);
    }
    for (String part : result.tuple()) {
      set(row, at++, part == null ? null : UTF8String.fromString(part));
    }
    set(row, at++, time(result.pair().fromShown()));
    set(row, at++, time(result.pair().toShown()));
    at = number(row, at, result.value0());
    at = number(row, at, result.valueT());
    at = numbers(row, at, result.effects());
    for (int r = 0; uncertain && r < RANGES.length; r++) {
      at = numbers(row, at, result.ranges().length == 0 ? new double[0] : result.ranges()[r]);
    }
    if (cells) {
      at = numbers(row, at, result.factorsFrom());
      at = numbers(row, at, result.factorsTo());
    }
    at = number(row, at, result.residual());
    at = number(row, at, result.relative());
    set(row, at++, text(result.pair().note()));
    set(row, at++, result.refused() == null ? null : text(result.refused().reason().name()));
    set(row, at++, result.refused() == null ? null : text(result.refused().getMessage()));
    set(row, at, text(result.inputs()));
  }

  private int numbers(InternalRow row, int at, double[] values) {
    int next = at;
    for (int k = 0; k < factors; k++) {
      next = number(row, next, k < values.length ? values[k] : Double.NaN);
    }
    return next;
  }

  private static int number(InternalRow row, int at, double value) {
    if (Double.isNaN(value)) {
      row.setNullAt(at);
    } else {
      // Adding zero turns a negative zero into a plain one.
      row.setDouble(at, value + 0.0);
    }
    return at + 1;
  }

  private static void set(InternalRow row, int at, Object value) {
    if (value == null) {
      row.setNullAt(at);
    } else {
      row.update(at, value);
    }
  }

  private Object time(Object shown) {
    if (shown == null || !(timeType instanceof LongType)) {
      return shown == null ? null : UTF8String.fromString(shown.toString());
    }
    if (shown instanceof Long) {
      return shown;
    }
    OptionalLong number = TimeOrder.findNumber(shown);
    return number.isPresent() ? number.getAsLong() : null;
  }

  private static UTF8String text(String text) {
    return text == null ? null : UTF8String.fromString(text);
  }
}
