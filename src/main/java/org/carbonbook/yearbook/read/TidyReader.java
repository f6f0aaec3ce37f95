package org.carbonbook.yearbook.read;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.carbonbook.conf.NearestNames;
import org.carbonbook.unit.UnitDefinition;
import org.carbonbook.yearbook.grid.CellAddress;
import org.carbonbook.yearbook.grid.Grid;
import org.carbonbook.yearbook.grid.GridCell;
import org.carbonbook.yearbook.layout.CellClass;
import org.carbonbook.yearbook.layout.Layout;
import org.carbonbook.yearbook.layout.TidyHeading;
import org.carbonbook.yearbook.vocabulary.LabelText;

/** Reads a table with one figure per row: region, year, indicator, item, value, unit, basis. */
final class TidyReader {

  private final TableContext context;
  private final Grid grid;
  private final CellFigureReader figures;
  private final TidyLabelResolver labels;
  private final TidyHeading heading;

  TidyReader(TableContext context) {
    this.context = context;
    this.grid = context.grid();
    this.figures =
        new CellFigureReader(grid, context.layout(), context.vocabulary(), context.findings());
    this.labels = new TidyLabelResolver(context);
    this.heading = TidyHeading.find(grid, context.layout().fields()).orElseThrow();
  }

  /** Reads the table into the context's ledger and findings. */
  void read() {
    new PartOfYear(context).refuse(heading.row());
    enterAbove();
    reportUnread();
    Map<String, CellReading> first = new LinkedHashMap<>();
    int rows = 0;
    for (int row = heading.row() + 1; row < grid.rows(); row++) {
      if (isNote(row)) {
        requireNoFigure(row);
        enterRow(row, CellClass.NOTE);
      } else if (hasAny(row)) {
        rows++;
        readRow(row).ifPresent(reading -> reportDuplicate(first, reading));
      }
    }
    if (rows == 0) {
      context
          .findings()
          .add(TableNotice.NO_FIGURES, "", "no row below the heading", "check the file");
    }
  }

  List<LabelReading> listLabels() {
    return labels.listLabels();
  }

  private void enterAbove() {
    for (GridCell cell : grid.listCells()) {
      if (cell.row() < heading.row()) {
        boolean note = isNote(cell.row());
        context.ledger().enter(cell, note ? CellClass.NOTE : CellClass.TITLE, null);
      } else if (cell.row() == heading.row()) {
        context.ledger().enter(cell, CellClass.HEADER, null);
      }
    }
  }

  private void reportUnread() {
    for (int column = 0; column < grid.columns(); column++) {
      String name = grid.text(heading.row(), column);
      boolean unread = !heading.columns().containsValue(column) && !name.isBlank();
      if (unread && PartOfYear.isHeading(name)) {
        context
            .findings()
            .add(
                TableNotice.PART_OF_YEAR,
                CellAddress.of(heading.row(), column),
                "the column '%s' parts the years, and figures are read as those of whole years; the table is not published"
                    .formatted(name),
                "send the figures of the whole year, without this column");
      } else if (unread) {
        context
            .findings()
            .add(
                TableNotice.IGNORED_COLUMN,
                CellAddress.of(heading.row(), column),
                "the column '" + name + "' is not read",
                "nothing to do; the columns that are read are "
                    + String.join(", ", context.layout().fields().keySet()));
      }
    }
  }

  /** A row that begins like a note and has a figure is a row of the table with a mark before it. */
  private void requireNoFigure(int row) {
    cell(row, "value")
        .filter(value -> value.number() != null || NumberText.parse(value.text()).isNumber())
        .ifPresent(
            value ->
                context
                    .findings()
                    .add(
                        TableNotice.NUMBERS_NOT_PLACED,
                        value.address(),
                        "'%s' is the value of a row that begins like a note ('%s') and is not read; the table is not published"
                            .formatted(value.text(), grid.text(row, 0)),
                        "remove the mark before the row, or the row"));
  }

  private Optional<CellReading> readRow(int row) {
    Optional<GridCell> value = cell(row, "value");
    FigureKey key = key(row);
    CellReading reading = null;
    if (value.isPresent()) {
      reading = figures.read(value.get(), key);
      context.ledger().enter(value.get(), reading);
      figures.check(value.get().address(), key);
    } else {
      context.ledger().countBlank();
    }
    for (int column = 0; column < grid.columns(); column++) {
      boolean read = heading.columns().containsValue(column);
      if (!read && grid.hasCell(row, column) && grid.text(heading.row(), column).isBlank()) {
        reportNoHeading(row, column);
      }
      CellClass cellClass = read ? CellClass.LABEL : CellClass.IGNORED;
      grid.findCell(row, column).ifPresent(c -> context.ledger().enter(c, cellClass, null));
    }
    return Optional.ofNullable(reading);
  }

