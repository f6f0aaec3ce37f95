package org.carbonbook.yearbook.suggest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.carbonbook.conf.ConfYaml;
import org.carbonbook.notice.Notice;
import org.carbonbook.yearbook.grid.CellAddress;
import org.carbonbook.yearbook.grid.Grid;
import org.carbonbook.yearbook.grid.GridCell;
import org.carbonbook.yearbook.grid.GridReader;
import org.carbonbook.yearbook.grid.ReadingLimits;
import org.carbonbook.yearbook.layout.Layout;
import org.carbonbook.yearbook.vocabulary.CodeList;
import org.carbonbook.yearbook.vocabulary.Crosswalk;
import org.carbonbook.yearbook.vocabulary.LabelMapping;
import org.carbonbook.yearbook.vocabulary.LabelText;
import org.carbonbook.yearbook.vocabulary.Vocabulary;

/**
 * Drafts the layout of a table that no layout fits: title, frame, axes, units, and the lines of its
 * crosswalks. Codes are filled in only where a label is a known one but for its spelling; what is
 * left blank keeps the table from being published until a person has filled it in.
 */
public final class LayoutSuggester {

  private static final int RECOGNISED_BY = 3;
  private static final String NOT_READ = "增长|增速|同比|代码|来源|备注|growth";
  private static final Pattern UNIT_BEHIND = Pattern.compile("(.+?)\\s*\\(([^()]+)\\)");
  private static final Pattern UNIT_LINE = Pattern.compile("单位:|(?i)^\\(?units?:");

  private final Path conf;
  private final Vocabulary vocabulary;
  private final LabelMatcher matcher;

  /**
   * A suggester by a configuration folder.
   *
   * @throws IOException when the folder cannot be read
   */
  public LayoutSuggester(Path conf) throws IOException {
    this.conf = conf;
    this.vocabulary = Vocabulary.load(conf);
    try (Stream<Path> files = Files.list(conf.resolve("crosswalks"))) {
      List<Path> ofMatrices =
          files
              .filter(file -> file.toString().endsWith(".csv"))
              .filter(file -> !file.endsWith(Layout.TIDY_CROSSWALK))
              .sorted()
              .toList();
      this.matcher = new LabelMatcher(vocabulary, ofMatrices);
    }
  }

