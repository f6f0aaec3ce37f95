package org.carbonbook.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.carbonbook.decomposition.LocalSpark;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class DecomposeCommandTest {

  private static final String SECTORS =
      "co2 = gdp * (energy[sector] / gdp) * (co2[sector] / energy[sector])";

  @TempDir private Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void printsOneRowForEachFactorAndNothingElse() throws IOException {
    String input =
        csv(
            "region,year,sector,gdp,energy,co2",
            "R1,2010,a,100,50,120",
            "R1,2010,b,100,20,30",
            "R1,2011,a,110,55,121",
            "R1,2011,b,110,18,30");
    assertThat(run("--input", input, "--by", "region", "--identity", SECTORS)).isZero();
    assertThat(out.toString().lines().findFirst())
        .contains("region,year_from,year_to,factor,effect,residual");
    List<Map<String, String>> rows = rows();
    assertThat(rows)
        .extracting(r -> r.get("factor"))
        .containsExactly("gdp", "energy[sector] / gdp", "co2[sector] / energy[sector]");
    double sum = rows.stream().mapToDouble(r -> Double.parseDouble(r.get("effect"))).sum();
    assertThat(sum).isCloseTo(1, within(1e-12));
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void detailAddsTheIndexColumns() throws IOException {
    String input =
        csv("year,sector,act,ef", "2010,a,10,2", "2010,b,5,3", "2011,a,12,2", "2011,b,5,3");
    assertThat(run("--input", input, "--identity", "co2 = act[sector] * ef[sector]", "--detail"))
        .isZero();
    assertThat(out.toString().lines().findFirst())
        .contains("sector,year_from,year_to,factor,effect,residual");
    assertThat(rows()).hasSize(4);
    assertThat(effect(rows(), "sector", "a", "act[sector]")).isCloseTo(4, within(1e-14));
    assertThat(effect(rows(), "sector", "b", "act[sector]")).isZero();
  }

  @Test
  void aVariableWithoutAnIndexMayStandInASecondInput() throws IOException {
    String parts =
        csv("region,year,sector,energy", "X,2010,a,5", "X,2011,a,8", "Y,2010,a,1", "Y,2011,a,2");
    String totals = csv("year,gdp", "2010,10", "2011,20");
    assertThat(
            run(
                "--input",
                parts,
                "--input",
                totals,
                "--by",
                "region",
                "--identity",
                "energy = gdp * (energy[sector] / gdp)"))
        .isZero();
    assertThat(effect(rows(), "region", "Y", "gdp")).isCloseTo(1, within(1e-14));
    assertThat(effect(rows(), "region", "Y", "energy[sector] / gdp")).isZero();
  }

  @Test
  void baseComparesEveryOtherYearFromTheEarlierToTheLater() throws IOException {
    String input = csv("year,a,b", "2009,1,5", "2010,2,5", "2011,3,5");
    assertThat(run("--input", input, "--identity", "v = a * b", "--pairs", "base=2010")).isZero();
    assertThat(rows())
        .extracting(r -> r.get("year_from") + ":" + r.get("year_to"))
        .containsExactly("2009:2010", "2009:2010", "2010:2011", "2010:2011");
  }

  @Test
  void listedPairsOfRegionsInOneYear() throws IOException {
    String input = csv("region,a,b", "鄂,2,5", "浙,3,5", "湘,1,1");
    assertThat(
            run(
                "--input",
                input,
                "--time",
                "region",
                "--identity",
                "v = a * b",
                "--pairs",
                "浙:鄂",
                "--form",
                "multiplicative"))
        .isZero();
    assertThat(rows()).hasSize(2);
    assertThat(rows().get(0)).containsEntry("year_from", "浙").containsEntry("year_to", "鄂");
    assertThat(Double.parseDouble(rows().get(0).get("effect"))).isCloseTo(2.0 / 3, within(1e-15));
  }

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
    assertThat(err.toString()).contains("column 'A' is there twice");
    assertThat(run("--input", csv("Year,a,b", "2010,1,2"), "--identity", "v = a * b")).isEqualTo(2);
    assertThat(err.toString()).contains("no column is called year").contains("Year, a, b");
    assertThat(run("--input", folder.toString(), "--identity", "v = a * b")).isEqualTo(1);
    assertThat(err.toString()).contains("no Parquet file");
  }

  @Test
  void optionsThatContradictEachOtherAreWrongUsage() throws IOException {
    String input = csv("year,a,b", "2010,1,2", "2011,2,2");
    assertThat(run("--input", input, "--identity", "v = a * b", "--tolerance", "-1")).isEqualTo(2);
    assertThat(run("--input", input, "--identity", "v = a * b", "--draws", "50")).isEqualTo(2);
    assertThat(err.toString()).contains("need --sigma");
  }

  @Test
  void yearsMayBePrintedWithTheirSign() throws IOException {
    String input = csv("year,a,b", "2010年,1,2", "2013年,2,2", "2011年,2,2");
    assertThat(run("--input", input, "--identity", "v = a * b")).isZero();
    assertThat(err.toString()).contains("2011年:2013年: 2012 is absent");
    assertThat(run("--input", input, "--identity", "v = a * b", "--pairs", "base=2011")).isZero();
    assertThat(rows())
        .extracting(r -> r.get("year_from") + ":" + r.get("year_to"))
        .containsOnly("2010年:2011年", "2011年:2013年");
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
        .contains("ERROR set aside city=c007 2010:2011: MISSING_VALUE, a at 2011 is empty")
        .contains("20 comparisons were set aside");
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

  @Test
  void effectsOfCitiesAddUpToTheProvinceBitForBit() throws IOException {
    List<String> lines = new ArrayList<>(List.of("province,city,year,sector,gdp,energy,co2"));
    java.util.Random random = new java.util.Random(7);
    for (int city = 0; city < 17; city++) {
      for (int year = 2010; year < 2013; year++) {
        double gdp = 100 * (1 + random.nextDouble());
        for (String sector : List.of("a", "b", "c")) {
          lines.add(
              "鄂,c%02d,%d,%s,%s,%s,%s"
                  .formatted(
                      city, year, sector, gdp, 50 * random.nextDouble(), 90 * random.nextDouble()));
        }
      }
    }
    String input = csv(lines.toArray(String[]::new));
    assertThat(run("--input", input, "--by", "province,city", "--identity", SECTORS)).isZero();
    List<Map<String, String>> cities = rows();
    String whole =
        "co2 = gdp[city] * (energy[city,sector] / gdp[city]) * (co2[city,sector] / energy[city,sector])";
    assertThat(
            run(
                "--input",
                input,
                "--by",
                "province",
                "--identity",
                whole,
                "--names",
                "gdp,intensity,carbon"))
        .isZero();
    List<Map<String, String>> province = rows();
    List<String> factors = List.of("gdp", "energy[sector] / gdp", "co2[sector] / energy[sector]");
    for (int j = 0; j < province.size(); j++) {
      Map<String, String> row = province.get(j);
      String factor = factors.get(j % 3);
      double sum =
          cities.stream()
              .filter(
                  c ->
                      c.get("year_to").equals(row.get("year_to")) && c.get("factor").equals(factor))
              .mapToDouble(c -> Double.parseDouble(c.get("effect")))
              .reduce(0, Double::sum);
      assertThat(sum).isEqualTo(Double.parseDouble(row.get("effect")));
    }
  }

  @Test
  void writesFilesAndAWaterfall() throws IOException {
    String input =
        csv(
            "year,population,gdp,energy,co2",
            "2010,10,100,50,120",
            "2011,11,120,52,122",
            "2012,11,130,53,121");
    Path effects = folder.resolve("effects.csv");
    Path picture = folder.resolve("picture.svg");
    int code =
        run(
            "--input",
            input,
            "--output",
            effects.toString(),
            "--plot",
            picture.toString(),
            "--identity",
            "co2 = population as 人口 * (gdp/population) as 人均产值 * (energy/gdp) as 能耗强度 * (co2/energy) as 碳强度");
    assertThat(err.toString()).contains("wrote");
    assertThat(code).isZero();
    assertThat(out.toString()).isEmpty();
    assertThat(Files.readAllLines(effects)).hasSize(1 + 2 * 4);
    assertThat(Files.readString(picture)).startsWith("<?xml").contains("能耗强度");
    assertThat(
            run(
                "--input",
                input,
                "--identity",
                "co2 = gdp * (co2 / gdp)",
                "--output",
                folder.resolve("o.parquet").toString()))
        .isZero();
    assertThat(LocalSpark.session().read().parquet(folder.resolve("o.parquet").toString()).count())
        .isEqualTo(4);
  }

  @Test
  void uncertaintyAddsItsColumns() throws IOException {
    String input = csv("year,a,b", "2010,1,2", "2011,2,2");
    assertThat(
            run(
                "--input",
                input,
                "--identity",
                "v = a * b",
                "--sigma",
                "a=0.05,b=0.1",
                "--time-correlation",
                "0.5"))
        .isZero();
    assertThat(out.toString().lines().findFirst())
        .contains("year_from,year_to,factor,effect,residual,low,high,sign_probability");
    double low = Double.parseDouble(rows().get(0).get("low"));
    double high = Double.parseDouble(rows().get(0).get("high"));
    assertThat(low).isLessThan(2);
    assertThat(high).isGreaterThan(2);
  }

  private int run(String... args) {
    out.getBuffer().setLength(0);
    err.getBuffer().setLength(0);
    return new CommandLine(new DecomposeCommand(new Testing()))
        .setOut(new PrintWriter(out))
        .setErr(new PrintWriter(err, true))
        .execute(args);
  }

  private String csv(String... lines) throws IOException {
    Path file = Files.createTempFile(folder, "input", ".csv");
    Files.write(file, List.of(lines), StandardCharsets.UTF_8);
    return file.toString();
  }

  private List<Map<String, String>> rows() throws IOException {
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

  private static double effect(
      List<Map<String, String>> rows, String column, String value, String factor) {
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
