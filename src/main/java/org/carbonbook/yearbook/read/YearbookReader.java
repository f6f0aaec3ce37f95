package org.carbonbook.yearbook.read;

import java.io.IOException;
import java.io.Serializable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.carbonbook.conf.ConfYaml;
import org.carbonbook.notice.Notice;
import org.carbonbook.step.NoticeRules;
import org.carbonbook.yearbook.grid.FileNotice;
import org.carbonbook.yearbook.grid.Grid;
import org.carbonbook.yearbook.grid.GridCell;
import org.carbonbook.yearbook.grid.GridReader;
import org.carbonbook.yearbook.grid.ReadingLimits;
import org.carbonbook.yearbook.layout.CellClass;
import org.carbonbook.yearbook.layout.Layout;
import org.carbonbook.yearbook.layout.LayoutFiles;
import org.carbonbook.yearbook.layout.LayoutRecogniser;
import org.carbonbook.yearbook.layout.Recognition;
import org.carbonbook.yearbook.vocabulary.Crosswalk;
import org.carbonbook.yearbook.vocabulary.Vocabulary;

/**
 * Reads yearbook files: bytes to grids, grids to tables by their layout, tables to cells with a
 * meaning. A reader keeps no state between files and can be sent to the tasks of a cluster.
 */
public final class YearbookReader implements Serializable {

  private final GridReader grids;
  private final LayoutRecogniser recogniser;
  private final TableReader tables;
  private final ReadingLimits limits;
  private final NoticeRules rules;
  private final List<Notice> configurationNotices;
  private final Map<String, List<String>> crosswalksByLayout = new HashMap<>();

  private YearbookReader(
      ReadingLimits limits,
      List<Layout> layouts,
      TableReader tables,
      NoticeRules rules,
      Collection<Crosswalk> crosswalks) {
    this.limits = limits;
    this.rules = rules;
    this.configurationNotices =
        crosswalks.stream()
            .flatMap(crosswalk -> crosswalk.listFaults().stream())
            .map(YearbookReader::notice)
            .map(rules::apply)
            .sorted(Comparator.comparing(Notice::place))
            .toList();
    layouts.forEach(layout -> crosswalksByLayout.put(layout.name(), layout.listCrosswalks()));
    this.grids = new GridReader(limits);
    this.recogniser = new LayoutRecogniser(layouts);
    this.tables = tables;
  }

  /**
   * A reader by a configuration folder: {@code layouts/}, {@code crosswalks/}, the code lists and
   * {@code reading.yaml}.
   *
   * @throws IllegalArgumentException when the configuration is wrong; the message names file and
   *     line
   */
  public static YearbookReader load(Path conf) throws IOException {
    Vocabulary vocabulary = Vocabulary.load(conf);
    List<Layout> layouts = LayoutFiles.load(conf.resolve("layouts"));
    Map<String, Crosswalk> crosswalks = new HashMap<>();
    for (Layout layout : layouts) {
      layout.check(vocabulary);
      for (String file : layout.listCrosswalks()) {
        if (!crosswalks.containsKey(file)) {
          crosswalks.put(
              file, Crosswalk.load(conf.resolve("crosswalks").resolve(file), vocabulary));
        }
      }
    }
    ReadingLimits limits = ConfYaml.read(conf.resolve("reading.yaml"), ReadingLimits.class);
    return new YearbookReader(
        limits,
        layouts,
        new TableReader(vocabulary, crosswalks, limits.latestYear()),
        NoticeRules.read(conf),
        crosswalks.values());
  }

  private static Notice notice(Crosswalk.Fault fault) {
    return Notice.of(
        TableNotice.CROSSWALK_LINE_BROKEN,
        fault.place(),
        "%s; %s"
            .formatted(
                fault.message(),
                fault.label() == null
                    ? "no table that uses the file is published"
                    : "the line is not used, and a table that prints '%s' is not published"
                        .formatted(fault.label())),
        "correct the line; other tables are not affected");
  }

  /** What is wrong with lines of the crosswalks; each stops only the tables that need it. */
  public List<Notice> listConfigurationNotices() {
    return configurationNotices;
  }

  /** The files of {@code conf/crosswalks} that give the labels of a layout their meaning. */
  public List<String> listCrosswalks(String layout) {
    return crosswalksByLayout.getOrDefault(layout, List.of());
  }

  /** The largest file that is opened, in bytes; a caller need not load a larger one. */
  public long maxFileBytes() {
    return limits.maxFileBytes();
  }

  /** The reading of a file that was not loaded because it is larger than the limit. */
  public FileReading tooLarge(String fileName, long bytes) {
    return new FileReading(List.of(), List.of(grids.tooLarge(fileName, bytes)));
  }

  /**
   * Reads one file. Whatever is wrong with its contents is a notice.
   *
   * @param fileName its name or path, for kinds, titles and messages
   * @param content its bytes
   * @param hints what is stated beside the bytes
   */
  public FileReading read(String fileName, byte[] content, ReadingHints hints) {
    List<Notice> notices = new ArrayList<>();
    List<Grid> sheets =
        grids.listGrids(fileName, content, notices).stream()
            .filter(grid -> !grid.isEmpty())
            .toList();
    if (sheets.isEmpty() && notices.isEmpty()) {
      notices.add(
          Notice.of(
              FileNotice.NO_TABLE,
              fileName,
              "no sheet has a cell",
              "send the table again under the same path"));
    }
    return new FileReading(new WorkbookReading(fileName, hints).listTables(sheets), notices);
  }

