package org.carbonbook.statistics.spark;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.carbonbook.statistics.trend.TrendTests;

/**
 * Mann-Kendall with Sen's slope over many series of 30 years, from Parquet. {@code
 * docs/benchmarks/statistics.md} gives the command and what was measured.
 */
public final class TrendBenchmark {

  private static final int YEARS = 30;

  private TrendBenchmark() {}

  /**
   * Runs each size in turn.
   *
   * @param arguments the folder for the input, then the numbers of series
   */
  public static void main(String[] arguments) throws Exception {
    Path folder = Path.of(arguments[0]);
    PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
    try (SparkSession spark = session()) {
      measured(input(spark, folder, 20_000));
      for (int i = 1; i < arguments.length; i++) {
        long series = Long.parseLong(arguments[i]);
        Dataset<Row> rows = input(spark, folder, series);
        double seconds = measured(rows);
        out.printf(
            "series %,d  seconds %.1f  series/s %,.0f  rows/s %,.0f%n",
            series, seconds, series / seconds, series * YEARS / seconds);
      }
    }
  }

  private static SparkSession session() {
    return SparkSession.builder()
        .master("local[2]")
        .appName("trend benchmark")
        .config("spark.sql.shuffle.partitions", "8")
        .config("spark.ui.enabled", "false")
        .getOrCreate();
  }

  /** Long rows in order of year, so that no series lies together in the file. */
  private static Dataset<Row> input(SparkSession spark, Path folder, long series) {
    String file = folder.resolve("series_" + series + ".parquet").toString();
    if (!Files.exists(Path.of(file))) {
      spark
          .range(series * YEARS)
          .select(
              expr("concat('indicator_', id %% %d)".formatted(series)).as("series"),
              expr("cast(1995 + id div %d as int)".formatted(series)).as("year"),
              expr("round(100 + (id div %d) * 0.3 + 10 * randn(7), 2)".formatted(series))
                  .as("value"))
          .write()
          .parquet(file);
    }
    return spark.read().parquet(file);
  }

  private static double measured(Dataset<Row> rows) {
    long start = System.nanoTime();
    TrendTable.on(rows, List.of("series"), "year", "value")
        .tests(TrendTests.get("original"))
        .compute()
        .select(col("*"))
        .write()
        .format("noop")
        .mode("overwrite")
        .save();
    return (System.nanoTime() - start) / 1e9;
  }
}
