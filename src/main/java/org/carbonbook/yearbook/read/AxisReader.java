package org.carbonbook.yearbook.read;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.carbonbook.unit.UnitDefinition;
import org.carbonbook.yearbook.layout.CellClass;
import org.carbonbook.yearbook.layout.Frame;
import org.carbonbook.yearbook.layout.Layout;
import org.carbonbook.yearbook.vocabulary.Crosswalk;
import org.carbonbook.yearbook.vocabulary.LabelText;

/** Reads both axes of a matrix table: labels, their meaning and their units. */
final class AxisReader {

  private final TableContext context;
  private final Frame frame;
  private final UnitText units;
  private final LabelResolver resolver;

  AxisReader(TableContext context, Frame frame) {
    this.context = context;
    this.frame = frame;
    this.units = new UnitText(context.vocabulary().units());
    this.resolver = new LabelResolver(context.scope(), context.findings());
  }

  /** The columns, from left to right; what has no meaning is told and stays unmapped. */
  List<MappedLabel> listColumns() {
    List<PrintedLabel> labels =
        new ColumnLabelReader(context.grid(), frame, context.layout(), units, context.ledger())
            .listLabels();
    List<MappedLabel> entries = new ArrayList<>();
    for (PrintedLabel label : labels) {
      if (!isRepeatedLabelColumn(label)) {
        entries.add(resolved(label, context.layout().columns()));
      }
    }
    List<MappedLabel> decided = withUnits(entries);
    tellDuplicates(decided);
    return decided;
  }

  /** The rows, from top to bottom; what has no meaning is told and stays unmapped. */
  List<MappedLabel> listRows(int lastFigureRow) {
    Frame labelled = frame.endingAt(endOfLabels(lastFigureRow));
    List<PrintedLabel> labels =
        new RowLabelReader(context.grid(), labelled, units, context.ledger()).listLabels();
    List<MappedLabel> entries = new ArrayList<>();
    for (PrintedLabel label : labels) {
      entries.add(resolved(label, context.layout().rows()));
    }
    List<MappedLabel> decided = withUnits(entries);
    tellDuplicates(decided);
    return decided;
  }

  /** Below the last figure, a text that is no known label is a note and not a label. */
  private int endOfLabels(int lastFigureRow) {
    int end = frame.endRow();
    while (end - 1 > lastFigureRow && !isKnown(end - 1)) {
      end--;
    }
    return end;
  }

  private boolean isKnown(int row) {
    String text = context.grid().text(row, frame.labelColumn());
    Layout.Axis axis = context.layout().rows();
    if (axis.kind() == Layout.AxisKind.YEAR) {
      return YearText.findYear(text).isPresent();
    }
    Crosswalk crosswalk = context.crosswalks().get(axis.crosswalk());
    String label = units.split(text).label();
    return crosswalk.findByChinese(label, context.scope()).isPresent();
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
      }
    }
    return repeats;
  }

  private MappedLabel resolved(PrintedLabel label, Layout.Axis axis) {
    if (axis.kind() == Layout.AxisKind.YEAR) {
      MappedLabel entry = LabelResolver.year(label);
      if (!entry.isMapped()) {
        resolver.tellNoYear(label);
      }
      return entry;
    }
    Crosswalk crosswalk = context.crosswalks().get(axis.crosswalk());
    MappedLabel entry = resolver.mapped(label, crosswalk);
    if (!entry.isMapped()) {
      resolver.tellUnmapped(label, crosswalk);
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
      Optional<UnitDefinition> unit =
          decision.decide(label.cell(), label.unitZh(), label.unitEn(), chinese && english);
      decided.add(unit.map(entry::withUnit).orElseGet(() -> withMappedUnit(entry)));
    }
    return decided;
  }

  private MappedLabel withMappedUnit(MappedLabel entry) {
    boolean mapped = entry.mapping() != null && !entry.mapping().unit().isBlank();
    return mapped ? entry.withUnit(units.findUnit(entry.mapping().unit()).orElseThrow()) : entry;
  }

  private void tellDuplicates(List<MappedLabel> entries) {
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
                "take one of the lines out, or give it a meaning of its own in the crosswalk");
      }
    }
  }
}
