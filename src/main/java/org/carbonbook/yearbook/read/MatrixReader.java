package org.carbonbook.yearbook.read;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.carbonbook.unit.UnitDefinition;
import org.carbonbook.yearbook.grid.Grid;
import org.carbonbook.yearbook.grid.GridCell;
import org.carbonbook.yearbook.layout.CellClass;
import org.carbonbook.yearbook.layout.Frame;
import org.carbonbook.yearbook.layout.FrameFinder;
import org.carbonbook.yearbook.layout.Layout;
import org.carbonbook.yearbook.vocabulary.LabelText;

/** Reads a table with one figure per row label and column label. */
final class MatrixReader {

  private final TableContext context;
  private final Grid grid;
  private final SheetFindings findings;
  private final CellFigureReader figures;
  private final TitleKeys title;
  private Set<UnitDefinition> used = Set.of();
  private final Layout.Defaults defaults;
  private final List<LabelReading> labels = new ArrayList<>();

  MatrixReader(TableContext context) {
    this.context = context;
    this.grid = context.grid();
    this.findings = context.findings();
    this.figures = new CellFigureReader(grid, context.layout(), context.vocabulary(), findings);
    this.title = new TitleKeys(context);
    this.defaults = title.defaults();
  }

  /** Reads the table into the context's ledger and findings. */
  TableOrigin read() {
    OriginResolver origin = new OriginResolver(context);
    String regionCode = origin.regionCode();
    Integer year = origin.year();
    enterTitles();
    FrameFinder finder = new FrameFinder(grid, context.layout().frame(), context::isRowLabel);
    Frame frame = finder.findFrame().orElse(null);
    if (frame == null) {
      findings.add(
          TableNotice.FRAME_NOT_FOUND,
          "",
          "no cell is a heading like " + context.layout().frame().anchor() + " with rows below it",
          "check the sheet, or the layout's frame in conf/layouts");
      context.ledger().enterRest(CellClass.BAD);
      return new TableOrigin(regionCode, year, null);
    }
    new PartOfYear(context).refuse(frame.headerTop());
    boolean line = context.layout().units().where() == Layout.UnitPlace.LINE;
    UnitDefinition unit = line ? new TableUnitReader(context, frame.firstRow()).unit() : null;
    TableOrigin table = new TableOrigin(regionCode, year, unit);
    if (unit != null) {
      labels.add(new LabelReading("table", "", "", "", "every figure", described(unit)));
    }
    readBody(finder, frame, table);
    return table;
  }

  /** How the labels were understood; complete after {@link #read}. */
  List<LabelReading> listLabels() {
    return List.copyOf(labels);
  }

  private void enterTitles() {
    GridCell title = context.recognition().titleCell();
    GridCell titleEn = context.recognition().titleEnCell();
    if (title != null) {
      context.ledger().enter(title, CellClass.TITLE, null);
    }
    if (titleEn != null) {
      context.ledger().enter(titleEn, CellClass.TITLE, null);
    }
  }

  private void readBody(FrameFinder finder, Frame frame, TableOrigin table) {
    AxisReader axes = new AxisReader(context, frame, finder);
    List<MappedLabel> columns = axes.listColumns();
    List<MappedLabel> rows = axes.listRows(lastFigureRow(frame, columns));
    columns.forEach(column -> addLabel("column", column));
    rows.forEach(row -> addLabel("row", row));
    context.ledger().describeLabels(meanings(table, rows, columns));
    reportMissingUnits(table, rows, columns);
    Stream.concat(rows.stream(), columns.stream()).forEach(label -> requireUnit(table, label));
    used = usedUnits(table, rows, columns);
    new UnitLines(context, frame).compare(used);
    List<CellReading> readings = new ArrayList<>();
    for (MappedLabel row : rows) {
      for (MappedLabel column : columns) {
        readPlace(table, row, column, readings);
      }
    }
    title.requireSame(readings);
    if (readings.stream().noneMatch(r -> r.cellClass() == CellClass.DATA)) {
      findings.add(
          TableNotice.NO_FIGURES,
          "",
          "no figure was read, so there is nothing to publish",
          "check the sheet's contents");
    }
    Set<Integer> labelled = new HashSet<>();
    rows.stream().filter(MappedLabel::isMapped).forEach(row -> labelled.add(row.label().index()));
    Set<Integer> figureColumns = new HashSet<>();
    columns.forEach(column -> figureColumns.add(column.label().index()));
    new RemainingCellReader(context, frame, table.unit(), labelled, figureColumns).enterLeftovers();
    new IdentityCheck(context.layout().identities(), findings).check(readings);
  }

