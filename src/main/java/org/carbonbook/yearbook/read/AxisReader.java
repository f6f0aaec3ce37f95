package org.carbonbook.yearbook.read;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.carbonbook.unit.UnitDefinition;
import org.carbonbook.yearbook.grid.CellAddress;
import org.carbonbook.yearbook.grid.GridCell;
import org.carbonbook.yearbook.layout.CellClass;
import org.carbonbook.yearbook.layout.Frame;
import org.carbonbook.yearbook.layout.FrameFinder;
import org.carbonbook.yearbook.layout.Layout;
import org.carbonbook.yearbook.vocabulary.Crosswalk;
import org.carbonbook.yearbook.vocabulary.LabelMapping;
import org.carbonbook.yearbook.vocabulary.LabelText;

/** Reads both axes of a matrix table: labels, their meaning and their units. */
final class AxisReader {

  private final TableContext context;
  private final Frame frame;
  private final UnitText units;
  private final LabelResolver resolver;
  private final Map<Integer, UnitDefinition> rowUnits = new HashMap<>();
  private final FrameFinder finder;
  private final KeyColumnReader keys;

  AxisReader(TableContext context, Frame frame, FrameFinder finder) {
    this.context = context;
    this.frame = frame;
    this.finder = finder;
    this.units = new UnitText(context.vocabulary().units());
    this.resolver = new LabelResolver(context.scope(), context.findings());
    this.keys = new KeyColumnReader(context, frame, this::resolved);
  }

  /** The columns, from left to right. A label without a mapping is reported and stays unmapped. */
  List<MappedLabel> listColumns() {
    List<PrintedLabel> labels =
        new ColumnLabelReader(context.grid(), frame, context.layout(), units, context.ledger())
            .listLabels();
    List<MappedLabel> entries = new ArrayList<>();
    for (PrintedLabel label : labels) {
      if (isUnitColumn(label)) {
        readUnits(label.index());
      } else if (!keys.take(label) && !isRepeatedLabelColumn(label)) {
        entries.add(resolved(label, context.layout().columns()));
      }
    }
    keys.requireAll();
    List<MappedLabel> decided = withUnits(entries);
    reportDuplicates(decided);
    reportOddUnits(decided);
    return decided;
  }

  /** A column whose unit is a power of ten away from that of most others can be a misprint. */
  private void reportOddUnits(List<MappedLabel> columns) {
    Map<String, List<MappedLabel>> byDimension =
        columns.stream()
            .filter(
                column ->
                    column.isData() && column.unit() != null && !column.label().unitZh().isBlank())
            .collect(Collectors.groupingBy(column -> column.unit().dimension()));
    for (List<MappedLabel> alike : byDimension.values()) {
      Map<UnitDefinition, Long> counts =
          alike.stream().collect(Collectors.groupingBy(MappedLabel::unit, Collectors.counting()));
      UnitDefinition usual =
          Collections.max(counts.entrySet(), Map.Entry.comparingByValue()).getKey();
      alike.stream()
          .filter(column -> counts.get(column.unit()) < counts.get(usual))
          .filter(column -> isPowerOfTen(column.unit(), usual))
          .forEach(column -> reportOddUnit(column, usual, counts.get(usual)));
    }
  }

  private static boolean isPowerOfTen(UnitDefinition unit, UnitDefinition usual) {
    double exponent = Math.log10(unit.factor().doubleValue() / usual.factor().doubleValue());
    return Math.abs(exponent) > 0.5 && Math.abs(exponent - Math.rint(exponent)) < 1e-9;
  }

  private void reportOddUnit(MappedLabel column, UnitDefinition usual, long others) {
    boolean fails = context.layout().badCell() == Layout.BadCell.FAILS_TABLE;
    context
        .findings()
        .add(
            fails ? TableNotice.UNITS_CONTRADICT : TableNotice.UNIT_UNLIKELY,
            column.label().cell(),
            "'%s' is printed in %s, %d other columns of its kind in %s%s"
                .formatted(
                    column.label().shown(),
                    column.unit().id(),
                    others,
                    usual.id(),
                    fails ? "; the table is not published" : ""),
            "check the printed unit");
  }

  /** The rows, from top to bottom. A label without a mapping is reported and stays unmapped. */
  List<MappedLabel> listRows(int lastFigureRow) {
    Frame labelled = frame.endingAt(endOfLabels(lastFigureRow));
    List<PrintedLabel> labels = new RowLabelReader(context, labelled, units, finder).listLabels();
    List<MappedLabel> entries = new ArrayList<>();
    for (PrintedLabel label : labels) {
      entries.add(keys.complete(resolved(label, context.layout().rows())));
    }
    List<MappedLabel> decided =
        withUnits(entries).stream()
            .map(
                entry ->
                    rowUnits.containsKey(entry.label().index())
                        ? entry.withUnit(rowUnits.get(entry.label().index()))
                        : entry)
            .toList();
    reportDuplicates(decided);
    return decided;
  }

  /** Below the last figure, a text that is not a known label is a note. */
  private int endOfLabels(int lastFigureRow) {
    int end = frame.endRow();
    while (end - 1 > lastFigureRow && !isKnown(end - 1)) {
      end--;
    }
    return end;
  }

  private boolean isKnown(int row) {
    return context.isRowLabel(context.grid().text(row, frame.labelColumn()));
  }

  private boolean isUnitColumn(PrintedLabel label) {
    return context.layout().columns().isUnit(label.shown());
  }