  /**
   * A draft for the sheet with the most numbers.
   *
   * @param name the name of the new layout
   * @throws IllegalArgumentException when the file has no sheet with labels and figures
   */
  public LayoutDraft suggest(String fileName, byte[] content, String name) {
    List<Notice> notices = new ArrayList<>();
    Grid grid =
        new GridReader(ConfYaml.read(conf.resolve("reading.yaml"), ReadingLimits.class))
            .listGrids(fileName, content, notices).stream()
                .map(Grid::visible)
                .max(Comparator.comparingLong(LayoutSuggester::numbers))
                .orElseThrow(
                    () ->
                        new IllegalArgumentException(
                            fileName
                                + ": "
                                + (notices.isEmpty()
                                    ? "no sheet has a cell"
                                    : notices.get(0).message())));
    SheetShape shape =
        SheetShape.of(grid)
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "%s: no row of sheet %s has a label and figures beside it"
                            .formatted(fileName, grid.sheet())));
    return new Draft(name, grid, shape).build();
  }

  private static long numbers(Grid grid) {
    return grid.listCells().stream().filter(SheetShape::isNumber).count();
  }

  /** The parts of one draft. */
  private final class Draft {

    private final String name;
    private final Grid grid;
    private final SheetShape shape;
    private final Map<String, String> crosswalks = new LinkedHashMap<>();
    private final List<LabelDraft> labels = new ArrayList<>();
    private final List<String> open = new ArrayList<>();

    Draft(String name, Grid grid, SheetShape shape) {
      this.name = name;
      this.grid = grid;
      this.shape = shape;
    }

    LayoutDraft build() {
      GridCell title = title().orElse(null);
      TitlePattern pattern =
          title == null ? null : TitlePattern.of(title.text(), vocabulary.regions());
      String columns = axis("columns", columnLabels());
      String rows = axis("rows", rowLabels());
      boolean years = columns.contains("year") || rows.contains("year");
      String yaml =
          """
          name: %s
          zh: %s
          en: %s
          kind: matrix
          source: %s
          recognise:
            %s
          region: {from: [%ssidecar]}
          year: {from: [%s]}
          frame:
            %s
            notes: '^(?:注|说明|资料来源|数据来源|[Nn]ote|[Ss]ource|[①②③*])'
          columns: %s
          rows: %s
          units: {where: %s, decides: zh}
          defaults: {%s}
          # A figure that is missing would count as none: is_left_out where each figure stands for itself.
          bad_cell: fails_table
          blank: not printed
          notation: {'—': 'NO', '-': 'NO', '…': 'NE', '...': 'NE', '空': 'NE'}
          """
              .formatted(
                  name,
                  title == null ? name : scalar(oneLine(title.text())),
                  name.replace('-', ' '),
                  "the publication and the number of the table",
                  recognise(pattern),
                  pattern != null && pattern.namesRegion() ? "title, " : "",
                  years ? yearAxis(columns) : titleYear(pattern),
                  frame(),
                  columns,
                  rows,
                  unitPlace(),
                  defaults(title));
      return new LayoutDraft(
          name, yaml, Map.copyOf(crosswalks), List.copyOf(labels), List.copyOf(open));
    }

    private String recognise(TitlePattern pattern) {
      if (pattern != null) {
        return "title: " + quoted(pattern.pattern());
      }
      open.add("no title was found: recognise has labels in its place");
      List<String> known =
          Stream.concat(columnLabels().stream(), rowLabels().stream())
              .map(LabelMatcher.Label::shown)
              .filter(label -> !SheetShape.isYear(label))
              .limit(RECOGNISED_BY)
              .map(label -> quoted(oneLine(label)))
              .toList();
      return "labels: [%s]".formatted(String.join(", ", known));
    }

    private static String yearAxis(String columns) {
      return columns.contains("year") ? "columns" : "rows";
    }

    private String titleYear(TitlePattern pattern) {
      boolean inTitle = pattern != null && pattern.namesYear();
      if (!inTitle) {
        open.add("no heading, label or title names the year: state it in the file's .source.yaml");
      }
      return inTitle ? "title, sidecar" : "sidecar";
    }

    /** The longest text above the heading is the title. */
    private Optional<GridCell> title() {
      return grid.listCells().stream()
          .filter(cell -> cell.row() < shape.headerTop())
          .filter(cell -> !SheetShape.isNumber(cell))
          .filter(cell -> !isUnitLine(cell.text()))
          .max(
              Comparator.comparing((GridCell cell) -> LabelText.hasHan(cell.text()))
                  .thenComparingInt(cell -> LabelText.compact(cell.text()).length()));
    }

    private String frame() {
      for (int row = shape.headerTop(); row < shape.firstRow(); row++) {
        String corner = LabelText.compact(grid.text(row, shape.labelColumn()));
        if (!corner.isBlank()) {
          String english =
              shape.secondLabelColumn() < 0
                  ? ""
                  : "\n  anchor_en: "
                      + quoted(
                          "(?i)" + LabelText.compact(grid.text(row, shape.secondLabelColumn())));
          return "anchor: " + quoted(escaped(corner)) + english;
        }
      }
      return "header_row: 1\n  label_column: " + (shape.labelColumn() + 1);
    }

    private List<LabelMatcher.Label> columnLabels() {
      List<LabelMatcher.Label> found = new ArrayList<>();
      for (int column : shape.figureColumns()) {
        StringBuilder zh = new StringBuilder();
        StringBuilder en = new StringBuilder();
        String cell = "";
        for (int row = shape.headerTop(); row < shape.firstRow(); row++) {
          String text = SheetShape.label(grid, row, column);
          boolean above = row > shape.headerTop() && text.equals(grid.text(row - 1, column));
          if (text.isBlank() || above || isUnit(text)) {
            continue;
          }
          cell = cell.isBlank() ? CellAddress.of(row, column) : cell;
          zh.append(LabelText.compact(chinese(text)));
          en.append(en.isEmpty() ? "" : " ").append(LabelText.englishPart(text));
        }
        if (!cell.isBlank()) {
          found.add(
              new LabelMatcher.Label(cell, withoutUnit(zh.toString()), en.toString().strip()));
        }
      }
      return found;
    }

    private List<LabelMatcher.Label> rowLabels() {
      List<LabelMatcher.Label> found = new ArrayList<>();
      for (int row = shape.firstRow(); row <= shape.lastRow(); row++) {
        String first = SheetShape.label(grid, row, shape.labelColumn());
        String second =
            shape.secondLabelColumn() < 0 ? "" : grid.text(row, shape.secondLabelColumn());
        if (!first.isBlank()) {
          found.add(
              new LabelMatcher.Label(
                  CellAddress.of(row, shape.labelColumn()),
                  withoutUnit(chinese(first).strip()),
                  second.isBlank() ? LabelText.englishPart(first) : second.strip()));
        }
      }
      return found;
    }

    private String axis(String axis, List<LabelMatcher.Label> printed) {
      List<LabelMatcher.Label> found = new ArrayList<>(printed);
      long years = found.stream().filter(l -> SheetShape.isYear(l.shown())).count();
      if (!found.isEmpty() && 2 * years >= found.size()) {
        return "{kind: year%s}".formatted(beside(axis));
      }
      found.removeIf(label -> ignored(axis).matcher(LabelText.compact(label.shown())).find());
      String known = matcher.findCrosswalk(found).orElse(null);
      String file = known == null ? name + "-" + axis + ".csv" : known;
      List<String> lines = new ArrayList<>();
      for (LabelMatcher.Label label : found) {
        LabelDraft draft = matcher.draft(known, label);
        labels.add(draft);
        LabelMapping mapping = matcher.findMapping(known, label).orElse(null);
        if (!matcher.isKnown(known, label)) {
          lines.add(Crosswalk.acceptingLine(label.zh(), label.en(), mapping));
        }
        if (mapping == null) {
          open.add("%s '%s' has no meaning yet".formatted(label.cell(), label.shown()));
        }
      }
      if (!lines.isEmpty()) {
        crosswalks.put(
            file, (known == null ? heading(axis) : "") + String.join("\n", lines) + "\n");
      }
      return "{kind: crosswalk, crosswalk: %s%s}".formatted(file, beside(axis));
    }

    /** What stands beside the figures: columns that are not read, and the column of units. */
    private String beside(String axis) {
      return axis.equals("columns")
          ? ", ignore: %s, unit: '单位|计量单位'".formatted(quoted(ignored(axis).pattern()))
          : "";
    }

    private Pattern ignored(String axis) {
      if (!axis.equals("columns")) {
        return Pattern.compile("(?!)");
      }
      List<String> texts = new ArrayList<>();
      for (int row = shape.headerTop(); row < shape.firstRow(); row++) {
        for (int column = shape.labelColumn() + 1; column < grid.columns(); column++) {
          String heading = LabelText.compact(grid.text(row, column));
          boolean aside = column != shape.secondLabelColumn() && !figureColumn(column);
          if (aside && !heading.isBlank() && !heading.matches("计量单位|单位")) {
            texts.add("^" + escaped(heading) + "$");
          }
        }
      }
      texts.add(0, NOT_READ);
      return Pattern.compile(String.join("|", texts));
    }

    private boolean figureColumn(int column) {
      return shape.figureColumns().contains(column);
    }

    private String heading(String axis) {
      return """
          # title: %s of the layout %s
          # source: the publication of the table
          # units: unit is given only where the table prints none
          # valid: all editions
          label,en,scope,use,indicator,sector,item,unit,basis,note
          """
          .formatted(axis, name);
    }

    private String unitPlace() {
      boolean line =
          grid.listCells().stream()
              .anyMatch(cell -> cell.row() < shape.firstRow() && isUnitLine(cell.text()));
      if (line) {
        return "line";
      }
      for (int row = shape.headerTop(); row < shape.firstRow(); row++) {
        int of = row;
        long units =
            shape.figureColumns().stream().filter(column -> isUnit(grid.text(of, column))).count();
        if (2 * units >= shape.figureColumns().size()) {
          return "header_rows";
        }
        for (int column = 0; column < grid.columns(); column++) {
          if (LabelText.compact(grid.text(row, column)).matches("计量单位|单位")) {
            return "column";
          }
        }
      }
      open.add("no unit was found: name it in the column unit of the crosswalks");
      return "crosswalk";
    }

    /** What every figure is, by the longest name of an indicator in the title. */
    private String defaults(GridCell title) {
      String text = title == null ? "" : LabelText.compact(title.text());
      Optional<CodeList.Code> indicator =
          vocabulary.indicators().listCodes().stream()
              .filter(
                  code ->
                      Stream.concat(Stream.of(code.zh()), code.list("aliases").stream())
                          .anyMatch(label -> label.length() > 1 && text.contains(label)))
              .max(Comparator.comparingInt(code -> code.zh().length()));
      if (indicator.isEmpty()) {
        open.add("the title names no indicator: give it under defaults or in the crosswalk");
        return "";
      }
      boolean basis = !indicator.get().list("basis_kind").isEmpty();
      if (basis) {
        open.add(
            "%s needs a basis (conf/bases.csv): give it under defaults"
                .formatted(indicator.get().code()));
      }
      return "indicator: " + indicator.get().code();
    }

    private boolean isUnit(String text) {
      String plain = Normalizer.normalize(text, Normalizer.Form.NFKC).strip();
      String bare = plain.replaceFirst("^\\((.*)\\)$", "$1");
      return vocabulary.units().findUnit(bare).isPresent();
    }

    private String withoutUnit(String label) {
      Matcher unit = UNIT_BEHIND.matcher(Normalizer.normalize(label, Normalizer.Form.NFKC).strip());
      return unit.matches() && vocabulary.units().findUnit(unit.group(2)).isPresent()
          ? unit.group(1)
          : label;
    }

    private static boolean isUnitLine(String text) {
      return UNIT_LINE.matcher(LabelText.compact(text)).find();
    }

    private static String chinese(String text) {
      String part = LabelText.chinesePart(text);
      return part.isBlank() && !LabelText.hasHan(text) && SheetShape.isYear(text) ? text : part;
    }
  }

  /** A regular expression that only the text itself fits. */
  private static String escaped(String text) {
    return text.replaceAll("([\\[\\](){}.*+?^$|\\\\])", "\\\\$1");
  }

  private static String oneLine(String text) {
    return text.replaceAll("\\s+", " ").strip();
  }

  private static String quoted(String text) {
    return "'" + text.replace("'", "''") + "'";
  }

  /** A text as YAML has it, in quotes only where it needs them. */
  private static String scalar(String text) {
    return text.matches(".*[:#\\[\\]{}'\"].*") ? quoted(text) : text;
  }
}
