package org.carbonbook.series;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.carbonbook.lake.Origin;
import org.carbonbook.series.AnalysisRows.Kind;
import org.carbonbook.series.AnalysisRules.Question;
import org.carbonbook.series.SeriesSegments.Split;
import org.carbonbook.statistics.decoupling.DecouplingKernel;
import org.carbonbook.statistics.decoupling.ElasticityKernel;
import org.carbonbook.statistics.series.GroupKernel;

/**
 * Questions about two series: how a pressure moves with its driver, and how much energy grows with
 * output. A driver is never in current prices: its growth would be that of prices. Of several
 * series that fit, the declared pair is the one whose patterns and editions count first among those
 * with enough years; the others are alternatives. Each question has one answer: the latest run of
 * years without a break that is long enough, of the declared pair.
 */
final class SeriesPairs {

  private static final String RUN = "run";
  private static final String STATUS = "status";

  private final RegionSeries region;
  private final SeriesRules rules;
  private final RegionFindings findings;

  SeriesPairs(RegionSeries region, SeriesRules rules, RegionFindings findings) {
    this.region = region;
    this.rules = rules;
    this.findings = findings;
  }

  /**
   * Two series that fit a question.
   *
   * @param driverPlace the place of the driver's pattern in the question
   * @param pressurePlace the place of the pressure's pattern
   * @param intervals the intervals of the longest run of years with both, or -1
   */
  private record Pair(
      int driverPlace, Split driver, int pressurePlace, Split pressure, int intervals) {

    /** A pair that has enough years comes first, then the declared order. */
    static Comparator<Pair> order(int enough) {
      return Comparator.<Pair>comparingInt(pair -> -Math.min(enough, pair.intervals()))
          .thenComparingInt(Pair::driverPlace)
          .thenComparingInt(Pair::pressurePlace)
          .thenComparingInt(pair -> pair.driver().whole().rank())
          .thenComparingInt(pair -> pair.pressure().whole().rank())
          .thenComparing(Comparator.comparingInt(Pair::intervals).reversed())
          .thenComparing(pair -> pair.driver().whole().name())
          .thenComparing(pair -> pair.pressure().whole().name());
    }
  }

  /** The spans of a pair's segments, and the series that they are of. */
  private record Spans(YearSeries driver, YearSeries pressure, List<Map<String, Object>> rows) {}

  void addDecoupling(List<Question> questions) {
    questions.forEach(question -> add(Kind.DECOUPLING, question));
  }

  void addElasticity(List<Question> questions) {
    questions.forEach(question -> add(Kind.ELASTICITY, question));
  }

  private void add(Kind kind, Question question) {
    noteCurrentPrices(kind, question);
    Map<String, List<Pair>> bySector = new TreeMap<>();
    for (Pair pair : listPairs(question)) {
      SeriesPattern pattern = SeriesPattern.of(question.drivers().get(pair.driverPlace()));
      String sector = binding(pattern, pair.driver());
      bySector.computeIfAbsent(sector, name -> new ArrayList<>()).add(pair);
    }
    for (List<Pair> pairs : bySector.values()) {
      pairs.sort(Pair.order(rules.analysis().answerIntervals()));
      for (int i = 0; i < pairs.size(); i++) {
        addPair(kind, question, pairs.get(i), i == 0);
      }
    }
    if (bySector.isEmpty()) {
      addWithoutDriver(kind, question);
    }
  }

  private List<Pair> listPairs(Question question) {
    List<Pair> pairs = new ArrayList<>();
    Set<String> done = new TreeSet<>();
    for (int d = 0; d < question.drivers().size(); d++) {
      SeriesPattern ofDriver = SeriesPattern.of(question.drivers().get(d));
      List<Split> drivers = listReal(ofDriver);
      for (int p = 0; p < question.pressures().size() && !drivers.isEmpty(); p++) {
        SeriesPattern ofPressure = SeriesPattern.of(question.pressures().get(p));
        List<Split> pressures = region.list(ofPressure);
        for (Split driver : drivers) {
          for (Split pressure : pressures) {
            boolean sameSector =
                !question.isBySector()
                    || binding(ofDriver, driver).equals(binding(ofPressure, pressure));
            if (sameSector && done.add(driver.whole().name() + "|" + pressure.whole().name())) {
              pairs.add(new Pair(d, driver, p, pressure, longestRun(driver, pressure)));
            }
          }
        }
      }
    }
    return pairs;
  }