  /** A column that prints the unit of each row. */
  private void readUnits(int column) {
    for (int row = frame.firstRow(); row < frame.endRow(); row++) {
      GridCell cell = context.grid().findCell(row, column).orElse(null);
      if (cell != null) {
        context.ledger().enter(cell, CellClass.UNIT, null);
        UnitResolver decision =
            new UnitResolver(units, context.layout().units().decides(), context.findings());
        int index = row;
        decision
            .decide(cell.address(), cell.text(), "", false)
            .ifPresent(unit -> rowUnits.put(index, unit));
      }
    }
  }

  /** Wide tables repeat the label column where a page begins. */
  private boolean isRepeatedLabelColumn(PrintedLabel label) {
    Layout.FrameRule rule = context.layout().frame();
    boolean repeats =
        rule.anchor() != null && rule.anchor().matcher(LabelText.compact(label.zh())).matches();
    if (repeats) {
      for (int row = frame.firstRow(); row < frame.endRow(); row++) {
        context
            .grid()
            .findCell(row, label.index())
            .ifPresent(cell -> context.ledger().enter(cell, CellClass.LABEL, "repeated labels"));
        requireSameLabel(row, label.index());
      }
    }
    return repeats;
  }

  private void requireSameLabel(int row, int column) {
    String first = context.grid().text(row, frame.labelColumn());
    String second = context.grid().text(row, column);
    if (!second.isBlank() && !LabelText.key(first).equals(LabelText.key(second))) {
      context
          .findings()
          .add(
              TableNotice.LABEL_COLUMNS_DISAGREE,
              CellAddress.of(row, column),
              "'%s' is printed here and '%s' in the first column of labels, so that the figures between them would be those of another row"
                  .formatted(second, first),
              "put the rows of both parts in the same order, or split the sheet into two tables");
    }
  }

  private MappedLabel resolved(PrintedLabel label, Layout.Axis axis) {
    if (axis.ignores(label.shown())) {
      return MappedLabel.mapped(label, LabelMapping.ignored(label.shown()));
    }
    if (axis.kind() == Layout.AxisKind.REGION) {
      return resolver.region(label, axis, context.vocabulary().regions());
    }
    if (axis.kind() == Layout.AxisKind.YEAR) {
      MappedLabel entry = LabelResolver.year(label);
      if (!entry.isMapped()) {
        resolver.reportNoYear(label);
      } else if (entry.year() > context.latestYear()) {
        resolver.reportLateYear(label, context.latestYear());
      }
      return entry;
    }
    Crosswalk crosswalk = context.crosswalks().get(axis.crosswalk());
    if (resolver.isBroken(label, crosswalk)) {
      return MappedLabel.unmapped(label);
    }
    MappedLabel entry = resolver.mapped(label, crosswalk);
    if (!entry.isMapped()) {
      resolver.reportUnmapped(label, crosswalk);
    }
    return entry;
  }

  private List<MappedLabel> withUnits(List<MappedLabel> entries) {
    boolean chinese = entries.stream().anyMatch(e -> !e.label().unitZh().isBlank());
    boolean english = entries.stream().anyMatch(e -> !e.label().unitEn().isBlank());
    UnitResolver decision =
        new UnitResolver(units, context.layout().units().decides(), context.findings());
    List<MappedLabel> decided = new ArrayList<>();
    for (MappedLabel entry : entries) {
      PrintedLabel label = entry.label();
      String item = entry.mapping() == null ? "" : entry.mapping().item();
      Optional<UnitDefinition> unit =
          decision
              .of(context.vocabulary().items().findCode(item).map(c -> c.list("dimension")))
              .decide(label.cell(), label.unitZh(), label.unitEn(), chinese && english);
      unit.ifPresent(printed -> requireDimension(entry, printed));
      decided.add(unit.map(entry::withUnit).orElseGet(() -> withMappedUnit(entry)));
    }
    return decided;
  }

  /** A crosswalk line with a unit of another dimension was made for another label. */
  private void requireDimension(MappedLabel entry, UnitDefinition printed) {
    String mapped = entry.mapping() == null ? "" : entry.mapping().unit();
    Optional<UnitDefinition> unit = units.findUnit(mapped);
    if (unit.isPresent() && !unit.get().dimension().equals(printed.dimension())) {
      context
          .findings()
          .add(
              TableNotice.UNITS_CONTRADICT,
              entry.label().cell(),
              "'%s' is printed in %s, but the crosswalk gives it the unit %s of another dimension"
                  .formatted(entry.label().shown(), printed.id(), unit.get().id()),
              "correct the line of the crosswalk, or the unit");
    }
  }

  private MappedLabel withMappedUnit(MappedLabel entry) {
    boolean mapped = entry.mapping() != null && !entry.mapping().unit().isBlank();
    return mapped ? entry.withUnit(units.findUnit(entry.mapping().unit()).orElseThrow()) : entry;
  }

  private void reportDuplicates(List<MappedLabel> entries) {
    Map<String, MappedLabel> first = new HashMap<>();
    for (MappedLabel entry : entries) {
      MappedLabel other = entry.isData() ? first.putIfAbsent(entry.key(), entry) : null;
      if (other != null) {
        context
            .findings()
            .add(
                TableNotice.DUPLICATE_LABEL,
                entry.label().cell(),
                String.format(
                    "'%s' and '%s' at %s both mean %s",
                    entry.label().shown(),
                    other.label().shown(),
                    other.label().cell(),
                    entry.described()),
                "remove one of the lines, or give it a mapping of its own in the crosswalk");
      }
    }
  }
}
