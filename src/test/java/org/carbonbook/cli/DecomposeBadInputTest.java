package org.carbonbook.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.carbonbook.fixtures.LocalSpark;
import org.junit.jupiter.api.Test;

/** What is wrong in an input, an identity or an option is said with its place. */
class DecomposeBadInputTest extends DecomposeTestBase {

  @Test
  void anEmptyValueSpoilsItsGroupAlone() throws IOException {
    String input =
        csv(
            "region,year,a,b",
            "X,2010,1,2",
            "X,2011,2,2",
            "Y,2010,1,",
            "Y,2011,2,2",
            "Z,2010,1,0",
            "Z,2011,1,n/a");
    assertThat(run("--input", input, "--by", "region", "--identity", "v = a * b")).isZero();
    assertThat(rows()).extracting(r -> r.get("region")).containsOnly("X");
    assertThat(err.toString())
        .contains("region=Y 2010:2011: MISSING_VALUE, b at 2010 is empty")
        .contains("region=Z 2010:2011: NOT_A_NUMBER, b at 2011 is not a number");
  }

  @Test
  void anAbsentYearIsSaidOrRefused() throws IOException {
    String input = csv("year,a,b", "2010,1,2", "2012,2,2");
    assertThat(run("--input", input, "--identity", "v = a * b")).isZero();
    assertThat(err.toString()).contains("2010:2012: 2011 is absent");
    assertThat(rows()).hasSize(2);
    assertThat(run("--input", input, "--identity", "v = a * b", "--strict")).isEqualTo(1);
    assertThat(err.toString()).contains("YEAR_MISSING");
    assertThat(out.toString()).isEmpty();
  }

  @Test
  void wrongIdentitiesAreWrongUsage() throws IOException {
    String input = csv("year,sector,gdp,energy,co2", "2010,a,1,2,3", "2011,a,1,2,4");
    assertUsage(
        input,
        "co2 = gdp * (enrgy[sector] / gdp) * (co2[sector] / enrgy[sector])",
        "nearest: energy");
    assertUsage(input, "co2[fuel] = gdp * (co2 / gdp)", "left side only");
    assertUsage(
        input, "co2 = gdp * (energy[sector] / gdp) * (co2[sector] / gdp)", "does not cancel");
    assertUsage(input, "co2 = gdp * gdp", "twice");
    assertUsage(input, "co2 = gdp * (co2 / gdp", "expected ')'");
  }

  private void assertUsage(String input, String identity, String message) {
    assertThat(run("--input", input, "--identity", identity)).isEqualTo(2);
    assertThat(err.toString()).contains(message);
    assertThat(out.toString()).isEmpty();
  }

  @Test
  void wrongOptionsAreWrongUsage() throws IOException {
    String input = csv("year,a,b", "2010,1,2", "2011,2,2");
    assertThat(run("--input", input)).isEqualTo(2);
    assertThat(run("--input", input, "--identity", "v = a * b", "--method", "lmdi9")).isEqualTo(2);
    assertThat(run("--input", input, "--identity", "v = a * b", "--pairs", "2010")).isEqualTo(2);
    assertThat(run("--input", input, "--identity", "v = a * b", "--by", "city")).isEqualTo(2);
    assertThat(run("--input", "no.csv", "--identity", "v = a * b")).isEqualTo(1);
    assertThat(err.toString()).contains("no.csv does not exist");
  }

  @Test
  void headersThatCannotBeMeantAreRefused() throws IOException {
    assertThat(run("--input", csv("year;a;b", "2010;1;2"), "--identity", "v = a * b")).isEqualTo(1);
    assertThat(err.toString()).contains("one column, 'year;a;b'").contains("commas");
    assertThat(run("--input", csv("year,a,A", "2010,1,2"), "--identity", "v = a * b")).isEqualTo(1);
    assertThat(err.toString()).contains("column 'A' occurs twice");
    assertThat(run("--input", csv("Year,a,b", "2010,1,2"), "--identity", "v = a * b")).isEqualTo(2);
    assertThat(err.toString()).contains("no column is called year").contains("Year, a, b");
    assertThat(run("--input", folder.toString(), "--identity", "v = a * b")).isEqualTo(1);
    assertThat(err.toString()).contains("no Parquet file");
  }

  /** A thousands separator without quotation marks would move numbers into the wrong columns. */
  @Test
  void aRowWithMoreValuesThanColumnsIsRefused() throws IOException {
    String moved = csv("year,a,b", "2010,1,234,5", "2011,2,3");
    assertThat(run("--input", moved, "--identity", "v = a * b")).isEqualTo(1);
    assertThat(err.toString()).contains("more values than the header").contains("2010,1,234,5");
    assertThat(out.toString()).isEmpty();
    String padded = csv("year,a,b", "2010,1,234,,", "2011,2,3", "2012,2");
    assertThat(run("--input", padded, "--identity", "v = a * b")).isZero();
    assertThat(rows()).hasSize(2);
    assertThat(err.toString()).contains("2011:2012: MISSING_VALUE, b at 2012 is empty");
  }

