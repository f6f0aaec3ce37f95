package org.carbonbook.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.carbonbook.fixtures.LocalSpark;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class TrendCommandTest {

  @TempDir Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void aCsvFileGivesOneRowToASeries() throws IOException {
    String file =
        file(
            "co2.csv",
            """
            # made up
            region,year,co2_t
            b,2003,3
            b,2001,1
            b,2002,2
            b,2004,4
            b,2005,
            a,2001年,9
            a,2002年,7
            a,2003年,8
            a,2004年,1
            a,2005年,0
            """);
    assertThat(trend("--input", file, "--by", "region", "--time", "year", "--value", "co2_t"))
        .isEqualTo(Carbonbook.DONE);
    List<CSVRecord> rows = rows();
    assertThat(rows).extracting(r -> r.get("region")).containsExactly("a", "b");
    assertThat(rows.get(1).get("s")).isEqualTo("6");
    assertThat(rows.get(1).get("gaps")).isEqualTo("1");
    assertThat(rows.get(1).get("sen_slope")).isEqualTo("1");
    assertThat(rows.get(0).get("s")).isEqualTo("-8");
    assertThat(out.toString()).startsWith("region,n,gaps,mk_test,");
  }

  @Test
  void aParquetFileAndAnOutputFile() throws IOException {
    String file = folder.resolve("in.parquet").toString();
    LocalSpark.session()
        .range(24)
        .selectExpr("id % 2 as meter", "cast(id div 2 as int) as month", "sqrt(id) as kwh")
        .write()
        .parquet(file);
    Path output = folder.resolve("out.csv");
    int code =
        trend(
            "--input",
            file,
            "--by",
            "meter",
            "--time",
            "month",
            "--value",
            "kwh",
            "--test",
            "original,hamed-rao",
            "--output",
            output.toString());
    assertThat(code).isEqualTo(Carbonbook.DONE);
    assertThat(out.toString()).isEmpty();
    assertThat(Files.readAllLines(output)).hasSize(5);
  }

  @Test
  void aCellThatIsNoNumberStopsTheCommandAndIsNamed() throws IOException {
    String file = file("x.csv", "year,v\n2001,1\n2002,n/a\n2003,3\n");
    assertThat(trend("--input", file, "--time", "year", "--value", "v"))
        .isEqualTo(Carbonbook.FAILED);
    assertThat(out.toString()).isEmpty();
    assertThat(err.toString())
        .contains(
            "x.csv, column v: 'n/a' is not a number (1 such cell(s)); correct it, or name it");
    assertThat(trend("--input", file, "--time", "year", "--value", "v", "--missing", "n/a"))
        .isEqualTo(Carbonbook.DONE);
    assertThat(rows().get(0).get("status")).startsWith("not assessed: 2 observations");
  }

  @Test
  void wrongUse() throws IOException {
    String file = file("x.csv", "year,v\n2001,1\n");
    assertThat(trend("--input", file, "--time", "yaer", "--value", "v"))
        .isEqualTo(Carbonbook.USAGE);
    assertThat(err.toString()).contains("no column 'yaer'; the columns are year, v");
    assertThat(trend("--input", file, "--time", "year", "--value", "v", "--test", "mk"))
        .isEqualTo(Carbonbook.USAGE);
    assertThat(err.toString()).contains("no test 'mk'; the tests are original, hamed_rao");
    assertThat(trend("--time", "year", "--value", "v")).isEqualTo(Carbonbook.USAGE);
    assertThat(trend("--input", "no.csv", "--time", "year", "--value", "v"))
        .isEqualTo(Carbonbook.FAILED);
    assertThat(err.toString()).contains("no.csv: no such file");
  }

  @Test
  void anEmptyFileAndATableOfALakeSayWhatToGiveInstead() throws IOException {
    assertThat(trend("--input", file("e.csv", ""), "--time", "year", "--value", "v"))
        .isEqualTo(Carbonbook.FAILED);
    assertThat(err.toString()).contains("e.csv: the file is empty; its first line names");
    Path table = Files.createDirectories(folder.resolve("series/_delta_log")).getParent();
    assertThat(trend("--input", table.toString(), "--time", "year", "--value", "v"))
        .isEqualTo(Carbonbook.USAGE);
    assertThat(err.toString()).contains("series is a Delta table", "carbonbook sql");
  }

  @Test
  void badSeriesAreAnsweredAndStopNothing() throws IOException {
    String file =
        file(
            "bad.csv",
            """
            r,year,v
            broken,2000,1
            broken,2001,2
            broken,2002,3
            broken,2006,4
            constant,2000,5
            constant,2001,5
            constant,2002,5
            constant,2003,5
            gaps,2000,
            gaps,2001,NA
            negative,2000,-3
            negative,2001,-4
            negative,2002,-6
            negative,2003,-7
            two,2000,1
            two,2001,2
            """);
    assertThat(trend("--input", file, "--by", "r", "--time", "year", "--value", "v"))
        .isEqualTo(Carbonbook.DONE);
    assertThat(rows())
        .extracting(r -> r.get("r") + " " + r.get("s") + " " + r.get("status"))
        .containsExactly(
            "broken 6 assessed",
            "constant 0 assessed: constant series",
            "gaps  not assessed: no observation",
            "negative -6 assessed",
            "two  not assessed: 2 observations, the original test needs 4");
  }

  @Test
  void aTimeThatIsNoTimeIsNamed() throws IOException {
    String file = file("x.csv", "year,v\n2001,1\ntotal,5\n");
    assertThat(trend("--input", file, "--time", "year", "--value", "v"))
        .isEqualTo(Carbonbook.FAILED);
    assertThat(err.toString()).contains("column year: 'total' is no time");
  }

  private int trend(String... args) {
    CommandLine command =
        new CommandLine(new TrendCommand(LocalSpark::session))
            .setExecutionExceptionHandler(new ErrorPrinter())
            .setOut(new PrintWriter(out))
            .setErr(new PrintWriter(err));
    return command.execute(Stream.of(args).toArray(String[]::new));
  }

  private List<CSVRecord> rows() throws IOException {
    return CSVFormat.RFC4180
        .builder()
        .setHeader()
        .setSkipHeaderRecord(true)
        .get()
        .parse(new StringReader(out.toString()))
        .getRecords();
  }

  private String file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text).toString();
  }
}
