package org.carbonbook.decomposition;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.IntegerType;
import org.apache.spark.sql.types.LongType;
import org.apache.spark.sql.types.ShortType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/**
 * The inputs of a decomposition brought together, so that all rows of a group lie next to each
 * other. Whole stretches of a group's rows travel as one binary value, see {@link RowPacker}.
 */
final class GroupedRows {

  private static final String ROWS = "rows";

  private final SparkSession spark;
  private final List<StructField> by;
  private final DataType timeType;
  private final PanelPlan plan;
  private final JavaRDD<InternalRow> sorted;

  GroupedRows(List<Dataset<Row>> inputs, PanelPlan plan, List<String> byNames, String time) {
    this.spark = inputs.get(0).sparkSession();
    this.plan = plan;
    this.timeType = timeType(inputs, plan, time);
    this.by = byFields(inputs, plan, byNames);
    Dataset<Row> all = null;
    Dataset<Row> groups = null;
    for (InputPlan input : plan.inputs) {
      Dataset<Row> packed = packed(inputs.get(input.number()), input, time);
      if (input.by().size() == byNames.size()) {
        groups = groups == null ? packed : groups;
      } else {
        packed = spreadOver(groups, packed, input);
      }
      all = all == null ? packed : all.union(packed);
    }
    this.sorted = InternalRows.of(together(all));
  }

  private Dataset<Row> together(Dataset<Row> all) {
    if (by.isEmpty()) {
      return all.repartition(1);
    }
    Column[] keys = by.stream().map(f -> InputColumns.quoted(f.name())).toArray(Column[]::new);
    return all.repartition(keys).sortWithinPartitions(keys);
  }

  private Dataset<Row> packed(Dataset<Row> rows, InputPlan input, String time) {
    Dataset<Row> selected = InputColumns.selected(rows, input, time, timeType);
    StructField[] keys = Arrays.copyOf(selected.schema().fields(), input.by().size());
    DataType[] keyTypes = Arrays.stream(keys).map(StructField::dataType).toArray(DataType[]::new);
    JavaRDD<InternalRow> packed =
        InternalRows.of(selected).mapPartitions(new RowPacker(input, keyTypes, timeType));
    return InternalRows.toDataset(
        spark, packed, new StructType(keys).add(ROWS, DataTypes.BinaryType));
  }

  /** Repeats an input that lacks some group columns in every group that it belongs to. */
  private Dataset<Row> spreadOver(Dataset<Row> groups, Dataset<Row> packed, InputPlan input) {
    Column[] keys = by.stream().map(f -> InputColumns.quoted(f.name())).toArray(Column[]::new);
    Dataset<Row> distinct = groups.select(keys).distinct();
    Dataset<Row> joined =
        input.by().isEmpty()
            ? distinct.crossJoin(packed)
            : distinct.join(
                packed, scala.collection.JavaConverters.asScalaBuffer(input.by()).toSeq());
    List<Column> columns = new ArrayList<>(Arrays.asList(keys));
    columns.add(InputColumns.quoted(ROWS));
    return joined.select(columns.toArray(Column[]::new));
  }

  private static List<StructField> byFields(
      List<Dataset<Row>> inputs, PanelPlan plan, List<String> byNames) {
    InputPlan whole =
        plan.inputs.stream().filter(i -> i.by().size() == byNames.size()).findFirst().orElseThrow();
    StructType schema = inputs.get(whole.number()).schema();
    return byNames.stream().map(schema::apply).toList();
  }

  /** Whole numbers where every input has them, text otherwise. */
  private static DataType timeType(List<Dataset<Row>> inputs, PanelPlan plan, String time) {
    boolean whole =
        plan.inputs.stream()
            .filter(InputPlan::hasTime)
            .map(i -> inputs.get(i.number()).schema().apply(time).dataType())
            .allMatch(
                t -> t instanceof IntegerType || t instanceof LongType || t instanceof ShortType);
    return whole ? DataTypes.LongType : DataTypes.StringType;
  }

  List<StructField> by() {
    return by;
  }

  DataType timeType() {
    return timeType;
  }

  /** The results of every group, in wide form. */
  Dataset<Row> decomposed(Settings settings, ResultSchema schema) {
    DataType[] byTypes = schema.byTypes();
    PanelPlan panelPlan = plan;
    JavaRDD<InternalRow> results =
        sorted.mapPartitions(
            rows ->
                new ResultIterator(new GroupIterator(rows, byTypes, panelPlan), settings, schema));
    return InternalRows.toDataset(spark, results, schema.type());
  }

  /** The largest sum over all groups of absolute cell values at one time. */
  double largestTotal(Settings settings) {
    DataType[] byTypes = by.stream().map(StructField::dataType).toArray(DataType[]::new);
    PanelPlan panelPlan = plan;
    return sorted
        .mapPartitions(
            rows ->
                List.of(TimeTotals.of(new GroupIterator(rows, byTypes, panelPlan), settings))
                    .iterator())
        .fold(new TimeTotals(), TimeTotals::plus)
        .largest();
  }
}
