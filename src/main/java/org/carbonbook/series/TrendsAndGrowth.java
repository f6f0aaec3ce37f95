package org.carbonbook.series;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.carbonbook.lake.Origin;
import org.carbonbook.series.AnalysisRows.Kind;
import org.carbonbook.series.LevelSteps.Runs;
import org.carbonbook.series.SeriesSegments.Split;
import org.carbonbook.statistics.growth.GrowthKernel;
import org.carbonbook.statistics.series.GroupKernel;
import org.carbonbook.statistics.trend.TrendKernel;

/**
 * Trend tests and growth of every series that can be assessed: of each run of years between two
 * breaks. A series without rows has the reason in its summary.
 */
final class TrendsAndGrowth {

  private final SeriesRules rules;
  private final AnalysisRules.Trends trends;
  private final GroupKernel test;
  private final GroupKernel testWithGaps;

  TrendsAndGrowth(SeriesRules rules) {
    this.rules = rules;
    this.trends = rules.analysis().trends();
    this.test = new TrendKernel(trends.chosen(), trends.alpha());
    this.testWithGaps = new TrendKernel(trends.chosenForGaps(), trends.alpha());
  }

  void addTo(RegionFindings findings, RegionSeries region) {
    for (Split split : region.all()) {
      for (YearSeries segment : split.segments()) {
        Optional<String> reason = findReasonAgainst(segment);
        if (reason.isPresent()) {
          String status = RegionFindings.NOT_ASSESSED + reason.get();
          findings.note(Kind.TREND, segment.name(), status);
          findings.note(Kind.GROWTH, segment.name(), status);
        } else {
          Runs runs = rules.levels().split(segment);
          runs.runs().forEach(run -> addTrend(findings, run, runs));
          runs.runs().forEach(run -> addGrowth(findings, run));
        }
      }
    }
  }

  /** Why neither growth nor trend of a series has a meaning. */
  private Optional<String> findReasonAgainst(YearSeries series) {
    String dimension =
        rules
            .names()
            .findDimension(series.key().indicator(), rules.analysis().growth().withoutDimensions());
    if (dimension != null) {
      return Optional.of("growth and trend of this dimension mean nothing: " + dimension);
    }
    return series.figures().stream().allMatch(figure -> figure.origin() == Origin.ASSUMED)
        ? Optional.of("every figure is assumed")
        : Optional.empty();
  }

  private void addTrend(RegionFindings findings, YearSeries run, Runs runs) {
    if (run.size() < trends.minYears()) {
      String between = runs.steps().isEmpty() ? "" : " between level steps";
      findings.note(
          Kind.TREND,
          run.name(),
          "%s%d %s%s, a trend test needs %d"
              .formatted(
                  RegionFindings.NOT_ASSESSED,
                  longest(runs),
                  longest(runs) == 1 ? "year" : "years",
                  between,
                  trends.minYears()));
      return;
    }
    GroupKernel fitting = run.gaps() > 0 ? testWithGaps : test;
    for (Object[] row : fitting.rowsOf(new double[][] {run.years(), run.values()})) {
      Map<String, Object> cells = Kind.named(fitting.columns(), row);
      cells.put("gaps", run.gaps());
      if (run.gaps() > 0) {
        cells.put("autocorrelation", null);
      }
      cells.put("first_year", run.firstYear());
      cells.put("last_year", run.lastYear());
      cells.put("status", statusOf(String.valueOf(cells.get("status"))));
      findings.add(Kind.TREND, run.name(), "", origin(run), cells);
    }
    findings.note(Kind.TREND, run.name(), RegionFindings.ASSESSED);
  }

  private static int longest(Runs runs) {
    return runs.runs().stream().mapToInt(YearSeries::size).max().orElse(0);
  }

  /** A constant series is assessed; a test whose variance is negative is not. */
  private static String statusOf(String kernel) {
    return kernel.startsWith(RegionFindings.ASSESSED)
        ? RegionFindings.ASSESSED
        : kernel.replaceFirst("^undefined: ", RegionFindings.NOT_ASSESSED);
  }

  /** A ratio to a figure that is zero or negative is not a growth figure. */
  private static void addGrowth(RegionFindings findings, YearSeries run) {
    if (Arrays.stream(run.values()).anyMatch(value -> value <= 0)) {
      findings.note(
          Kind.GROWTH,
          run.name(),
          RegionFindings.NOT_ASSESSED + "growth needs figures above zero in all years");
      return;
    }
    GrowthKernel kernel = new GrowthKernel(List.of(), run.prices());
    for (Object[] row : kernel.rowsOf(new double[][] {run.years(), run.values()})) {
      Map<String, Object> cells = new HashMap<>(Kind.named(kernel.columns(), row));
      String status = String.valueOf(cells.get("status"));
      if (cells.get("value") != null) {
        cells.put("first_year", run.firstYear());
        findings.add(Kind.GROWTH, run.name(), "", origin(run), cells);
      }
      findings.note(Kind.GROWTH, run.name(), status);
    }
  }

  private static Origin origin(YearSeries run) {
    return YearSeries.computedFrom(List.of(run));
  }
}
