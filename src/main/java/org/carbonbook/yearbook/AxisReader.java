package org.carbonbook.yearbook;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.carbonbook.unit.UnitDefinition;

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
  List<AxisEntry> listColumns() {
    List<AxisLabel> labels =
        new ColumnReader(context.grid(), frame, context.layout(), units, context.ledger())
            .listLabels();
    List<AxisEntry> entries = new ArrayList<>();
    for (AxisLabel label : labels) {
      if (!isRepeatedLabelColumn(label)) {
        entries.add(resolved(label, context.layout().columns()));
      }
    }
    List<AxisEntry> decided = withUnits(entries);
    tellDuplicates(decided);
    return decided;
  }

  /** The rows, from top to bottom; what has no meaning is told and stays unmapped. */
  List<AxisEntry> listRows(int lastFigureRow) {
    Frame labelled = frame.endingAt(endOfLabels(lastFigureRow));
    List<AxisLabel> labels =
        new RowReader(context.grid(), labelled, units, context.ledger()).listLabels();
    List<AxisEntry> entries = new ArrayList<>();
    for (AxisLabel label : labels) {
      entries.add(resolved(label, context.layout().rows()));
    }
    List<AxisEntry> decided = withUnits(entries);
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
  private boolean isRepeatedLabelColumn(AxisLabel label) {
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

  private AxisEntry resolved(AxisLabel label, Layout.Axis axis) {
    if (axis.kind() == Layout.AxisKind.YEAR) {
      AxisEntry entry = LabelResolver.year(label);
      if (!entry.isMapped()) {
        resolver.tellNoYear(label);
      }
      return entry;
    }
    Crosswalk crosswalk = context.crosswalks().get(axis.crosswalk());
    AxisEntry entry = resolver.mapped(label, crosswalk);
    if (!entry.isMapped()) {
      resolver.tellUnmapped(label, crosswalk);
    }
    return entry;
  }

  private List<AxisEntry> withUnits(List<AxisEntry> entries) {
    boolean chinese = entries.stream().anyMatch(e -> !e.label().unitZh().isBlank());
    boolean english = entries.stream().anyMatch(e -> !e.label().unitEn().isBlank());
    UnitDecision decision =
        new UnitDecision(units, context.layout().units().decides(), context.findings());
    List<AxisEntry> decided = new ArrayList<>();
    for (AxisEntry entry : entries) {
      AxisLabel label = entry.label();
      Optional<UnitDefinition> unit =
          decision.decide(label.cell(), label.unitZh(), label.unitEn(), chinese && english);
      decided.add(unit.map(entry::withUnit).orElseGet(() -> withMappedUnit(entry)));
    }
    return decided;
  }

  private AxisEntry withMappedUnit(AxisEntry entry) {
    boolean mapped = entry.mapping() != null && !entry.mapping().unit().isBlank();
    return mapped ? entry.withUnit(units.findUnit(entry.mapping().unit()).orElseThrow()) : entry;
  }

  private void tellDuplicates(List<AxisEntry> entries) {
    Map<String, AxisEntry> first = new HashMap<>();
    for (AxisEntry entry : entries) {
      AxisEntry other = entry.isData() ? first.putIfAbsent(entry.key(), entry) : null;
      if (other != null) {
        context
            .findings()
            .add(
                YearbookNotice.DUPLICATE_LABEL,
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
