package org.carbonbook.decomposition.spark;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.sequence;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.functions.xxhash64;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.carbonbook.decomposition.identity.Identity;
import org.carbonbook.decomposition.method.Comparison;
import org.carbonbook.decomposition.method.Method;

/**
 * Additive LMDI-I of many groups over 20 years and 6 factors, from Parquet to Parquet: this engine,
 * DuckDB with the same formula as SQL, and a plain loop over arrays in memory as the limit. {@code
 * docs/benchmarks/decomposition.md} has the command.
 *
 * <p>Arguments: number of groups, folder, number of cores, and how many groups there are to each
 * one with an empty value (default: none is broken).
 */
public final class DecompositionBenchmark {

  private static final int YEARS = 20;
  private static final int FACTORS = 6;
  private static final int FIRST_YEAR = 2001;

  /** A year in the middle of the chain, so that a broken group loses two comparisons. */
  private static final int BROKEN_YEAR = 2010;

  private final long groups;
  private final Path folder;
  private final int cores;
  private final long perBroken;
  private final PrintStream out =
      new PrintStream(
          new java.io.FileOutputStream(java.io.FileDescriptor.out), true, StandardCharsets.UTF_8);

  private DecompositionBenchmark(long groups, Path folder, int cores, long perBroken) {
    this.groups = groups;
    this.folder = folder;
    this.cores = cores;
    this.perBroken = perBroken;
  }

  /** Runs all three. */
  public static void main(String[] args) throws Exception {
    long perBroken = args.length > 3 ? Long.parseLong(args[3]) : 0;
    new DecompositionBenchmark(
            Long.parseLong(args[0]), Path.of(args[1]), Integer.parseInt(args[2]), perBroken)
        .run();
  }

  private void run() throws Exception {
    long terms = groups * (YEARS - 1) * FACTORS;
    out.printf(
        "%d groups x %d years x %d factors = %d terms, %d cores%n",
        groups, YEARS, FACTORS, terms, cores);
    Path input = folder.resolve("panel-" + groups + (perBroken > 0 ? "-" + perBroken : ""));
    try (SparkSession spark = session()) {
      if (!Files.exists(input.resolve("_SUCCESS"))) {
        generate(spark).write().mode("overwrite").parquet(input.toString());
      }
      warmUp(spark, input);
      report("engine, Parquet to Parquet", terms, engine(spark, input));
      report("engine, a row for each effect", terms, effects(spark, input));
    }
    if (perBroken > 0) {
      return;
    }
    report("DuckDB, Parquet to Parquet", terms, duckDb(input));
    for (int round = 0; round < 2; round++) {
      report("array loop, memory to memory", terms, onAllCores(DecompositionBenchmark::loop));
      report("engine's kernel on arrays", terms, onAllCores(DecompositionBenchmark::kernel));
    }
  }

  private void report(String what, long terms, double seconds) {
    out.printf(
        "%-32s %8.2f s  %8.2f M terms/s/core%n", what, seconds, terms / seconds / cores / 1e6);
  }

  private SparkSession session() {
    return SparkSession.builder()
        .appName("decomposition-benchmark")
        .master("local[" + cores + "]")
        .config("spark.ui.enabled", "false")
        .config("spark.sql.shuffle.partitions", "32")
        .config("spark.sql.session.timeZone", "UTC")
        .config("spark.local.dir", folder.resolve("tmp").toString())
        .getOrCreate();
  }

  /** Each row's numbers come from its key alone, so that the file is the same on every machine. */
  private Dataset<Row> generate(SparkSession spark) {
    Dataset<Row> keys =
        spark
            .range(0, groups, 1, 2 * cores)
            .withColumnRenamed("id", "city")
            .withColumn("year", explode(sequence(lit(FIRST_YEAR), lit(FIRST_YEAR + YEARS - 1))));
    List<Column> columns = new ArrayList<>(List.of(col("city"), col("year")));
    for (int k = 1; k <= FACTORS; k++) {
      Column uniform =
          xxhash64(col("city"), col("year"), lit(k))
              .bitwiseAND((1L << 52) - 1)
              .divide(Math.pow(2, 52));
      Column value = lit(0.5).plus(uniform);
      boolean mayBreak = perBroken > 0 && k == 1;
      Column broken =
          col("city").mod(Math.max(1, perBroken)).equalTo(0).and(col("year").equalTo(BROKEN_YEAR));
      columns.add((mayBreak ? when(not(broken), value) : value).as("x" + k));
    }
    return keys.select(columns.toArray(Column[]::new));
  }

  private static Decomposition decomposition(Dataset<Row> input) {
    return Decomposition.of(Identity.parse("v = x1 * x2 * x3 * x4 * x5 * x6 by city over year"))
        .input(input);
  }

  private void warmUp(SparkSession spark, Path input) {
    Dataset<Row> few = spark.read().parquet(input.toString()).filter(col("city").lt(20_000));
    decomposition(few).run().writeWide(folder.resolve("warm-up").toString());
    decomposition(few).run().writeEffects(folder.resolve("warm-up").toString(), counts -> true);
  }

  private double engine(SparkSession spark, Path input) {
    long start = System.nanoTime();
    String output = folder.resolve("engine").toString();
    WrittenResults written =
        decomposition(spark.read().parquet(input.toString())).run().writeWide(output);
    double seconds = seconds(start);
    check(written);
    Row row = spark.read().parquet(output).selectExpr("count(*)", "max(abs(residual))").first();
    out.printf("rows %d, largest residual %.2e%n", row.getLong(0), row.getDouble(1));
    return seconds;
  }

