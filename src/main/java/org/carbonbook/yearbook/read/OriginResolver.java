package org.carbonbook.yearbook.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.carbonbook.conf.NearestNames;
import org.carbonbook.yearbook.grid.Grid;
import org.carbonbook.yearbook.grid.GridCell;
import org.carbonbook.yearbook.layout.Layout;
import org.carbonbook.yearbook.layout.Recognition;
import org.carbonbook.yearbook.vocabulary.LabelText;
import org.carbonbook.yearbook.vocabulary.RegionNames;

/** Derives a table's region and year from its titles, its file's name and its sidecar. */
final class OriginResolver {

  private static final int HEAD_ROWS = 12;

  private static final Pattern REGION_LINE =
      Pattern.compile("(?:地区|城市|省份?|省市|市|区县|县|区域|行政区划?)(?:名称)?:(\\p{IsHan}+)");

  private final Grid grid;
  private final Recognition recognition;
  private final ReadingHints hints;
  private final RegionNames regions;
  private final SheetFindings findings;
  private final int latestYear;

  OriginResolver(TableContext context) {
    this.grid = context.grid();
    this.recognition = context.recognition();
    this.hints = context.hints();
    this.regions = context.vocabulary().regions();
    this.findings = context.findings();
    this.latestYear = context.latestYear();
  }

  /** What one place states. */
  private record Statement(Layout.Place place, String text) {}

  /** The region's code; null, with a notice, when it cannot be derived, or when rows name it. */
  String regionCode() {
    Layout.StatedIn origin = recognition.layout().region();
    List<Statement> said = listStatements(origin, "region", hints.region());
    String code = null;
    for (Statement each : said) {
      Optional<String> found = regions.findCode(each.text());
      if (found.isPresent() && code != null && !found.get().equals(code)) {
        reportDisagree("region", said);
      }
      code = code == null ? found.orElse(null) : code;
    }
    boolean named = said.stream().anyMatch(each -> isNamed(each.place()));
    boolean found = said.stream().filter(s -> isNamed(s.place())).anyMatch(s -> isRegion(s.text()));
    if (named && !found) {
      reportNoRegion(said);
    }
    String stated = byText(origin);
    if (code != null && stated != null && !stated.equals(code)) {
      reportContradiction(stated, said);
    }
    if (code == null && said.isEmpty()) {
      code = stated;
    }
    if (code != null) {
      requireSameAbove(code);
    }
    if (code == null && !named && !namedByAxis(origin)) {
      reportNoRegion(said);
    }
    return code;
  }

  /** A second title gives a second opinion; it does not replace a first one that is not known. */
  private static boolean isNamed(Layout.Place place) {
    return place != Layout.Place.TITLE_EN;
  }

  private boolean isRegion(String name) {
    return regions.findCode(name).isPresent();
  }

  /** A line such as 城市：武汉市 above the figures says whose they are, whatever the layout reads. */
  private void requireSameAbove(String code) {
    for (GridCell cell : grid.listCells()) {
      Matcher line = REGION_LINE.matcher(LabelText.compact(cell.text()));
      boolean differs =
          cell.row() < HEAD_ROWS
              && line.matches()
              && !regions.findCode(line.group(1)).equals(Optional.of(code));
      if (differs) {
        findings.add(
            TableNotice.UNDERIVABLE_REGION,
            cell.address(),
            "'%s' names another region than %s, that of the table; the table is not published"
                .formatted(cell.text(), code),
            "correct the region in the file's .source.yaml, or that of the sheet; add it to conf/regions.csv if it is not known");
      }
    }
  }

  /** Of two regions of which the sheet names one, nothing says that it is not the right one. */
  private void reportContradiction(String stated, List<Statement> said) {
    findings.add(
        TableNotice.UNDERIVABLE_REGION,
        titleCell(),
        "a line above the figures names region %s, and the %s names %s; the table is not published"
            .formatted(
                stated,
                said.get(0).place().toString().toLowerCase(java.util.Locale.ROOT),
                said.get(0).text()),
        "correct the region in the file's .source.yaml, or that of the sheet");
  }

