package org.carbonbook.yearbook.read;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiFunction;
import org.carbonbook.yearbook.grid.CellAddress;
import org.carbonbook.yearbook.grid.GridCell;
import org.carbonbook.yearbook.layout.CellClass;
import org.carbonbook.yearbook.layout.Frame;
import org.carbonbook.yearbook.layout.Layout;

/** Reads the columns beside the figures that say something about each row. */
final class KeyColumnReader {

  private final TableContext context;
  private final Frame frame;
  private final BiFunction<PrintedLabel, Layout.Axis, MappedLabel> meaning;
  private final Map<Layout.KeyColumn, Integer> columns = new LinkedHashMap<>();

  /**
   * A reader of the keys that the layout declares.
   *
   * @param meaning gives a label its meaning on an axis
   */
  KeyColumnReader(
      TableContext context,
      Frame frame,
      BiFunction<PrintedLabel, Layout.Axis, MappedLabel> meaning) {
    this.context = context;
    this.frame = frame;
    this.meaning = meaning;
  }

  /** Whether a column is a key; its cells are labels then. */
  boolean take(PrintedLabel heading) {
    for (Layout.KeyColumn key : context.layout().keys()) {
      if (key.isHeadedBy(heading.shown()) && columns.putIfAbsent(key, heading.index()) == null) {
        for (int row = frame.firstRow(); row < frame.endRow(); row++) {
          context
              .grid()
              .findCell(row, heading.index())
              .ifPresent(cell -> context.ledger().enter(cell, CellClass.LABEL, null));
        }
        return true;
      }
    }
    return false;
  }

  /** Fails the table when a key has no column. */
  void requireAll() {
    for (Layout.KeyColumn key : context.layout().keys()) {
      if (!columns.containsKey(key)) {
        context
            .findings()
            .add(
                TableNotice.UNMAPPED_LABEL,
                "",
                "no column is headed like %s, which is a key of the layout; the table is not published"
                    .formatted(key.heading()),
                "head the column, or remove the key from conf/layouts/%s.yaml"
                    .formatted(context.layout().name()));
      }
    }
  }

  /** The meaning of a row with what its keys say. */
  MappedLabel complete(MappedLabel row) {
    MappedLabel complete = row;
    for (Map.Entry<Layout.KeyColumn, Integer> key : columns.entrySet()) {
      if (!complete.isIgnored()) {
        complete = complete(complete, key.getKey(), key.getValue());
      }
    }
    return complete;
  }

  private MappedLabel complete(MappedLabel row, Layout.KeyColumn key, int column) {
    GridCell cell = context.grid().findShown(row.label().index(), column).orElse(null);
    String address = CellAddress.of(row.label().index(), column);
    if (cell == null) {
      report(address, "the row of '%s' has no key here".formatted(row.label().shown()));
      return MappedLabel.unmapped(row.label());
    }
    String text = cell.number() == null ? cell.text() : String.valueOf(cell.number().longValue());
    MappedLabel part =
        meaning.apply(new PrintedLabel(row.label().index(), address, text, "", "", ""), key.axis());
    if (!part.isMapped() || !row.isMapped()) {
      return MappedLabel.unmapped(row.label());
    }
    MappedLabel both = row.with(part);
    if (both == null) {
      report(
          address,
          "'%s' means %s, but '%s' means %s"
              .formatted(text, part.described(), row.label().shown(), row.described()));
      return MappedLabel.unmapped(row.label());
    }
    return both;
  }

  private void report(String cell, String message) {
    context
        .findings()
        .add(
            TableNotice.LABEL_COLUMNS_DISAGREE,
            cell,
            message + "; the table is not published",
            "complete the column of the key, or correct the crosswalk");
  }
}
