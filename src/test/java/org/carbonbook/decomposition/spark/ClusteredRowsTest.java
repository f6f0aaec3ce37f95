package org.carbonbook.decomposition.spark;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sequence;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.carbonbook.decomposition.identity.Identity;
import org.carbonbook.fixtures.LocalSpark;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files in the order of their groups are decomposed where they lie. */
class ClusteredRowsTest {

  private static final Identity IDENTITY = Identity.parse("v = a * b by city over year");

  @TempDir Path folder;
  private SparkSession spark;

  @BeforeEach
  void lookAtSmallFilesToo() {
    spark = LocalSpark.session();
    spark.conf().set(ClusteredRows.MIN_BYTES, "1");
  }

  @AfterEach
  void lookAtLargeFilesOnly() {
    spark.conf().unset(ClusteredRows.MIN_BYTES);
  }

  @Test
  void groupsAcrossEdgesAreBroughtTogether() {
    Dataset<Row> all = panel(1, 9);
    // City 4 lies in two files: its first years in one, the others in the next.
    Dataset<Row> files =
        stored(
            all.filter("city < 4 or (city = 4 and year < 2012)"),
            all.filter("(city = 4 and year >= 2012) or city > 4"));
    assertThat(edges(files)).hasValue(Set.of(List.of(4L)));
    assertThat(effects(files)).isEqualTo(effects(all)).hasSize(9 * 4 * 2);
  }

  @Test
  void filesInAnotherOrderAreShuffled() {
    Dataset<Row> all = panel(1, 9);
    Dataset<Row> files = stored(all.filter("city % 2 = 0"), all.filter("city % 2 = 1"));
    assertThat(edges(files)).isEmpty();
    assertThat(effects(files)).isEqualTo(effects(all));
    Dataset<Row> unsorted = stored(all.sort("year", "city"), panel(10, 12));
    assertThat(edges(unsorted)).isEmpty();
    assertThat(effects(unsorted)).isEqualTo(effects(all.unionByName(panel(10, 12))));
  }

  @Test
  void groupsThatKeepToTheirFilesNeedNothing() {
    Dataset<Row> files = stored(panel(1, 4), panel(5, 9));
    assertThat(edges(files)).hasValue(Set.of());
    assertThat(effects(files)).isEqualTo(effects(panel(1, 9)));
  }

  private static Optional<Set<List<Object>>> edges(Dataset<Row> files) {
    int partitions = files.rdd().getNumPartitions();
    return ClusteredRows.findEdgeGroups(files.select("city"), partitions);
  }

  private static List<String> effects(Dataset<Row> rows) {
    return Decomposition.of(IDENTITY).input(rows).run().effects().collectAsList().stream()
        .map(Row::toString)
        .sorted()
        .toList();
  }

  private Dataset<Row> stored(Dataset<Row> first, Dataset<Row> second) {
    String path = folder.resolve("files" + System.nanoTime()).toString();
    first.coalesce(1).write().parquet(path);
    second.coalesce(1).write().mode("append").parquet(path);
    return spark.read().parquet(path);
  }

  private Dataset<Row> panel(long from, long to) {
    return spark
        .range(from, to + 1, 1, 1)
        .withColumnRenamed("id", "city")
        .withColumn("year", explode(sequence(lit(2010), lit(2014))))
        .withColumn("a", col("city").plus(col("year")).multiply(1.5))
        .withColumn("b", col("year").minus(2000).divide(col("city")));
  }
}