  /** What each row and column label means, by the cell in which it begins. */
  private Map<String, FigureKey> meanings(
      TableOrigin table, List<MappedLabel> rows, List<MappedLabel> columns) {
    Map<String, FigureKey> meanings = new HashMap<>();
    Stream.concat(rows.stream(), columns.stream())
        .filter(MappedLabel::isData)
        .forEach(
            label ->
                meanings.put(label.label().cell(), FigureKey.at(table, defaults, label, label)));
    return meanings;
  }

  /** A unit that the crosswalk gives must be the one that the table prints for all its figures. */
  private void requireUnit(TableOrigin table, MappedLabel label) {
    boolean fromCrosswalk =
        label.isData() && label.mapping() != null && !label.mapping().unit().isBlank();
    boolean printed = !label.label().unitZh().isBlank() || !label.label().unitEn().isBlank();
    if (table.unit() == null || !fromCrosswalk || printed || label.unit() == null) {
      return;
    }
    if (!label.unit().id().equals(table.unit().id())) {
      findings.add(
          TableNotice.UNITS_CONTRADICT,
          label.label().cell(),
          "the crosswalk gives '%s' the unit %s, but the table prints %s; the table is not published"
              .formatted(label.label().shown(), label.unit().id(), table.unit().id()),
          "correct the line of the crosswalk, or print the unit behind the label");
    }
  }

  /** A column of units that is not read must not say another unit than the figures have. */
  private void requireUnit(MappedLabel row, GridCell cell) {
    boolean text = row.isData() && cell.number() == null && !LabelText.isNumeric(cell.text());
    UnitDefinition printed =
        text ? context.vocabulary().units().findUnit(cell.text()).orElse(null) : null;
    Set<UnitDefinition> counted = row.unit() == null ? used : Set.of(row.unit());
    if (printed != null && counted.stream().noneMatch(u -> u.id().equals(printed.id()))) {
      findings.add(
          TableNotice.UNITS_CONTRADICT,
          cell.address(),
          "the row of '%s' is printed in %s in a column that is not read, but its figures are read in %s; the table is not published"
              .formatted(row.label().shown(), printed.id(), idsOf(counted)),
          "declare the column under columns: {unit: ...} in the layout");
    }
  }

  private static String idsOf(Set<UnitDefinition> units) {
    return units.stream().map(UnitDefinition::id).sorted().collect(Collectors.joining(" or "));
  }

  /** A figure has one unit, so that of its row and that of its column must be the same. */
  private void requireOneUnit(MappedLabel row, MappedLabel column, GridCell cell) {
    boolean both = row.isData() && column.isData() && row.unit() != null && column.unit() != null;
    if (both && !row.unit().id().equals(column.unit().id())) {
      findings.add(
          TableNotice.UNITS_CONTRADICT,
          cell.address(),
          "the row of '%s' is in %s, the column '%s' in %s; the table is not published"
              .formatted(
                  row.label().shown(), row.unit().id(), column.label().shown(), column.unit().id()),
          "give the unit once: in the table, or in the crosswalk of one axis");
    }
  }

  /** The units of the figures. */
  private static Set<UnitDefinition> usedUnits(
      TableOrigin table, List<MappedLabel> rows, List<MappedLabel> columns) {
    Set<UnitDefinition> units = new HashSet<>();
    Stream.concat(rows.stream(), columns.stream())
        .filter(label -> label.isData() && label.unit() != null)
        .forEach(label -> units.add(label.unit()));
    if (table.unit() != null) {
      units.add(table.unit());
    }
    return units;
  }

  private void addLabel(String axis, MappedLabel entry) {
    labels.add(
        new LabelReading(
            axis,
            entry.label().cell(),
            entry.label().zh(),
            entry.label().en(),
            entry.described(),
            entry.unit() == null ? "" : described(entry.unit())));
  }

