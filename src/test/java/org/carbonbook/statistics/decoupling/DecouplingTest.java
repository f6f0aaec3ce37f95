package org.carbonbook.statistics.decoupling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.apache.commons.csv.CSVRecord;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.carbonbook.fixtures.LocalSpark;
import org.carbonbook.fixtures.ReferenceFiles;
import org.carbonbook.statistics.growth.PriceBasis;
import org.carbonbook.statistics.growth.YearSpan;
import org.carbonbook.statistics.series.NotAssessedReason;
import org.carbonbook.statistics.series.TimeSeries;
import org.carbonbook.statistics.spark.GroupedRows;
import org.carbonbook.statistics.spark.TimeColumn;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class DecouplingTest {

  @Test
  @Tag("reference")
  void everyBorderOfThePublishedTable() {
    List<CSVRecord> rows = ReferenceFiles.records("statistics/v11_tapio_boundary_states.csv");
    assertThat(rows).hasSize(14);
    for (CSVRecord row : rows) {
      double pressure = Double.parseDouble(row.get("rel_dC"));
      double driver = Double.parseDouble(row.get("rel_dG"));
      assertThat(Tapio.state(pressure, driver).en()).isEqualTo(row.get("state_as_coded_here"));
      if (row.get("elasticity").isEmpty()) {
        assertThat(Tapio.findElasticity(pressure, driver)).isEmpty();
      } else {
        assertThat(Tapio.findElasticity(pressure, driver).orElseThrow())
            .isEqualTo(Double.parseDouble(row.get("elasticity")));
      }
    }
  }

  @Test
  void theBordersAsStated() {
    assertThat(Tapio.state(0.4, 0.5)).isEqualTo(DecouplingState.EXPANSIVE_COUPLING);
    assertThat(Tapio.state(0.6, 0.5)).isEqualTo(DecouplingState.EXPANSIVE_COUPLING);
    assertThat(Tapio.state(-0.4, -0.5)).isEqualTo(DecouplingState.RECESSIVE_COUPLING);
    assertThat(Tapio.state(0, 0)).isEqualTo(DecouplingState.UNDEFINED);
  }

  @Property
  void theStateNeverContradictsTheIndex(
      @ForAll @DoubleRange(min = 0.1, max = 10) double pressureEnd,
      @ForAll @DoubleRange(min = 0.1, max = 10) double driverEnd) {
    TimeSeries pressure = TimeSeries.ofSequence(1, pressureEnd).get();
    TimeSeries driver = TimeSeries.ofSequence(1, driverEnd).get();
    Decoupling found = Decoupling.between(pressure, driver, new YearSpan(0, 1)).get();
    boolean strong = found.state() == DecouplingState.STRONG_DECOUPLING;
    assertThat(strong).isEqualTo(pressureEnd < 1 && driverEnd > 1);
    if (strong) {
      assertThat(found.oecd().factor()).isPositive();
    }
    assertThat(found.oecd().ratio()).isCloseTo(pressureEnd / driverEnd, within(1e-12));
  }

  @Test
  void energyElasticityIsGrowthOverGrowth() {
    TimeSeries energy =
        TimeSeries.of(new double[] {2006, 2010}, new double[] {100, 174.900625}).get();
    TimeSeries gdp = TimeSeries.of(new double[] {2006, 2010}, new double[] {100, 193.877776}).get();
    EnergyElasticity found =
        EnergyElasticity.between(energy, gdp, new YearSpan(2006, 2010), PriceBasis.constant(2000))
            .get();
    assertThat(found.elasticity()).isCloseTo(15.0 / 18, within(1e-9));
    assertThat(found.output().priceBasis().text()).isEqualTo("constant 2000");
  }

  @Test
  void badValuesSayWhy() {
    TimeSeries pressure = TimeSeries.of(new double[] {2000, 2001}, new double[] {-1, 2}).get();
    TimeSeries driver = TimeSeries.of(new double[] {2000, 2001}, new double[] {1, 1}).get();
    assertThat(Decoupling.between(pressure, driver, new YearSpan(2000, 2001)).status())
        .isEqualTo("not assessed: the pressure is -1.0 in 2000, which is not positive");
    assertThat(Decoupling.between(driver, pressure, new YearSpan(2000, 2002)).findReason())
        .contains(NotAssessedReason.YEAR_MISSING);
    assertThat(
            EnergyElasticity.between(driver, driver, new YearSpan(2000, 2001), PriceBasis.current())
                .findReason())
        .contains(NotAssessedReason.ZERO_DENOMINATOR);
  }

  @Test
  void tablesOfManyGroups() {
    Dataset<Row> rows =
        LocalSpark.session()
            .sql(
                "select * from values ('421200', 2008, 100.0, 50.0), ('421200', 2009, 110.0, 49.0),"
                    + " ('421200', 2011, 130.0, 60.0), ('420000', 2008, 1.0, null)"
                    + " as t(region_code, year, gdp, co2_t)");
    GroupedRows grouped =
        GroupedRows.of(
            rows,
            List.of("region_code"),
            List.of(
                TimeColumn.of(rows, "year"),
                GroupedRows.quoted("gdp"),
                GroupedRows.quoted("co2_t")));
    Map<String, Row> byYears =
        grouped.map(new DecouplingKernel("gdp", "co2_t", List.of())).collectAsList().stream()
            .collect(
                Collectors.toMap(
                    r ->
                        r.getAs("region_code")
                            + " "
                            + r.getAs("year_from")
                            + "-"
                            + r.getAs("year_to"),
                    r -> r));
    assertThat(byYears.keySet())
        .containsExactlyInAnyOrder("421200 2008-2009", "421200 2008-2011", "420000 null-null");
    Row year = byYears.get("421200 2008-2009");
    assertThat(year.<String>getAs("state")).isEqualTo("strong decoupling");
    assertThat(year.<Double>getAs("elasticity")).isCloseTo(-0.2, within(1e-12));
    assertThat(year.<String>getAs("driver")).isEqualTo("gdp");
    assertThat(byYears.get("420000 null-null").<String>getAs("status"))
        .isEqualTo("not assessed: no observation of co2_t");
    Row elasticity =
        grouped
            .map(new ElasticityKernel(PriceBasis.constant(2005), List.of()))
            .filter("year_to = 2011 and year_from = 2008")
            .first();
    double energy = Math.cbrt(1.2) - 1;
    double output = Math.cbrt(1.3) - 1;
    assertThat(elasticity.<Double>getAs("elasticity")).isCloseTo(energy / output, within(1e-12));
    assertThat(elasticity.<String>getAs("price_basis")).isEqualTo("constant 2005");
  }
}