  /** The region by a line above the figures; of several patterns the layout's first counts. */
  private String byText(Layout.StatedIn origin) {
    for (Layout.RegionText each : origin.byText()) {
      for (GridCell cell : grid.listCells()) {
        Matcher line = each.pattern().matcher(LabelText.compact(cell.text()));
        if (cell.row() < HEAD_ROWS && line.matches()) {
          return each.region() == null
              ? regions.findCode(line.group("region")).orElse(null)
              : each.region();
        }
      }
    }
    return null;
  }

  /** The year; null, with a notice, when it cannot be derived, or when an axis names it. */
  Integer year() {
    Layout.StatedIn origin = recognition.layout().year();
    String hint = hints.year() == null ? null : hints.year().toString();
    List<Statement> said = listStatements(origin, "year", hint);
    Integer year = null;
    for (Statement each : said) {
      int number = Integer.parseInt(each.text());
      if (year != null && number != year) {
        reportDisagree("year", said);
      }
      year = year == null ? Integer.valueOf(number) : year;
    }
    if (year != null && year > latestYear) {
      findings.add(
          TableNotice.YEAR_TOO_LATE,
          titleCell(),
          "%d is later than %d, the latest year that is read; the table is not published"
              .formatted(year, latestYear),
          "correct the year, or raise latest_year in conf/reading.yaml");
    }
    if (year == null && !namedByAxis(origin)) {
      findings.add(
          TableNotice.UNDERIVABLE_YEAR,
          titleCell(),
          "neither the title nor the sidecar names the year, so the table is not published",
          "add 'year: 2007' to the file's .source.yaml");
    }
    return year;
  }

  private static boolean namedByAxis(Layout.StatedIn origin) {
    return origin.from().contains(Layout.Place.ROWS)
        || origin.from().contains(Layout.Place.COLUMNS)
        || origin.from().isEmpty();
  }

  private List<Statement> listStatements(Layout.StatedIn origin, String group, String hint) {
    List<Statement> said = new ArrayList<>();
    for (Layout.Place place : origin.from()) {
      String text =
          switch (place) {
            case TITLE -> group(recognition.title(), group);
            case TITLE_EN -> group(recognition.titleEn(), group);
            case FILE_NAME -> group(recognition.fileName(), group);
            case SIDECAR -> hint;
            case ROWS, COLUMNS -> null;
          };
      if (text != null && !text.isBlank()) {
        said.add(new Statement(place, text));
      }
    }
    return said;
  }

  /** A pattern may name a group more than once, as {@code year}, {@code year2} and so on. */
  private static String group(Matcher matcher, String group) {
    if (matcher == null) {
      return null;
    }
    for (String name : List.of(group, group + "2", group + "3")) {
      boolean has = matcher.pattern().pattern().contains("(?<" + name + ">");
      String text = has ? matcher.group(name) : null;
      if (text != null) {
        return text;
      }
    }
    return null;
  }

  private void reportDisagree(String what, List<Statement> said) {
    List<String> each =
        said.stream()
            .map(s -> s.place().toString().toLowerCase(java.util.Locale.ROOT) + " " + s.text())
            .toList();
    findings.add(
        TableNotice.TITLES_DISAGREE,
        titleCell(),
        String.format(
            "the sources of the %s disagree: %s; %s counts",
            what, String.join(", ", each), each.get(0)),
        "check the printed table, or correct the sidecar");
  }

  private void reportNoRegion(List<Statement> said) {
    if (said.isEmpty()) {
      findings.add(
          TableNotice.UNDERIVABLE_REGION,
          titleCell(),
          "neither the title nor the sidecar names the region, so the table is not published",
          "add 'region: \"420000\"' to the file's .source.yaml");
      return;
    }
    String name = said.get(0).text();
    findings.add(
        TableNotice.UNDERIVABLE_REGION,
        titleCell(),
        String.format(
            "'%s' is not a known region; the nearest are %s",
            name,
            String.join(", ", NearestNames.list(name, regions.listNames(), 3, LabelText::key))),
        "add it to conf/regions.csv, or name the region in the file's .source.yaml");
  }

  private String titleCell() {
    return recognition.titleCell() == null ? "" : recognition.titleCell().address();
  }
}
