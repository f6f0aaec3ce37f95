package org.carbonbook.yearbook;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.carbonbook.yearbook.read.TableReading;

/**
 * The tables that cannot be published as they were received last: they failed, or their figures
 * contradict others. Each keeps the figures that were published before.
 */
final class HeldTables {

  private static final StructType PLACE =
      new StructType().add("path", DataTypes.StringType).add("sheet", DataTypes.StringType);

  /**
   * One table that is held.
   *
   * @param path the file
   * @param sheet the sheet; blank for a file in which no sheet could be read
   * @param layout the layout, null when none fits
   * @param reason the codes of the notices that say why
   */
  record HeldTable(String path, String sheet, String layout, String reason) {}

  private final Map<String, HeldTable> byPlace = new TreeMap<>();
  private final Map<String, HeldTable> parts = new TreeMap<>();
  private final Map<String, Set<String>> good = new TreeMap<>();

  /**
   * The tables that failed while they were read.
   *
   * @param files the files that count now
   * @param tables the rows of {@code raw.yearbook_table}
   */
  HeldTables(Collection<Row> files, Collection<Row> tables) {
    Map<String, List<Row>> byHash = new TreeMap<>();
    tables.forEach(
        row -> byHash.computeIfAbsent(row.getAs("source_hash"), h -> new ArrayList<>()).add(row));
    for (Row file : files) {
      String path = file.getAs("path");
      for (Row table : byHash.getOrDefault(file.<String>getAs("source_hash"), List.of())) {
        String sheet = table.getAs("sheet") == null ? "" : table.getAs("sheet");
        if (table.<String>getAs("status").equals(TableReading.FAILED)) {
          add(new HeldTable(path, sheet, table.getAs("layout"), table.getAs("errors")));
        } else {
          good.computeIfAbsent(path, p -> new TreeSet<>()).add(sheet);
        }
      }
    }
  }

  /** Holds one more table. */
  void add(HeldTable held) {
    byPlace.putIfAbsent(held.path() + "!" + held.sheet(), held);
    Set<String> sheets = good.get(held.path());
    if (sheets != null) {
      sheets.remove(held.sheet());
    }
  }

  /** A table of which only some figures are held. */
  void addPart(HeldTable held) {
    parts.putIfAbsent(held.path() + "!" + held.sheet(), held);
  }

  /** The tables of which everything or some figures are held, by place. */
  List<HeldTable> listAll() {
    Map<String, HeldTable> all = new TreeMap<>(parts);
    all.putAll(byPlace);
    return List.copyOf(all.values());
  }

  /** Whether only some figures of a table are held. */
  boolean isPart(HeldTable held) {
    return !byPlace.containsValue(held);
  }

  /** The rows of figures that are of none of these tables. */
  Dataset<Row> without(Dataset<Row> figures) {
    return byPlace.isEmpty()
        ? figures
        : figures.join(places(figures), PLACE.fieldNames(), "left_anti");
  }

  /** The rows of figures that are of these tables. */
  Dataset<Row> of(Dataset<Row> figures) {
    return byPlace.isEmpty()
        ? figures.where(lit(false))
        : figures.join(places(figures), PLACE.fieldNames(), "left_semi");
  }

  /**
   * The figures that were published before from the files of these tables, without those of sheets
   * that are good now: a sheet can be renamed.
   */
  Dataset<Row> lastGood(Dataset<Row> published) {
    Column kept = lit(false);
    for (String path : byPlace.values().stream().map(HeldTable::path).distinct().toList()) {
      Object[] goodNow = good.getOrDefault(path, Set.of()).toArray();
      Column ofFile = col("path").equalTo(path);
      kept =
          kept.or(
              goodNow.length == 0 ? ofFile : ofFile.and(col("sheet").isin(goodNow).equalTo(false)));
    }
    return published.where(kept);
  }

  private Dataset<Row> places(Dataset<Row> figures) {
    SparkSession spark = figures.sparkSession();
    List<Row> rows =
        byPlace.values().stream().map(h -> RowFactory.create(h.path(), h.sheet())).toList();
    return broadcast(spark.createDataFrame(rows, PLACE));
  }
}
