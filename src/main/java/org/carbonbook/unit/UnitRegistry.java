package org.carbonbook.unit;

import java.io.Serializable;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.carbonbook.conf.ConfRow;
import org.carbonbook.conf.ConfTable;

/**
 * The units that the tables print, read from {@code conf/units.csv}. A printing is looked up
 * without regard to spaces, full width, the kind of multiplication dot, and letter case.
 */
public final class UnitRegistry implements Serializable {

  /** An empty registry. */
  public static final UnitRegistry EMPTY = new UnitRegistry(Map.of(), Map.of());

  private final Map<String, UnitDefinition> byId;
  private final Map<String, UnitDefinition> byPrinting;

  private UnitRegistry(Map<String, UnitDefinition> byId, Map<String, UnitDefinition> byPrinting) {
    this.byId = byId;
    this.byPrinting = byPrinting;
  }

  /**
   * Reads the registry.
   *
   * @throws IllegalArgumentException when a line is wrong or one printing means two units; the
   *     message names the file and the line
   */
  public static UnitRegistry load(Path unitsCsv) {
    Map<String, UnitDefinition> byId = new LinkedHashMap<>();
    Map<String, UnitDefinition> byPrinting = new HashMap<>();
    for (ConfRow line : ConfTable.read(unitsCsv).rows()) {
      UnitDefinition unit = definition(line);
      if (byId.putIfAbsent(unit.id(), unit) != null) {
        throw new IllegalArgumentException(line.place() + ": unit " + unit.id() + " occurs twice");
      }
      for (String printing : listPrintings(unit)) {
        UnitDefinition other = byPrinting.putIfAbsent(normalised(printing), unit);
        if (other != null && !other.equals(unit)) {
          throw new IllegalArgumentException(
              String.format(
                  "%s: '%s' already means %s, it cannot also mean %s",
                  line.place(), printing, other.id(), unit.id()));
        }
      }
    }
    return new UnitRegistry(byId, byPrinting);
  }

  private static UnitDefinition definition(ConfRow line) {
    return new UnitDefinition(
        line.filled("unit"),
        line.list("zh"),
        line.list("en"),
        line.filled("dimension"),
        line.filled("canonical_unit"),
        line.decimal("factor"),
        line.text("basis"));
  }

  private static List<String> listPrintings(UnitDefinition unit) {
    List<String> all = new ArrayList<>();
    all.add(unit.id());
    all.addAll(unit.zh());
    all.addAll(unit.en());
    return all;
  }

  /** The unit with this name here. */
  public UnitDefinition getUnit(String id) {
    UnitDefinition unit = byId.get(id);
    if (unit == null) {
      throw new IllegalArgumentException("no unit '" + id + "' in conf/units.csv");
    }
    return unit;
  }

  /** The unit that a printing such as {@code 104 tn} or {@code 万吨} means. */
  public Optional<UnitDefinition> findUnit(String printing) {
    return Optional.ofNullable(byPrinting.get(normalised(printing)));
  }

  /** The units on both sides of the slash in a printing such as {@code kJ/m3}. */
  public Optional<UnitRatio> findRatio(String printing) {
    int slash = printing.indexOf('/');
    if (slash < 0) {
      return Optional.empty();
    }
    Optional<UnitDefinition> numerator = findUnit(printing.substring(0, slash));
    Optional<UnitDefinition> denominator = findUnit(printing.substring(slash + 1));
    return numerator.isPresent() && denominator.isPresent()
        ? Optional.of(new UnitRatio(numerator.get(), denominator.get()))
        : Optional.empty();
  }

  /** Every printing that is known, for suggestions. */
  public List<String> listPrintings() {
    List<String> all = new ArrayList<>();
    byId.values().forEach(unit -> all.addAll(listPrintings(unit)));
    return all;
  }

  /** A printing without what carries no meaning: spaces, width, the kind of dot, letter case. */
  private static String normalised(String printing) {
    String plain = Normalizer.normalize(printing, Normalizer.Form.NFKC);
    StringBuilder kept = new StringBuilder(plain.length());
    for (int i = 0; i < plain.length(); i++) {
      char c = plain.charAt(i);
      if (c == '•' || c == '·' || c == '⋅' || c == '∙' || c == '・' || c == '*' || c == '×') {
        kept.append('.');
      } else if (!Character.isWhitespace(c) && !Character.isSpaceChar(c)) {
        kept.append(c);
      }
    }
    return kept.toString().toLowerCase(Locale.ROOT);
  }
}
