package org.carbonbook.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.carbonbook.notice.Notice;
import org.carbonbook.yearbook.layout.CellClass;
import org.carbonbook.yearbook.read.CellReading;
import org.carbonbook.yearbook.read.FileReading;
import org.carbonbook.yearbook.read.LabelReading;
import org.carbonbook.yearbook.read.TableReading;

/**
 * Prints how a file would be read: the layout and why it fits, labels with their meaning, units,
 * cells by class, and notices.
 */
final class PreviewPrinter {

  private static final int LABEL_WIDTH = 44;
  private static final int EXAMPLE_WIDTH = 20;
  private static final int EXAMPLES = 3;

  private final PrintWriter out;
  private final PreviewFigures figures;

  PreviewPrinter(PrintWriter out, PreviewFigures figures) {
    this.out = out;
    this.figures = figures;
  }

  void print(String fileName, FileReading reading) {
    out.println(fileName);
    printNotices(reading.notices());
    reading.tables().forEach(this::printTable);
    out.flush();
  }

  private void printTable(TableReading table) {
    String layout = table.layout() == null ? "no layout" : "layout " + table.layout();
    out.println();
    out.println("sheet " + table.sheet() + ": " + layout + ", " + table.status());
    printFact("title", table.title());
    printFact("region", table.regionCode());
    printFact("year", table.year());
    table.recognition().forEach(reason -> printFact("why", reason));
    printLabels(table.labels());
    printCells(table);
    figures.print(table);
    printNotices(table.notices());
  }

  private void printFact(String name, Object fact) {
    if (fact != null) {
      out.println("  " + name + ": " + fact);
    }
  }

  private void printLabels(List<LabelReading> labels) {
    if (labels.isEmpty()) {
      return;
    }
    out.println();
    TextTable table = new TextTable("axis", "cell", "zh", "en", "meaning", "unit");
    for (LabelReading label : labels) {
      table.row(
          label.axis(),
          label.cell(),
          shortened(label.zh(), LABEL_WIDTH),
          shortened(label.en(), LABEL_WIDTH),
          label.mapping() == null ? "unmapped" : label.mapping(),
          label.unit());
    }
    table.print(out);
  }

  private void printCells(TableReading table) {
    Map<CellClass, List<String>> examples = new EnumMap<>(CellClass.class);
    for (CellReading cell : table.cells()) {
      List<String> shown = examples.computeIfAbsent(cell.cellClass(), c -> new ArrayList<>());
      if (shown.size() < EXAMPLES) {
        shown.add(cell.cell() + " '" + shortened(cell.text(), EXAMPLE_WIDTH) + "'");
      }
    }
    out.println();
    TextTable cells = new TextTable("class", "cells", "for example");
    table
        .counts()
        .forEach(
            (cellClass, count) ->
                cells.row(
                    cellClass.name().toLowerCase(Locale.ROOT),
                    count,
                    String.join(", ", examples.getOrDefault(cellClass, List.of()))));
    cells.print(out);
  }

  private void printNotices(List<Notice> notices) {
    if (!notices.isEmpty()) {
      out.println();
    }
    for (Notice notice : notices) {
      out.printf(
          "%s %s %s: %s%n  remedy: %s%n",
          notice.severity(), notice.code(), notice.place(), notice.message(), notice.remedy());
    }
  }

  /** The text on one line, shortened to a width in terminal columns. */
  private static String shortened(String text, int width) {
    String line = text.replaceAll("\\s+", " ");
    if (TextTable.width(line) <= width) {
      return line;
    }
    StringBuilder kept = new StringBuilder();
    line.codePoints()
        .takeWhile(point -> TextTable.width(kept.toString() + Character.toString(point)) < width)
        .forEach(kept::appendCodePoint);
    return kept.append('…').toString();
  }
}
