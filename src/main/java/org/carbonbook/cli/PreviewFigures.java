package org.carbonbook.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.carbonbook.yearbook.layout.CellClass;
import org.carbonbook.yearbook.read.CellReading;
import org.carbonbook.yearbook.read.TableReading;

/** Prints the figures of a table as they would be published, and the cells that are left out. */
final class PreviewFigures {

  private static final Set<CellClass> LEFT_OUT =
      EnumSet.of(
          CellClass.BAD, CellClass.NOTATION, CellClass.CONTROL, CellClass.STRAY, CellClass.IGNORED);
  private static final int PLACES = 6;
  private static final String[] COLUMNS = {
    "file",
    "sheet",
    "cell",
    "class",
    "printed",
    "value",
    "unit",
    "region",
    "year",
    "indicator",
    "sector",
    "item",
    "basis",
    "canonical_value",
    "canonical_unit",
    "status",
    "why"
  };

  private final PrintWriter out;
  private final int page;
  private final int size;

  /**
   * @param page which page of figures, from 1
   * @param size how many figures a page has
   */
  PreviewFigures(PrintWriter out, int page, int size) {
    this.out = out;
    this.page = page;
    this.size = size;
  }

  /** One page of the figures, then what is left out and why. */
  void print(TableReading table) {
    List<CellReading> figures =
        table.cells().stream().filter(cell -> cell.cellClass() == CellClass.DATA).toList();
    int from = Math.min((page - 1) * size, figures.size());
    int to = Math.min(from + size, figures.size());
    if (to > from) {
      TextTable shown =
          new TextTable(
              "cell", "value", "unit", "region", "year", "indicator", "sector", "item", "basis");
      figures.subList(from, to).forEach(cell -> addTo(shown, cell));
      out.println();
      out.println(heading(from, to, figures.size()));
      shown.print(out);
    }
    printLeftOut(table);
  }

  private String heading(int from, int to, int all) {
    String place = to - from == all ? "all " + all : "%d to %d of %d".formatted(from + 1, to, all);
    return "figures, "
        + place
        + (to < all ? "; --page %d shows the next, --format csv all".formatted(page + 1) : "");
  }

  private static void addTo(TextTable shown, CellReading cell) {
    shown.row(
        cell.cell(),
        cell.value(),
        cell.unit(),
        cell.regionCode(),
        cell.year(),
        cell.indicator(),
        cell.sector(),
        cell.item(),
        cell.basis());
  }

  /** Cells of one class and one reason are one line. */
  private void printLeftOut(TableReading table) {
    Map<String, List<String>> places = new TreeMap<>();
    for (CellReading cell : table.cells()) {
      if (LEFT_OUT.contains(cell.cellClass())) {
        String why = cell.note() == null ? "the sheet is not read" : cell.note();
        places
            .computeIfAbsent(name(cell) + "\t" + why, key -> new ArrayList<>())
            .add(cell.cell() + " '" + cell.text().replaceAll("\\s+", " ") + "'");
      }
    }
    if (places.isEmpty()) {
      return;
    }
    out.println();
    TextTable shown = new TextTable("left out", "cells", "why", "where");
    places.forEach(
        (key, cells) -> {
          String[] parts = key.split("\t", 2);
          String more = cells.size() > PLACES ? ", …" : "";
          shown.row(
              parts[0],
              cells.size(),
              parts[1],
              String.join(", ", cells.subList(0, Math.min(PLACES, cells.size()))) + more);
        });
    shown.print(out);
  }

  private static String name(CellReading cell) {
    return cell.cellClass().name().toLowerCase(Locale.ROOT);
  }

  /** A printer of CSV with the header printed. */
  static CSVPrinter csv(PrintWriter out) throws IOException {
    return CSVFormat.RFC4180.builder().setHeader(COLUMNS).setRecordSeparator('\n').get().print(out);
  }

  /** All figures and all cells that are left out, one line each. */
  static void print(CSVPrinter csv, String file, TableReading table) {
    try {
      for (CellReading cell : table.cells()) {
        if (cell.cellClass() == CellClass.DATA || LEFT_OUT.contains(cell.cellClass())) {
          csv.printRecord(
              file,
              table.sheet(),
              cell.cell(),
              name(cell),
              cell.text(),
              cell.value(),
              cell.unit(),
              cell.regionCode(),
              cell.year(),
              cell.indicator(),
              cell.sector(),
              cell.item(),
              cell.basis(),
              cell.canonicalValue(),
              cell.canonicalUnit(),
              table.status(),
              cell.note());
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
