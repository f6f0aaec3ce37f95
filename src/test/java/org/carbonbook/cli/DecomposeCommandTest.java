package org.carbonbook.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.carbonbook.fixtures.LocalSpark;
import org.junit.jupiter.api.Test;

class DecomposeCommandTest extends DecomposeTestBase {

  private static final String SECTORS =
      "co2 = gdp * (energy[sector] / gdp) * (co2[sector] / energy[sector])";

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

  /** Many cells in many groups: the common grid of effects is too coarse for some of them. */
  @Test
  void groupsOfManyCellsCloseAlthoughEachIsASmallPartOfTheWhole() throws IOException {
    List<String> lines = new ArrayList<>(List.of("city,year,s,a,b"));
    java.util.Random random = new java.util.Random(3);
    for (int row = 0; row < 240 * 2 * 60; row++) {
      lines.add(
          "c%03d,%d,s%d,%s,%s"
              .formatted(
                  row / 120,
                  2010 + row % 2,
                  row / 2 % 60,
                  1 + random.nextDouble(),
                  1 + random.nextDouble()));
    }
    String input = csv(lines.toArray(String[]::new));
    assertThat(run("--input", input, "--by", "city", "--identity", "v = a[s] * b[s]")).isZero();
    assertThat(err.toString()).isEmpty();
    assertThat(rows()).hasSize(240 * 2);
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

  /** The smallest city is 1/750 of the whole. */
  @Test
  void aVerySmallCityAddsUpBitForBitToo() throws IOException {
    List<String> lines = new ArrayList<>(List.of("city,year,gdp,co2"));
    java.util.Random random = new java.util.Random(11);
    for (int size : new int[] {1000, 300, 150, 50, 2}) {
      for (int year = 2010; year < 2020; year++) {
        double gdp = size * (1 + random.nextDouble());
        lines.add("c%d,%d,%s,%s".formatted(size, year, gdp, size * (2 + random.nextDouble())));
      }
    }
    String input = csv(lines.toArray(String[]::new));
    assertThat(run("--input", input, "--by", "city", "--identity", "co2 = gdp * (co2 / gdp)"))
        .isZero();
    Map<String, Double> sums = new java.util.TreeMap<>();
    rows()
        .forEach(
            r ->
                sums.merge(
                    r.get("year_to") + r.get("factor").replace("gdp", "gdp[city]"),
                    Double.parseDouble(r.get("effect")),
                    Double::sum));
    String whole = "co2 = gdp[city] * (co2[city] / gdp[city])";
    assertThat(run("--input", input, "--identity", whole)).isZero();
    assertThat(rows()).hasSize(2 * 9);
    for (Map<String, String> row : rows()) {
      String key = row.get("year_to") + row.get("factor").replace("co2[city]", "co2");
      assertThat(sums.get(key)).as(key).isEqualTo(Double.parseDouble(row.get("effect")));
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

  /** 10 × 2 -> 12 × 3: Laspeyres leaves 2 × 1, which is a bar of the waterfall. */
  @Test
  void otherMethodsStandBesideAndTheResidualIsDrawn() throws IOException {
    String input = csv("year,a,b", "2010,10,2", "2011,12,3");
    Path picture = folder.resolve("new").resolve("picture.svg");
    List<String> args = List.of("--input", input, "--identity", "v = a * b");
    List<String> compared = new ArrayList<>(args);
    compared.addAll(List.of("--method", "laspeyres", "--compare", "shapley,marshall-edgeworth"));
    compared.addAll(List.of("--plot", picture.toString(), "--lang", "en"));
    assertThat(run(compared.toArray(String[]::new))).isZero();
    assertThat(rows().get(0))
        .containsEntry("effect", "4.0")
        .containsEntry("residual", "2.0")
        .containsEntry("shapley", "5.0")
        .containsEntry("marshall_edgeworth", "5.0")
        .containsEntry("spread", "1.0");
    assertThat(Files.readString(picture)).contains("Residual");
    List<String> exact = new ArrayList<>(args);
    exact.addAll(List.of("--plot", picture.toString(), "--lang", "en"));
    assertThat(run(exact.toArray(String[]::new))).isZero();
    assertThat(Files.readString(picture)).doesNotContain("Residual");
  }

  @Test
  void whatAnotherMethodCannotComputeIsEmpty() throws IOException {
    String input = csv("region,year,a", "X,2010,-4", "X,2011,6", "Y,2010,1", "Y,2011,3");
    Path output = folder.resolve("compared.parquet");
    assertThat(
            run(
                "--input",
                input,
                "--by",
                "region",
                "--identity",
                "v = a",
                "--method",
                "shapley",
                "--compare",
                "lmdi1",
                "--output",
                output.toString()))
        .isZero();
    List<Row> rows =
        LocalSpark.session().read().parquet(output.toString()).orderBy("region").collectAsList();
    assertThat(rows).extracting(r -> r.getAs("lmdi1")).containsExactly(null, 2.0);
    assertThat(rows).extracting(r -> r.getAs("spread")).containsExactly(0.0, 0.0);
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
}