  @Test
  void namesOfIndexAndGroupColumnsDoNotMeetThoseOfResults() throws IOException {
    String input = csv("year,f,factor,a", "2010,x,1,2", "2011,x,1,3");
    assertThat(run("--input", input, "--identity", "v = a[f]", "--detail")).isZero();
    assertThat(effect(rows(), "f", "x", "a[f]")).isCloseTo(1, within(1e-14));
    assertThat(run("--input", input, "--identity", "v = a[f]", "--by", "factor")).isEqualTo(2);
    assertThat(err.toString()).contains("column 'factor'").contains("rename it");
    assertThat(run("--input", input, "--identity", "v = a[factor]", "--detail")).isEqualTo(2);
  }

  @Test
  void optionsThatContradictEachOtherAreWrongUsage() throws IOException {
    String input = csv("year,a,b", "2010,1,2", "2011,2,2");
    assertThat(run("--input", input, "--identity", "v = a * b", "--pairs", "2010:2011,2010:2011"))
        .isEqualTo(2);
    assertThat(err.toString()).contains("2010:2011 occurs twice");
    assertThat(run("--input", input, "--identity", "v = a * b", "--tolerance", "-1")).isEqualTo(2);
    assertThat(run("--input", input, "--identity", "v = a * b", "--draws", "50")).isEqualTo(2);
    assertThat(err.toString()).contains("need --sigma");
  }

  @Test
  void whatLeavesNothingToCompareIsSaid() throws IOException {
    String input = csv("year,a,b", "2010,1,2", "2011,2,2");
    assertThat(run("--input", input, "--identity", "v = a * b", "--moving-mean", "3")).isEqualTo(1);
    assertThat(err.toString()).contains("NO_PAIR").contains("moving mean");
    String later = csv("year,c", "2014,1", "2015,2");
    assertThat(run("--input", input, "--input", later, "--identity", "v = a * c")).isEqualTo(1);
    assertThat(err.toString()).contains("NO_PAIR").contains("no time that all inputs have");
  }

  @Test
  void whatOnePartOfTheLeftSideLacksLeavesTheOthersAlone() throws IOException {
    String input = csv("year,s,a,b", "2010,x,1,2", "2010,y,,2", "2011,x,2,2", "2011,y,2,3");
    assertThat(run("--input", input, "--identity", "v[s] = a[s] * b[s]")).isZero();
    assertThat(rows()).extracting(r -> r.get("s")).containsOnly("x");
    assertThat(effect(rows(), "s", "x", "a[s]")).isCloseTo(2, within(1e-14));
    assertThat(err.toString()).contains("s=y 2010:2011: MISSING_VALUE, a at s=y, 2010 is empty");
  }

  /** Parquet is written in one pass; counts are exact and --strict leaves nothing behind. */
  @Test
  void manyGroupsOfWhichSomeAreBroken() throws IOException {
    List<String> lines = new ArrayList<>(List.of("city,year,a,b"));
    for (int city = 0; city < 1000; city++) {
      for (int year = 2010; year < 2014; year++) {
        boolean broken = city % 100 == 7 && year == 2011;
        lines.add("c%03d,%d,%s,%d".formatted(city, year, broken ? "" : "1." + year, city + 1));
      }
    }
    String input = csv(lines.toArray(String[]::new));
    Path output = folder.resolve("effects.parquet");
    List<String> args =
        List.of(
            "--input",
            input,
            "--by",
            "city",
            "--identity",
            "v = a * b",
            "--output",
            output.toString());
    List<String> strict = new ArrayList<>(args);
    strict.add("--strict");
    assertThat(run(strict.toArray(String[]::new))).isEqualTo(1);
    assertThat(output).doesNotExist();
    assertThat(run(args.toArray(String[]::new))).isZero();
    assertThat(err.toString())
        .contains("ERROR not computed city=c007 2010:2011: MISSING_VALUE, a at 2011 is empty")
        .contains("20 comparisons were not computed");
    Dataset<Row> written = LocalSpark.session().read().parquet(output.toString());
    assertThat(written.columns())
        .containsExactly("city", "year_from", "year_to", "factor", "effect", "residual");
    assertThat(written.count()).isEqualTo((3 * 1000 - 20) * 2);
    assertThat(written.filter("city = 'c107'").count()).isEqualTo(2);
  }

  @Test
  void brokenRowsFailWithTheirPlace() throws IOException {
    String twice = csv("year,s,a", "2010,x,1", "2010,x,2", "2011,x,3");
    assertThat(run("--input", twice, "--identity", "v = a[s]")).isEqualTo(1);
    assertThat(err.toString()).contains("DUPLICATE_ROW").contains("two rows for 2010, s=x");
    String differing = csv("year,s,g,a", "2010,x,1,5", "2010,y,2,5", "2011,x,3,5", "2011,y,3,5");
    assertThat(run("--input", differing, "--identity", "a = g * (a[s] / g)")).isEqualTo(1);
    assertThat(err.toString())
        .contains("DIFFERING_REPEATS")
        .contains("g at 2010 repeats as 1.0 and 2.0");
    String once = csv("year,a,b", "2010,1,2");
    assertThat(run("--input", once, "--identity", "v = a * b")).isEqualTo(1);
    assertThat(err.toString()).contains("only 2010 is there");
  }
}
