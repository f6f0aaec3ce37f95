package org.carbonbook.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.carbonbook.fixtures.SampleLake;
import org.carbonbook.lake.ColumnDefinition;
import org.carbonbook.mart.MartDefinition;
import org.junit.jupiter.api.Test;

/** Every figure of every mart of the sample is one that can be printed. */
class MartFiguresTest {

  /** What may be as small as it likes: probabilities, and what rounding leaves, named as that. */
  private static final Set<String> MAY_BE_TINY = Set.of("p", "change_point_p", "residual");

  /** An effect of -0.00000002 t CO2 is binary rounding, and a reader takes it for a finding. */
  @Test
  void noFigureIsTheRoundingOfAnother() throws IOException {
    assertThat(
            columnsWith(
                "%1$s <> 0 AND abs(%1$s) < 1e-9", column -> !MAY_BE_TINY.contains(column.name())))
        .isEmpty();
  }

  @Test
  void everyFigureIsFinite() throws IOException {
    assertThat(columnsWith("isnan(%1$s) OR abs(%1$s) = double('infinity')", column -> true))
        .isEmpty();
  }

  /**
   * Neighbours across a gap are no neighbours in time: what corrects for their correlation fails.
   */
  @Test
  void trendsOfRunsWithGapsTakeNoCorrelationFromYearToYear() throws IOException {
    assertThat(
            sql(
                "SELECT mk_test, autocorrelation IS NULL AS none, count(*) > 0 AS there FROM"
                    + " mart.trend WHERE gaps > 0 GROUP BY 1, 2"))
        .containsExactly("original,true,true");
  }

  /** What a table does not print is no zero: neither ratio nor sum is made of it. */
  @Test
  void chainsThatCannotBeAssessedHaveNoRatio() throws IOException {
    assertThat(
            sql(
                "SELECT region_code, year, chain FROM mart.carbon_chain WHERE status <> 'assessed'"
                    + " AND (ratio IS NOT NULL OR carbon_out_t IS NOT NULL OR carbon_lost_t IS NOT"
                    + " NULL) OR carbon_out_t = 0"))
        .isEmpty();
  }

  /** The coefficients of all fuels are rounded; those of three differ more than rounding does. */
  @Test
  void theBreakOfHubeiNamesTheFuelsThatDifferAndNoneThatIsRounded() throws IOException {
    assertThat(
            sql(
                "SELECT regexp_extract(note, 'same factors [(]([^)]*)[)]', 1) AS fuels FROM"
                    + " mart.emission_decomposition WHERE region_code = '420000' AND factor ="
                    + " 'break'"))
        .containsExactly("\"briquettes, other_coking_products, refinery_gas\"");
  }

  @Test
  void aBasisStandsBesideTheFigureThatItIsOf() throws IOException {
    assertThat(
            sql(
                "SELECT region_code, year, industry FROM mart.high_energy_industry WHERE"
                    + " (energy_basis IS NULL) <> (energy_tce IS NULL) OR (constant_basis IS NULL)"
                    + " <> (output_constant IS NULL AND value_added_constant IS NULL)"))
        .isEmpty();
  }

  private interface Chosen {
    boolean is(ColumnDefinition column);
  }

  /** The columns that hold a figure of which a condition is true. */
  private static List<String> columnsWith(String condition, Chosen chosen) throws IOException {
    List<String> selects = new ArrayList<>();
    for (MartDefinition mart : MartDefinition.listMarts(Path.of("conf"))) {
      String columns =
          mart.definition().columns().stream()
              .filter(column -> column.type().equals("double") && chosen.is(column))
              .map(
                  column ->
                      "IF(count_if(%s) > 0, '%s', NULL)"
                          .formatted(condition.formatted(column.name()), column.name()))
              .collect(Collectors.joining(", "));
      if (!columns.isEmpty()) {
        selects.add(
            "SELECT '%s' AS mart, concat_ws(' ', %s) AS columns FROM %s"
                .formatted(mart.table(), columns, mart.table()));
      }
    }
    assertThat(selects).hasSizeGreaterThan(20);
    return sql("SELECT * FROM (" + String.join(" UNION ALL ", selects) + ") WHERE columns <> ''");
  }

  private static List<String> sql(String statement) throws IOException {
    String lake = SampleLake.get().folder().toString();
    CommandRun run = CommandRun.of("--lake", lake, "sql", statement, "--format", "csv");
    assertThat(run.exitCode()).as(run.err()).isZero();
    return run.out().lines().skip(1).toList();
  }
}
