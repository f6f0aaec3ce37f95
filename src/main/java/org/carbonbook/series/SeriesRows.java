package org.carbonbook.series;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.carbonbook.lake.TableRows;
import org.carbonbook.series.AnalysisRows.Kind;
import org.carbonbook.series.AnalysisRows.Output;
import org.carbonbook.series.LevelSteps.LevelStep;
import org.carbonbook.series.LevelSteps.Runs;
import org.carbonbook.series.SeriesSegments.Break;
import org.carbonbook.series.SeriesSegments.Split;

/** The series of a region as rows: their figures, one summary of each, and their breaks. */
final class SeriesRows {

  private final RegionSeries region;
  private final SeriesRules rules;
  private final RegionFindings findings;

  /**
   * @param findings what was found of the series, for the summaries
   */
  SeriesRows(RegionSeries region, SeriesRules rules, RegionFindings findings) {
    this.region = region;
    this.rules = rules;
    this.findings = findings;
  }

  List<Row> list() {
    List<Row> rows = new ArrayList<>();
    for (Split split : region.all()) {
      for (int i = 0; i < split.segments().size(); i++) {
        YearSeries segment = split.segments().get(i);
        Runs runs = rules.levels().split(segment);
        segment.figures().forEach(figure -> rows.add(point(segment, runs, figure)));
        rows.add(summary(segment, breaksOf(split, i, runs)));
        runs.steps().forEach(step -> rows.add(step(segment, step)));
        if (i > 0) {
          rows.add(classificationBreak(split, i));
        }
      }
    }
    return rows;
  }

  private Row point(YearSeries series, Runs runs, SeriesFigure figure) {
    SeriesKey key = series.key();
    TableRows.RowBuilder row =
        Output.POINT
            .row()
            .set("region_code", region.region())
            .set("series", series.name())
            .set("year", figure.year())
            .set("value", figure.value())
            .set("unit", series.unit())
            .set("price_basis", series.prices().text())
            .set("indicator", key.indicator())
            .set("sector", key.sector())
            .set("item", key.item())
            .set("basis", key.basis())
            .set("publication", key.publication())
            .set("edition", figure.edition())
            .set("edition_rank", figure.rank())
            .set("classification", rules.segments().findVersion(key, figure.year()))
            .set("run_from", runs.startOf(figure.year()))
            .set("derivation", figure.derivation())
            .set("origin", figure.origin().text())
            .set("observation_id", figure.observationId())
            .set("parts", figure.parts());
    return Output.POINT.of(deflation(row, series, figure.deflation()).build());
  }

  private static TableRows.RowBuilder deflation(
      TableRows.RowBuilder row, YearSeries series, SeriesFigure.Deflated deflated) {
    if (deflated == null) {
      return row.setNull(
          "source_series",
          "source_year",
          "index_series",
          "index_of",
          "link_years",
          "link_direction",
          "base_year",
          "level");
    }
    return row.set("source_series", deflated.sourceSeries())
        .set("source_year", deflated.sourceYear())
        .set("index_series", deflated.indexSeries())
        .set("index_of", deflated.indexOf())
        .set("link_years", deflated.linkYears())
        .set("link_direction", deflated.linkDirection())
        .set("base_year", series.prices().baseYear())
        .set("level", deflated.level());
  }

  private Row summary(YearSeries series, String breaks) {
    SeriesKey key = series.key();
    SeriesNames names = rules.names();
    TableRows.RowBuilder row =
        Output.SUMMARY
            .row()
            .set("region_code", region.region())
            .set("region_name", names.ofRegion(region.region()))
            .set("indicator", key.indicator())
            .set("indicator_zh", names.ofIndicator(key.indicator()))
            .set("sector", key.sector())
            .set("sector_zh", names.ofSector(key.sector()))
            .set("fuel", key.item())
            .set("fuel_zh", names.ofItem(key.item()))
            .set("unit", series.unit())
            .set("price_basis", series.prices().text())
            .set("basis", key.basis())
            .set("source", key.publication())
            .set("index_source", series.findLinkedPublication().orElse(null))
            .set("classification", classification(series))
            .set("first_year", series.firstYear())
            .set("last_year", series.lastYear())
            .set("n", series.size())
            .set("gaps", series.gaps())
            .set("breaks", breaks)
            .set("derivation", series.figures().get(0).derivation())
            .set("origin", series.origin().text())
            .set("series", series.name());
    for (Kind kind : Kind.values()) {
      row.set(kind.statusColumn(), findings.statusOf(kind, series.name()));
    }
    return Output.SUMMARY.of(row.build());
  }

  /**
   * The versions of GB/T 4754 that the figures are counted by; null for what is not an industry.
   */
  private String classification(YearSeries series) {
    TreeSet<String> versions =
        series.figures().stream()
            .map(figure -> rules.segments().findVersion(series.key(), figure.year()))
            .filter(Objects::nonNull)
            .collect(Collectors.toCollection(TreeSet::new));
    return versions.isEmpty() ? null : String.join(", ", versions);
  }

  /** The breaks before, within and after a segment; null where there are none. */
  private static String breaksOf(Split split, int segment, Runs runs) {
    Stream<String> around =
        split.breaks().stream()
            .filter(each -> isAround(split.segments().get(segment), each))
            .map(each -> "classification %d-%d".formatted(each.lastYear(), each.nextYear()));
    String text =
        Stream.concat(around, runs.steps().stream().map(LevelStep::text))
            .collect(Collectors.joining("; "));
    return text.isEmpty() ? null : text;
  }

  private static boolean isAround(YearSeries segment, Break each) {
    return segment.lastYear() == each.lastYear() || segment.firstYear() == each.nextYear();
  }

  private Row step(YearSeries series, LevelStep step) {
    return Output.BREAK.of(
        breakRow(series.name(), series.name(), "level_step", step.lastYear(), step.nextYear())
            .set("change", step.change())
            .set("limit_of_change", step.limit())
            .set("origin", YearSeries.computedFrom(List.of(series)).text())
            .set("reason", step.text())
            .build());
  }

  private Row classificationBreak(Split split, int segment) {
    YearSeries before = split.segments().get(segment - 1);
    YearSeries after = split.segments().get(segment);
    Break each = split.breaks().get(segment - 1);
    double change =
        after.figures().get(0).value() / before.figures().get(before.size() - 1).value() - 1;
    return Output.BREAK.of(
        breakRow(before.name(), after.name(), "classification", each.lastYear(), each.nextYear())
            .set("change", Double.isFinite(change) ? change : null)
            .setNull("limit_of_change")
            .set("origin", YearSeries.computedFrom(List.of(before, after)).text())
            .set("reason", each.reason())
            .build());
  }

  private TableRows.RowBuilder breakRow(
      String series, String next, String kind, int last, int first) {
    return Output.BREAK
        .row()
        .set("region_code", region.region())
        .set("series", series)
        .set("next_series", next)
        .set("kind", kind)
        .set("last_year", last)
        .set("next_year", first);
  }
}
