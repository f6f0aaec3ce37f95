package org.carbonbook.yearbook.vocabulary;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a label means: the parts of an observation's key that it settles, blank where it settles
 * none.
 *
 * @param label the printed Chinese label
 * @param en the printed English label
 * @param scope the table it holds for, blank for all
 * @param use {@code data}, {@code heading} (a line that only groups) or {@code ignore}
 */
public record LabelMapping(
    String label,
    String en,
    String scope,
    String use,
    String indicator,
    String sector,
    String item,
    String unit,
    String basis)
    implements Serializable {

  public static final String DATA = "data";
  static final String HEADING = "heading";
  public static final String IGNORE = "ignore";

  /** A label of a line that is not read. */
  public static LabelMapping ignored(String label) {
    return new LabelMapping(label, "", "", IGNORE, "", "", "", "", "");
  }

  public boolean isData() {
    return use.equals(DATA);
  }

  /** The code part of the key, for telling two labels with one meaning. */
  public String key() {
    return indicator + "|" + sector + "|" + item + "|" + basis;
  }

  /** This meaning with that of a second label of the same row; empty when they disagree. */
  public Optional<LabelMapping> joined(LabelMapping other) {
    if (!isData() || !other.isData()) {
      return Optional.of(isData() ? other : this);
    }
    boolean agree =
        agree(indicator, other.indicator)
            && agree(sector, other.sector)
            && agree(item, other.item)
            && agree(unit, other.unit)
            && agree(basis, other.basis);
    return agree
        ? Optional.of(
            new LabelMapping(
                label,
                en,
                scope,
                use,
                either(indicator, other.indicator),
                either(sector, other.sector),
                either(item, other.item),
                either(unit, other.unit),
                either(basis, other.basis)))
        : Optional.empty();
  }

  private static boolean agree(String a, String b) {
    return a.isBlank() || b.isBlank() || a.equals(b);
  }

  private static String either(String a, String b) {
    return a.isBlank() ? b : a;
  }

  /** For people: {@code item=raw_coal}. */
  public String described() {
    if (!isData()) {
      return use;
    }
    List<String> parts = new ArrayList<>();
    add(parts, "indicator", indicator);
    add(parts, "sector", sector);
    add(parts, "item", item);
    add(parts, "basis", basis);
    return String.join(" ", parts);
  }

  private static void add(List<String> parts, String name, String code) {
    if (!code.isBlank()) {
      parts.add(name + "=" + code);
    }
  }
}
