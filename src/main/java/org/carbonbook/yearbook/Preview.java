package org.carbonbook.yearbook;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.carbonbook.notice.Notice;

/**
 * Shows a person what would be read of a file: layout and why, labels with their meaning, units,
 * cells by class, and what is wrong.
 */
public final class Preview {

  private static final int COLUMN_WIDTH = 44;
  private static final int EXAMPLES = 3;
  private static final String INDENT = "  ";

  private Preview() {}

  /**
   * The reading as text for a terminal.
   *
   * @param fileName the file, as the person named it
   * @param reading the reading of that file
   */
  public static String render(String fileName, FileReading reading) {
    StringBuilder text = new StringBuilder(fileName).append("\n");
    appendNotices(text, reading.notices());
    for (TableReading table : reading.tables()) {
      appendTable(text, table);
    }
    return text.toString();
  }

  private static void appendTable(StringBuilder text, TableReading table) {
    String layout = table.layout() == null ? "no layout" : "layout " + table.layout();
    text.append("\n").append(table.sheet()).append(": ").append(layout);
    text.append(", ").append(table.status()).append("\n");
    appendFact(text, "title", table.title());
    appendFact(text, "region", table.regionCode());
    appendFact(text, "year", table.year());
    table.recognition().forEach(reason -> appendFact(text, "why", reason));
    appendLabels(text, table);
    appendCells(text, table);
    appendNotices(text, table.notices());
  }

  private static void appendFact(StringBuilder text, String name, Object fact) {
    if (fact != null) {
      text.append(INDENT).append(name).append(": ").append(fact).append("\n");
    }
  }

  private static void appendLabels(StringBuilder text, TableReading table) {
    if (table.labels().isEmpty()) {
      return;
    }
    TextTable labels = new TextTable(COLUMN_WIDTH, "axis", "cell", "zh", "en", "meaning", "unit");
    for (LabelReading label : table.labels()) {
      labels.add(
          label.axis(),
          label.cell(),
          label.zh(),
          label.en(),
          label.mapping() == null ? "unmapped" : label.mapping(),
          label.unit());
    }
    text.append("\n").append(labels.render(INDENT));
  }

  private static void appendCells(StringBuilder text, TableReading table) {
    Map<CellClass, List<String>> examples = new EnumMap<>(CellClass.class);
    for (CellReading cell : table.cells()) {
      List<String> shown = examples.computeIfAbsent(cell.cellClass(), c -> new ArrayList<>());
      if (shown.size() < EXAMPLES) {
        shown.add(cell.cell() + " '" + TextTable.cut(cell.text(), 16) + "'");
      }
    }
    TextTable cells = new TextTable(3 * COLUMN_WIDTH, "class", "cells", "for example");
    table
        .counts()
        .forEach(
            (cellClass, count) ->
                cells.add(
                    cellClass.name().toLowerCase(Locale.ROOT),
                    count.toString(),
                    String.join(", ", examples.getOrDefault(cellClass, List.of()))));
    text.append("\n").append(cells.render(INDENT));
  }

  private static void appendNotices(StringBuilder text, List<Notice> notices) {
    if (!notices.isEmpty()) {
      text.append("\n");
    }
    for (Notice notice : notices) {
      text.append(INDENT)
          .append(notice.severity())
          .append(" ")
          .append(notice.code())
          .append(" ")
          .append(notice.place())
          .append(": ")
          .append(notice.message())
          .append("\n")
          .append(INDENT)
          .append("  remedy: ")
          .append(notice.remedy())
          .append("\n");
    }
  }
}