  /** More fields than headings: a number with unquoted thousands, or a shifted row. */
  private void reportNoHeading(int row, int column) {
    context
        .findings()
        .add(
            TableNotice.RAGGED_ROW,
            CellAddress.of(row, column),
            "'%s' has no heading: the row has more fields than the table has columns, so the table is not published"
                .formatted(grid.text(row, column)),
            "quote numbers with thousands separators (\"261,369\"), or complete the heading");
  }

  private FigureKey key(int row) {
    UnitDefinition unit = labels.unit(text(row, "unit"), address(row, "unit"));
    String basis = labels.basis(text(row, "basis"));
    UnitDefinition carbon = labels.carbonUnit(unit, basis);
    String indicator = labels.code("indicator", text(row, "indicator"), address(row, "indicator"));
    return new FigureKey(
        region(row),
        year(row),
        indicator,
        labels.code("sector", text(row, "sector"), address(row, "sector")),
        labels.code("item", text(row, "item"), address(row, "item")),
        carbon,
        basis.isBlank() && carbon != null ? carbon.basis() : basis);
  }

  private String region(int row) {
    String text = text(row, "region");
    Optional<String> code = context.vocabulary().regions().findCode(text);
    if (code.isEmpty()) {
      List<String> names = context.vocabulary().regions().listNames();
      context
          .findings()
          .add(
              TableNotice.UNDERIVABLE_REGION,
              address(row, "region"),
              String.format(
                  "'%s' is not a known region; the nearest are %s",
                  text, String.join(", ", NearestNames.list(text, names, 3, LabelText::key))),
              "add it to conf/regions.csv, or give the code");
    }
    return code.orElse(null);
  }

  private Integer year(int row) {
    String text = text(row, "year");
    OptionalInt year = YearText.findYear(text);
    if (year.isEmpty()) {
      context
          .findings()
          .add(
              TableNotice.UNDERIVABLE_YEAR,
              address(row, "year"),
              "'" + text + "' is not a year",
              "print it as 2005 or 2005年");
      return null;
    }
    if (year.getAsInt() > context.latestYear()) {
      context
          .findings()
          .add(
              TableNotice.YEAR_TOO_LATE,
              address(row, "year"),
              "%d is later than %d, the latest year that is read; the table is not published"
                  .formatted(year.getAsInt(), context.latestYear()),
              "correct the year, or raise latest_year in conf/reading.yaml");
    }
    return year.getAsInt();
  }

  private void reportDuplicate(Map<String, CellReading> first, CellReading reading) {
    String key =
        String.join(
            "|",
            List.of(
                String.valueOf(reading.regionCode()),
                String.valueOf(reading.year()),
                String.valueOf(reading.indicator()),
                String.valueOf(reading.sector()),
                String.valueOf(reading.item()),
                String.valueOf(reading.basis()),
                String.valueOf(reading.canonicalUnit())));
    CellReading other = first.putIfAbsent(key, reading);
    if (other != null) {
      context
          .findings()
          .add(
              TableNotice.DUPLICATE_LABEL,
              reading.cell(),
              String.format(
                  "%s has the same region, year, indicator, item and basis as %s (%s)",
                  reading.text(), other.cell(), other.text()),
              "keep one of the two rows");
    }
  }

  private Optional<GridCell> cell(int row, String field) {
    Integer column = heading.columns().get(field);
    return column == null ? Optional.empty() : grid.findCell(row, column);
  }

  private String text(int row, String field) {
    return cell(row, field).map(GridCell::text).orElse("");
  }

  private String address(int row, String field) {
    Integer column = heading.columns().get(field);
    return CellAddress.of(row, column == null ? 0 : column);
  }

  private boolean isNote(int row) {
    Layout.FrameRule frame = context.layout().frame();
    String text = LabelText.compact(grid.text(row, 0));
    return frame != null && frame.notes() != null && frame.notes().matcher(text).find();
  }

  private boolean hasAny(int row) {
    List<Boolean> found = new ArrayList<>();
    heading.columns().values().forEach(column -> found.add(grid.hasCell(row, column)));
    return found.contains(true);
  }

  private void enterRow(int row, CellClass cellClass) {
    for (int column = 0; column < grid.columns(); column++) {
      grid.findCell(row, column).ifPresent(c -> context.ledger().enter(c, cellClass, null));
    }
  }
}
