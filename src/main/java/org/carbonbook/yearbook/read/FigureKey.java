package org.carbonbook.yearbook.read;

import java.util.Optional;
import org.carbonbook.unit.UnitDefinition;
import org.carbonbook.yearbook.layout.Layout;
import org.carbonbook.yearbook.vocabulary.LabelMapping;

/**
 * What a figure is about, put together from the table, its row and its column; blank codes where
 * nothing applies.
 */
record FigureKey(
    String regionCode,
    Integer year,
    String indicator,
    String sector,
    String item,
    UnitDefinition unit,
    String basis) {

  /** The key of the figure where a row and a column meet. */
  static FigureKey at(
      TableOrigin table, Layout.Defaults defaults, MappedLabel row, MappedLabel column) {
    UnitDefinition unit = column.unit() != null ? column.unit() : row.unit();
    UnitDefinition decided = unit != null ? unit : table.unit();
    Integer year = column.year() != null ? column.year() : row.year();
    LabelMapping r = row.mapping();
    LabelMapping c = column.mapping();
    String carried = decided == null ? "" : decided.basis();
    String named = column.region() != null ? column.region() : row.region();
    return new FigureKey(
        named != null ? named : table.regionCode(),
        year != null ? year : table.year(),
        first(c == null ? "" : c.indicator(), r == null ? "" : r.indicator(), defaults.indicator()),
        first(c == null ? "" : c.sector(), r == null ? "" : r.sector(), defaults.sector()),
        first(c == null ? "" : c.item(), r == null ? "" : r.item(), defaults.item()),
        decided,
        first(
            c == null ? "" : c.basis(),
            r == null ? "" : r.basis(),
            carried.isBlank() ? defaults.basis() : carried));
  }

  /** What row and column both state, but differently; empty when they agree. */
  static Optional<String> findContradiction(MappedLabel row, MappedLabel column) {
    LabelMapping r = row.mapping();
    LabelMapping c = column.mapping();
    if (r == null || c == null) {
      return Optional.empty();
    }
    if (differ(r.indicator(), c.indicator())) {
      return Optional.of("indicator %s and %s".formatted(r.indicator(), c.indicator()));
    }
    return differ(r.basis(), c.basis())
        ? Optional.of("basis %s and %s".formatted(r.basis(), c.basis()))
        : Optional.empty();
  }

  private static boolean differ(String a, String b) {
    return !a.isBlank() && !b.isBlank() && !a.equals(b);
  }

  private static String first(String a, String b, String c) {
    if (!a.isBlank()) {
      return a;
    }
    if (!b.isBlank()) {
      return b;
    }
    return c == null ? "" : c;
  }

  /** What decides whether unit and basis suit, without place and time. */
  String kind() {
    return indicator + "|" + item + "|" + (unit == null ? "" : unit.id()) + "|" + basis;
  }
}