  /** The sheets of one file: what fits decides together what the rest is. */
  private final class WorkbookReading {

    private final String fileName;
    private final ReadingHints hints;

    WorkbookReading(String fileName, ReadingHints hints) {
      this.fileName = fileName;
      this.hints = hints;
    }

    List<TableReading> listTables(List<Grid> sheets) {
      String stem = GridReader.stem(fileName);
      List<List<Recognition>> recognitions = new ArrayList<>();
      List<Grid> read = new ArrayList<>();
      boolean strayAllowed = false;
      for (Grid sheet : sheets) {
        Grid grid = asRead(sheet, stem);
        List<Recognition> tried = recogniser.listRecognitions(grid, stem);
        read.add(grid);
        recognitions.add(tried);
        strayAllowed |=
            tried.stream().anyMatch(r -> r.fits() && r.layout().outside().sheets() != null);
      }
      List<TableReading> readings = new ArrayList<>();
      for (int i = 0; i < sheets.size(); i++) {
        readings.add(table(read.get(i), sheets.get(i), recognitions.get(i), strayAllowed));
      }
      return readings;
    }

    /** The sheet as its reader sees it, unless a layout that fits asks for its hidden parts. */
    private Grid asRead(Grid sheet, String stem) {
      boolean asked =
          !sheet.hidden().isEmpty()
              && recogniser.listRecognitions(sheet, stem).stream()
                  .anyMatch(r -> r.fits() && r.layout().hidden() == Layout.Hidden.READ);
      return asked ? sheet : sheet.visible();
    }

    private TableReading table(
        Grid grid, Grid whole, List<Recognition> tried, boolean strayAllowed) {
      SheetFindings findings = new SheetFindings(fileName, grid.sheet(), rules);
      if (grid != whole) {
        reportHidden(findings, whole);
      }
      if (grid.isEmpty()) {
        return TableReader.unread(
            grid, CellClass.IGNORED, TableReading.IGNORED, findings, List.of());
      }
      List<Recognition> fitting = tried.stream().filter(Recognition::fits).toList();
      if (fitting.size() == 1) {
        return tables.read(grid, fileName, fitting.get(0), hints, findings);
      }
      if (fitting.size() > 1) {
        reportAmbiguous(findings, fitting);
        return TableReader.unread(
            grid, CellClass.BAD, TableReading.FAILED, findings, reasons(fitting));
      }
      if (strayAllowed && tried.stream().noneMatch(Recognition::hasTrace)) {
        findings.add(
            TableNotice.STRAY_SHEET,
            "",
            "the sheet holds no trace of a known table: its cells are of class stray",
            "nothing to do if it is not part of the publication");
        return TableReader.unread(grid, CellClass.STRAY, TableReading.IGNORED, findings, List.of());
      }
      Recognition nearest = nearest(tried);
      reportUnknown(findings, grid, nearest);
      return TableReader.unread(
          grid, CellClass.BAD, TableReading.FAILED, findings, reasons(List.of(nearest)));
    }
  }

  private static void reportHidden(SheetFindings findings, Grid whole) {
    List<String> places =
        whole.hidden().stream()
            .sorted(Comparator.comparingInt(GridCell::row).thenComparingInt(GridCell::column))
            .map(GridCell::address)
            .toList();
    findings.add(
        TableNotice.HIDDEN_PARTS,
        places.get(0),
        "%d cells are in hidden rows, columns or a hidden sheet, from %s to %s; they are not read"
            .formatted(places.size(), places.get(0), places.get(places.size() - 1)),
        "show them in the workbook if they belong to the table, or set 'hidden: read' in its layout");
  }

  private static Recognition nearest(List<Recognition> tried) {
    return tried.stream()
        .max(
            Comparator.comparingLong(Recognition::criteriaMet)
                .thenComparing(r -> r.criteria().stream().filter(c -> c.trace()).count()))
        .orElseThrow(() -> new IllegalStateException("conf/layouts holds no layout"));
  }

  private static List<String> reasons(List<Recognition> recognitions) {
    List<String> reasons = new ArrayList<>();
    for (Recognition recognition : recognitions) {
      recognition
          .listReasons()
          .forEach(reason -> reasons.add(recognition.layout().name() + ": " + reason));
    }
    return reasons;
  }

  private static void reportAmbiguous(SheetFindings findings, List<Recognition> fitting) {
    List<String> names = fitting.stream().map(r -> r.layout().name()).toList();
    findings.add(
        TableNotice.AMBIGUOUS_LAYOUT,
        "",
        "the layouts " + String.join(" and ", names) + " both fit",
        "make 'recognise' stricter in one of conf/layouts/"
            + String.join(".yaml, conf/layouts/", names)
            + ".yaml");
  }

  /** A layout of which nothing is in the sheet is not near, so its patterns explain nothing. */
  private static void reportUnknown(SheetFindings findings, Grid grid, Recognition nearest) {
    GridCell first = grid.listCells().get(0);
    findings.add(
        TableNotice.UNKNOWN_LAYOUT,
        "",
        "no layout fits a sheet that begins with '%s' at %s; %s"
            .formatted(
                first.text(),
                first.address(),
                nearest.hasTrace() || nearest.criteriaMet() > 0
                    ? "the nearest is %s: %s".formatted(nearest.layout().name(), nearest.whyNot())
                    : "no title, label or heading of it is in any layout"),
        "write a layout in conf/layouts; with 'kind: ignore' when the table is not to be read");
  }
}