  private String described(UnitDefinition unit) {
    String basis = defaults.basis();
    String carried = unit.basis().isBlank() && basis != null ? basis : unit.basis();
    String suffix = carried.isBlank() ? "" : ", basis " + carried;
    return unit.id() + " (" + unit.dimension() + suffix + ")";
  }

  private void readPlace(
      TableOrigin table, MappedLabel row, MappedLabel column, List<CellReading> readings) {
    GridCell cell = grid.findCell(row.label().index(), column.label().index()).orElse(null);
    boolean ignored = row.isIgnored() || column.isIgnored();
    if (cell == null) {
      if (row.isData() && column.isData()) {
        context.ledger().countBlank();
      }
      return;
    }
    if (ignored) {
      requireUnit(row, cell);
      context.ledger().enter(cell, CellClass.IGNORED, "its label is declared as not read");
      return;
    }
    if (isMergedOver(cell)) {
      findings.add(
          TableNotice.MERGED_FIGURE,
          cell.address(),
          "'%s' is merged over several rows or columns, so that it is not known whose figure it is"
              .formatted(cell.text()),
          "print the figure in one cell, and the notation IE in the others");
    }
    requireOneUnit(row, column, cell);
    boolean mapped = row.isMapped() && column.isMapped();
    if (mapped && !(row.isData() && column.isData())) {
      return;
    }
    FigureKey key = FigureKey.at(table, defaults, row, column);
    CellReading reading = figures.read(cell, key);
    if (mapped) {
      figures.checkAgreement(cell.address(), row, column);
      figures.check(cell.address(), key);
      readings.add(reading);
    }
    context.ledger().enter(cell, reading);
  }

  private boolean isMergedOver(GridCell cell) {
    return grid.findMerge(cell.row(), cell.column())
        .filter(merge -> merge.bottom() > merge.top() || merge.right() > merge.left())
        .isPresent();
  }

  /** The last row with anything below a column label: labels further down have no figures. */
  private int lastFigureRow(Frame frame, List<MappedLabel> columns) {
    for (int row = frame.endRow() - 1; row >= frame.firstRow(); row--) {
      for (MappedLabel column : columns) {
        if (grid.hasCell(row, column.label().index()) && hasLabel(frame, row)) {
          return row;
        }
      }
    }
    return frame.firstRow();
  }

  private boolean hasLabel(Frame frame, int row) {
    int second = frame.secondLabelColumn();
    return grid.hasCell(row, frame.labelColumn()) || (second >= 0 && grid.hasCell(row, second));
  }

  private void reportMissingUnits(
      TableOrigin table, List<MappedLabel> rows, List<MappedLabel> columns) {
    boolean rowsHaveUnits =
        !rows.isEmpty()
            && rows.stream().filter(MappedLabel::isData).allMatch(row -> row.unit() != null);
    if (table.unit() != null || rowsHaveUnits) {
      return;
    }
    boolean line = context.layout().units().where() == Layout.UnitPlace.LINE;
    if (line) {
      findings.add(
          TableNotice.MISSING_UNIT,
          "",
          "no unit is printed above the heading",
          "print it above the heading, e.g. 单位：万吨标准煤");
      return;
    }
    List<MappedLabel> unitless =
        columns.stream().filter(c -> c.isData() && c.unit() == null && !isUnknown(c)).toList();
    if (!unitless.isEmpty()) {
      reportUnitless(unitless, columns.size());
    }
  }

  /** A unit that is printed but not known has been reported already. */
  private static boolean isUnknown(MappedLabel column) {
    return !column.label().unitZh().isBlank() || !column.label().unitEn().isBlank();
  }

  private void reportUnitless(List<MappedLabel> unitless, int all) {
    List<String> names = unitless.stream().map(column -> column.label().shown()).limit(5).toList();
    String more = unitless.size() > names.size() ? " and " + (unitless.size() - 5) + " more" : "";
    findings.add(
        TableNotice.MISSING_UNIT,
        unitless.get(0).label().cell(),
        String.format(
            "%d of %d columns have no unit: %s%s",
            unitless.size(), all, String.join(", ", names), more),
        "print the units in a row of the heading, or name them in the crosswalk's unit column");
  }
}