  private double effects(SparkSession spark, Path input) {
    long start = System.nanoTime();
    String output = folder.resolve("effects").toString();
    WrittenResults written =
        decomposition(spark.read().parquet(input.toString()))
            .run()
            .writeEffects(output, counts -> true);
    double seconds = seconds(start);
    check(written);
    return seconds;
  }

  /** Counts must be exact, however many groups are broken. */
  private void check(WrittenResults written) {
    long broken = perBroken > 0 ? (groups + perBroken - 1) / perBroken : 0;
    out.printf("computed %d, set aside %d%n", written.computed(), written.notComputed());
    if (written.notComputed() != 2 * broken
        || written.computed() != groups * (YEARS - 1) - 2 * broken) {
      throw new IllegalStateException("2 comparisons of " + broken + " groups should be set aside");
    }
  }

  private double duckDb(Path input) throws SQLException, IOException {
    Path output = folder.resolve("duckdb.parquet");
    Files.deleteIfExists(output);
    List<String> effects = new ArrayList<>();
    for (int k = 1; k <= FACTORS; k++) {
      effects.add("l * ln(x%d / p%d) AS effect_%d".formatted(k, k, k));
    }
    String lags =
        String.join(
            ", ",
            IntStream.rangeClosed(1, FACTORS)
                .mapToObj(k -> "lag(x%d) OVER w AS p%d".formatted(k, k))
                .toList());
    String product =
        String.join(" * ", IntStream.rangeClosed(1, FACTORS).mapToObj(k -> "x" + k).toList());
    String sql =
        "COPY (SELECT city, year_from, year AS year_to, v0, v1, "
            + String.join(", ", effects)
            + " FROM (SELECT *, CASE WHEN v1 = v0 THEN v1 ELSE (v1 - v0) / ln(v1 / v0) END AS l"
            + " FROM (SELECT *, "
            + product
            + " AS v1, "
            + product.replace("x", "p")
            + " AS v0"
            + " FROM (SELECT city, year, x1, x2, x3, x4, x5, x6, lag(year) OVER w AS year_from, "
            + lags
            + " FROM read_parquet('"
            + input
            + "/*.parquet')"
            + " WINDOW w AS (PARTITION BY city ORDER BY year)) WHERE year_from IS NOT NULL)))"
            + " TO '"
            + output
            + "' (FORMAT parquet, COMPRESSION snappy)";
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = connection.createStatement()) {
      statement.execute("SET threads = " + cores);
      statement.execute("SET temp_directory = '" + folder.resolve("duckdb-tmp") + "'");
      long start = System.nanoTime();
      statement.execute(sql);
      double seconds = seconds(start);
      try (ResultSet count = statement.executeQuery("SELECT count(*) FROM '" + output + "'")) {
        count.next();
        out.printf("rows %d%n", count.getLong(1));
      }
      return seconds;
    }
  }

  /** A way to decompose pairs of rows of a block again and again. */
  private interface Loop {
    double run(double[] x, int rows, long pairs);
  }

  /** Runs on arrays in memory, as many threads as cores, nothing read and nothing kept. */
  private double onAllCores(Loop loop) throws InterruptedException, ExecutionException {
    int block = 1 << 16;
    double[] x = new SplittableRandom(1).doubles((long) block * FACTORS, 0.5, 1.5).toArray();
    long pairs = groups * (YEARS - 1);
    long start = System.nanoTime();
    ExecutorService pool = Executors.newFixedThreadPool(cores);
    List<Future<Double>> parts = new ArrayList<>();
    for (int thread = 0; thread < cores; thread++) {
      long share = pairs / cores;
      parts.add(pool.submit(() -> loop.run(x, block, share)));
    }
    double sum = 0;
    for (Future<Double> part : parts) {
      sum += part.get();
    }
    pool.shutdown();
    double seconds = seconds(start);
    if (Double.isNaN(sum)) {
      throw new IllegalStateException("the loop gave no number");
    }
    return seconds;
  }

  /** Zero limits, signs and accuracy near equality included. */
  private static double kernel(double[] x, int rows, long pairs) {
    double[] next = new double[x.length];
    for (int k = 0; k < FACTORS; k++) {
      System.arraycopy(x, k * rows + 1, next, k * rows, rows - 1);
      next[k * rows + rows - 1] = 1;
    }
    Comparison blocks = Comparison.ofProducts(FACTORS, x, next);
    double sum = 0;
    for (long done = 0; done < pairs; done += rows) {
      sum += Method.LMDI1.effects().additiveTerms(blocks)[rows / 2];
    }
    return sum;
  }

  private static double loop(double[] x, int rows, long pairs) {
    double[] effects = new double[rows * FACTORS];
    double sum = 0;
    for (long done = 0; done < pairs; done += rows - 1) {
      for (int i = 1; i < rows; i++) {
        double v0 = 1;
        double v1 = 1;
        for (int k = 0; k < FACTORS; k++) {
          v0 *= x[k * rows + i - 1];
          v1 *= x[k * rows + i];
        }
        double mean = v0 == v1 ? v0 : (v1 - v0) / Math.log(v1 / v0);
        for (int k = 0; k < FACTORS; k++) {
          effects[k * rows + i] = mean * Math.log(x[k * rows + i] / x[k * rows + i - 1]);
        }
      }
      sum += effects[rows / 2];
    }
    return sum;
  }

  private static double seconds(long start) {
    return (System.nanoTime() - start) / 1e9;
  }
}
