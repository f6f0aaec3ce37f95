package org.carbonbook.decomposition.spark;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.IntegerType;
import org.apache.spark.sql.types.LongType;
import org.apache.spark.sql.types.ShortType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.carbonbook.catalyst.InternalRows;
import org.carbonbook.catalyst.RowBuffer;
import org.carbonbook.decomposition.DecompositionOptions;
import org.carbonbook.decomposition.panel.InputPlan;
import org.carbonbook.decomposition.panel.PanelPlan;

/**
 * The inputs of a decomposition brought together, so that all rows of a group are next to each
 * other. Neighbouring rows of a group are shuffled as one binary value, see {@link RowPacker}.
 */
final class PackedGroups {

  private static final String ROWS = "rows";

  private final SparkSession spark;
  private final List<StructField> by;
  private final DataType timeType;
  private final PanelPlan plan;
  private final JavaRDD<GroupBatch> sorted;
  private boolean onePartition = true;

  PackedGroups(List<Dataset<Row>> inputs, PanelPlan plan, List<String> byNames, String time) {
    this.spark = inputs.get(0).sparkSession();
    this.plan = plan;
    this.timeType = timeType(inputs, plan, time);
    this.by = byFields(inputs, plan, byNames);
    Optional<Set<List<Object>>> edges = findEdges(inputs, byNames, time);
    this.sorted =
        edges.isPresent()
            ? clustered(inputs.get(0), edges.get(), time)
            : unpacked(together(union(inputs, byNames, time)));
  }

  /** The groups across edges of partitions, where one input is sorted by group. */
  private Optional<Set<List<Object>>> findEdges(
      List<Dataset<Row>> inputs, List<String> byNames, String time) {
    if (inputs.size() > 1 || by.isEmpty()) {
      return Optional.empty();
    }
    Column[] keys = byNames.stream().map(InputColumns::quoted).toArray(Column[]::new);
    int partitions = packedRows(inputs.get(0), plan.inputs.get(0), time).getNumPartitions();
    return ClusteredRows.findEdgeGroups(inputs.get(0).select(keys), partitions);
  }

  /** Each group in one partition and sorted, as together() has them, without a shuffle. */
  private JavaRDD<GroupBatch> clustered(Dataset<Row> rows, Set<List<Object>> edges, String time) {
    List<String> names = by.stream().map(StructField::name).toList();
    InputPlan input = plan.inputs.get(0);
    DataType[] types = byTypes();
    DataType ofTime = timeType;
    HashSet<List<Object>> across = new HashSet<>(edges);
    JavaRDD<GroupBatch> inPlace =
        InternalRows.mapPartitions(
                InputColumns.selected(rows, input, by, time, timeType),
                r -> (Iterator<GroupBatch>) new RowBatches(r, input, types, ofTime))
            .filter(stretch -> !across.contains(Arrays.asList(stretch.key())));
    if (edges.isEmpty()) {
      return inPlace;
    }
    Dataset<Row> rest = rows.filter(ClusteredRows.isAnyOf(edges, names));
    onePartition = false;
    return inPlace.union(unpacked(together(packed(rest, input, time))));
  }

  private JavaRDD<GroupBatch> unpacked(Dataset<Row> packed) {
    DataType[] types = byTypes();
    PanelPlan panelPlan = plan;
    return InternalRows.mapPartitions(packed, rows -> new GroupBatches(rows, types, panelPlan));
  }

  private DataType[] byTypes() {
    return by.stream().map(StructField::dataType).toArray(DataType[]::new);
  }

  private Dataset<Row> union(List<Dataset<Row>> inputs, List<String> byNames, String time) {
    Dataset<Row> all = null;
    for (InputPlan input : inputsOf(plan, byNames, true)) {
      Dataset<Row> packed = packed(inputs.get(input.number()), input, time);
      all = all == null ? packed : all.union(packed);
    }
    Dataset<Row> groups = all;
    for (InputPlan input : inputsOf(plan, byNames, false)) {
      Dataset<Row> packed = packed(inputs.get(input.number()), input, time);
      all = all.union(spreadOver(groups, packed, input));
    }
    return all;
  }

  /** The inputs that have all group columns, or those that lack some. */
  private static List<InputPlan> inputsOf(PanelPlan plan, List<String> byNames, boolean whole) {
    return plan.inputs.stream().filter(i -> (i.by().size() == byNames.size()) == whole).toList();
  }

  /** Groups that lie in one partition already are sorted there; nothing travels. */
  private Dataset<Row> together(Dataset<Row> all) {
    if (by.isEmpty()) {
      return onePartition ? all.coalesce(1) : all.repartition(1);
    }
    Column[] keys = by.stream().map(f -> InputColumns.quoted(f.name())).toArray(Column[]::new);
    return (onePartition ? all.coalesce(1) : all.repartition(keys)).sortWithinPartitions(keys);
  }

  private Dataset<Row> packed(Dataset<Row> rows, InputPlan input, String time) {
    JavaRDD<Object[]> packed = packedRows(rows, input, time);
    onePartition &= packed.getNumPartitions() == 1;
    StructType type =
        new StructType(
            by.stream().filter(f -> input.by().contains(f.name())).toArray(StructField[]::new));
    return InternalRows.ofArrays(spark, packed, type.add(ROWS, DataTypes.BinaryType));
  }

  private JavaRDD<Object[]> packedRows(Dataset<Row> rows, InputPlan input, String time) {
    Dataset<Row> selected = InputColumns.selected(rows, input, by, time, timeType);
    DataType[] keyTypes =
        by.stream()
            .filter(f -> input.by().contains(f.name()))
            .map(StructField::dataType)
            .toArray(DataType[]::new);
    return InternalRows.mapPartitions(selected, new RowPacker(input, keyTypes, timeType));
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

  /** The results of every group by every variant, in wide form. */
  Dataset<Row> decomposed(List<DecompositionOptions> variants, ResultSchema schema) {
    PanelPlan panelPlan = plan;
    JavaRDD<RowBuffer> results =
        sorted.mapPartitions(
            stretches ->
                new ResultIterator(new PanelIterator(stretches, panelPlan), variants)
                    .toRows(schema));
    return InternalRows.ofBuffers(spark, results, schema.type());
  }

  /** Writes the results of every group to files, see {@link ResultFiles}. */
  List<WrittenResults> written(List<DecompositionOptions> variants, ResultFiles files) {
    PanelPlan panelPlan = plan;
    return sorted
        .mapPartitions(
            stretches ->
                List.of(
                        files.write(
                            new ResultIterator(new PanelIterator(stretches, panelPlan), variants)))
                    .iterator())
        .collect();
  }

  SparkSession spark() {
    return spark;
  }

  /** The largest sum over all groups of absolute cell values at one time. */
  double largestTotal(DecompositionOptions settings) {
    PanelPlan panelPlan = plan;
    return sorted
        .mapPartitions(
            stretches ->
                List.of(TimeTotals.of(new PanelIterator(stretches, panelPlan), settings))
                    .iterator())
        .fold(new TimeTotals(), TimeTotals::plus)
        .largest();
  }
}
