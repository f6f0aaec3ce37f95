package org.carbonbook.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.carbonbook.fixtures.LocalSpark;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** Runs {@code decompose} on small files, and reads what it printed. */
abstract class DecomposeTestBase {

  @TempDir Path folder;
  final StringWriter out = new StringWriter();
  final StringWriter err = new StringWriter();

  int run(String... args) {
    out.getBuffer().setLength(0);
    err.getBuffer().setLength(0);
    return new CommandLine(new DecomposeCommand(new Testing()))
        .setOut(new PrintWriter(out))
        .setErr(new PrintWriter(err, true))
        .execute(args);
  }

  String csv(String... lines) throws IOException {
    Path file = Files.createTempFile(folder, "input", ".csv");
    Files.write(file, List.of(lines), StandardCharsets.UTF_8);
    return file.toString();
  }

  List<Map<String, String>> rows() throws IOException {
    return CSVFormat.DEFAULT
        .builder()
        .setHeader()
        .setSkipHeaderRecord(true)
        .get()
        .parse(new StringReader(out.toString()))
        .stream()
        .map(CSVRecord::toMap)
        .toList();
  }

  static double effect(List<Map<String, String>> rows, String column, String value, String factor) {
    return rows.stream()
        .filter(r -> r.get(column).equals(value) && r.get("factor").equals(factor))
        .mapToDouble(r -> Double.parseDouble(r.get("effect")))
        .findFirst()
        .orElseThrow();
  }

  private static final class Testing implements DecomposeContext {
    @Override
    public SparkSession spark() {
      return LocalSpark.session();
    }

    @Override
    public Path identities() {
      return Path.of("conf", "identities");
    }

    @Override
    public Dataset<Row> table(String name) {
      throw new IllegalArgumentException("no table " + name);
    }
  }
}