  private List<Split> listReal(SeriesPattern pattern) {
    return region.list(pattern).stream()
        .filter(split -> !split.whole().isInCurrentPrices())
        .toList();
  }

  private static String binding(SeriesPattern pattern, Split split) {
    return pattern.findBinding(split.whole().key()).orElse("");
  }

  /** Says of each series in current prices that would be a driver why it is not. */
  private void noteCurrentPrices(Kind kind, Question question) {
    List<SeriesPattern> drivers = question.drivers().stream().map(SeriesPattern::of).toList();
    for (Split split : region.all()) {
      SeriesKey key = split.whole().key();
      boolean wouldBe =
          split.whole().isInCurrentPrices()
              && drivers.stream()
                  .anyMatch(p -> p.matches(key) || p.matches(key.withBasis("constant_2000")));
      if (wouldBe) {
        boolean hasReal =
            region.all().stream()
                .map(other -> other.whole())
                .anyMatch(
                    other ->
                        !other.isInCurrentPrices()
                            && other.key().equals(key.withBasis(other.key().basis())));
        String status =
            "%scurrent prices; %s"
                .formatted(
                    RegionFindings.NOT_ASSESSED,
                    hasReal
                        ? "the series at constant prices of the same source is assessed instead"
                        : "the source has no index by which it could be deflated");
        split.segments().forEach(each -> findings.note(kind, each.name(), status));
      }
    }
  }

  private void addPair(Kind kind, Question question, Pair pair, boolean declared) {
    List<Spans> all = new ArrayList<>();
    for (YearSeries a : runsOf(pair.driver())) {
      for (YearSeries b : runsOf(pair.pressure())) {
        if (commonYears(a, b).size() > 1) {
          all.add(spans(kind, question, a, b));
        }
      }
    }
    if (all.isEmpty()) {
      YearSeries a = lastOf(pair.driver());
      YearSeries b = lastOf(pair.pressure());
      Spans none = spans(kind, question, a, b);
      none.rows().get(0).put(STATUS, whyNone(pair));
      all.add(new Spans(a, b, none.rows().subList(0, 1)));
    }
    Optional<Map<String, Object>> answer = declared ? answer(all) : Optional.empty();
    for (Spans spans : all) {
      Origin origin = YearSeries.computedFrom(List.of(spans.driver(), spans.pressure()));
      for (Map<String, Object> row : spans.rows()) {
        row.put("choice", declared ? "declared" : "alternative");
        row.put("answer", answer.isPresent() && answer.get() == row);
        placeInTime(row, spans);
        findings.add(kind, spans.pressure().name(), spans.driver().name(), origin, row);
        String status = String.valueOf(row.get(STATUS));
        findings.note(kind, spans.pressure().name(), status);
        findings.note(kind, spans.driver().name(), status);
      }
    }
  }

  /** A row that is not assessed stands at the years that it could be of, as a key has no nulls. */
  private static void placeInTime(Map<String, Object> row, Spans spans) {
    if (row.get("year_from") == null) {
      NavigableSet<Integer> common = commonYears(spans.driver(), spans.pressure());
      row.put("year_from", common.isEmpty() ? spans.pressure().firstYear() : common.first());
      row.put("year_to", common.isEmpty() ? spans.pressure().lastYear() : common.last());
    }
  }

  private int longestRun(Split driver, Split pressure) {
    int longest = -1;
    for (YearSeries a : runsOf(driver)) {
      for (YearSeries b : runsOf(pressure)) {
        NavigableSet<Integer> common = commonYears(a, b);
        longest = common.isEmpty() ? longest : Math.max(longest, common.last() - common.first());
      }
    }
    return longest;
  }

  private List<YearSeries> runsOf(Split split) {
    return split.segments().stream()
        .flatMap(segment -> rules.levels().split(segment).runs().stream())
        .toList();
  }

  private static YearSeries lastOf(Split split) {
    return split.segments().get(split.segments().size() - 1);
  }

  private static String whyNone(Pair pair) {
    int common = commonYears(pair.driver().whole(), pair.pressure().whole()).size();
    return RegionFindings.NOT_ASSESSED
        + (common > 1
            ? "no two years with both between breaks of the series"
            : "%d years with both, two are needed".formatted(common));
  }

  private static Spans spans(Kind kind, Question question, YearSeries a, YearSeries b) {
    GroupKernel kernel =
        kind == Kind.DECOUPLING
            ? new DecouplingKernel(a.name(), b.name(), List.of())
            : new ElasticityKernel(a.prices(), List.of());
    NavigableSet<Integer> common = commonYears(a, b);
    List<Map<String, Object>> rows = new ArrayList<>();
    for (Object[] each : kernel.rowsOf(aligned(a, b))) {
      Map<String, Object> row = Kind.named(kernel.columns(), each);
      row.put("question", question.question());
      row.put("question_zh", question.zh());
      boolean whole =
          !common.isEmpty()
              && common.first().equals(row.get("year_from"))
              && common.last().equals(row.get("year_to"));
      row.put("span", row.get("year_from") == null ? null : whole ? RUN : "year");
      if (kind == Kind.ELASTICITY) {
        requireGrowth(row);
      }
      rows.add(row);
    }
    return new Spans(a, b, rows);
  }

  /** An elasticity says how much energy growth takes; where output did not grow it says nothing. */
  private static void requireGrowth(Map<String, Object> row) {
    Object growth = row.get("output_growth");
    if (growth instanceof Double rate && rate <= 0) {
      row.put("elasticity", null);
      row.put(
          STATUS,
          "%soutput did not grow: %+.2f %% a year"
              .formatted(RegionFindings.NOT_ASSESSED, 100 * rate));
    }
  }

  /** The latest whole run that is long enough, else the longest, else the row that says why not. */
  private Optional<Map<String, Object>> answer(List<Spans> all) {
    List<Map<String, Object>> rows = all.stream().flatMap(spans -> spans.rows().stream()).toList();
    int enough = rules.analysis().answerIntervals();
    return rows.stream()
        .filter(row -> RUN.equals(row.get("span")))
        .filter(row -> RegionFindings.ASSESSED.equals(row.get(STATUS)))
        .max(
            Comparator.<Map<String, Object>>comparingInt(row -> Math.min(enough, intervals(row)))
                .thenComparingInt(row -> (Integer) row.get("year_to"))
                .thenComparingInt(SeriesPairs::intervals))
        .or(() -> rows.stream().findFirst());
  }

  private static int intervals(Map<String, Object> row) {
    return (Integer) row.get("year_to") - (Integer) row.get("year_from");
  }

  /** A pressure without a driver at constant prices has one row that says so. */
  private void addWithoutDriver(Kind kind, Question question) {
    String status =
        "%sthe region has no series %s at constant prices"
            .formatted(RegionFindings.NOT_ASSESSED, String.join(" or ", question.drivers()));
    List<Split> pressures = new ArrayList<>();
    for (String pattern : question.pressures()) {
      region.list(SeriesPattern.of(pattern)).stream()
          .filter(split -> !pressures.contains(split))
          .sorted(Comparator.comparingInt(split -> split.whole().rank()))
          .forEach(pressures::add);
    }
    pressures.stream()
        .flatMap(split -> split.segments().stream())
        .forEach(segment -> findings.note(kind, segment.name(), status));
    if (!pressures.isEmpty() && !question.isBySector()) {
      YearSeries declared = lastOf(pressures.get(0));
      Map<String, Object> row = new HashMap<>();
      row.put("question", question.question());
      row.put("question_zh", question.zh());
      row.put("choice", "declared");
      row.put("answer", true);
      row.put("year_from", declared.firstYear());
      row.put("year_to", declared.lastYear());
      row.put(STATUS, status);
      Origin origin = YearSeries.computedFrom(List.of(declared));
      findings.add(kind, declared.name(), "", origin, row);
    }
  }

  private static NavigableSet<Integer> commonYears(YearSeries a, YearSeries b) {
    TreeSet<Integer> years = new TreeSet<>();
    a.figures().forEach(figure -> years.add(figure.year()));
    years.removeIf(year -> b.find(year).isEmpty());
    return years;
  }

  /** Years, first and second values; NaN where one of them has none. */
  static double[][] aligned(YearSeries... all) {
    TreeSet<Integer> years = new TreeSet<>();
    Arrays.stream(all).forEach(s -> s.figures().forEach(figure -> years.add(figure.year())));
    double[][] columns = new double[all.length + 1][];
    columns[0] = years.stream().mapToDouble(Integer::intValue).toArray();
    for (int i = 0; i < all.length; i++) {
      YearSeries each = all[i];
      columns[i + 1] =
          years.stream()
              .mapToDouble(year -> each.find(year).map(SeriesFigure::value).orElse(Double.NaN))
              .toArray();
    }
    return columns;
  }
}
