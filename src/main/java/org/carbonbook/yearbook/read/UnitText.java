package org.carbonbook.yearbook.read;

import java.io.Serializable;
import java.text.Normalizer;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.carbonbook.unit.UnitDefinition;
import org.carbonbook.unit.UnitRegistry;

/** Recognises printed units in cells and at the end of labels. */
final class UnitText implements Serializable {

  private static final Pattern PARENTHESISED = Pattern.compile("\\(\\s*([^()]+?)\\s*\\)");
  private static final Pattern NAMED =
      Pattern.compile("\\(?(?:(?:计量|数据)?单\\s*位|[Uu]nits?)\\s*[:：]\\s*(.+?)\\s*\\)?");
  private static final Pattern LABEL_WITH_UNIT =
      Pattern.compile("(.+?)\\s*\\(\\s*([^()]+?)\\s*\\)");

  private static final Pattern STATED =
      Pattern.compile(
          "(?:(?:计量|数据)?单\\s*位\\s*(?:[:：]|均?为|是)|[Uu]nits?\\s*:)\\s*([^\\s,。;；)]+(?: [^\\s,。;；)\\p{IsHan}]+)*)");

  private final UnitRegistry registry;

  UnitText(UnitRegistry registry) {
    this.registry = registry;
  }

  /** A label and the unit printed behind it. */
  record Split(String label, String unit) {}

  /** The unit's text in a cell such as {@code (万吨)} or {@code 单位：万吨标准煤}. */
  static Optional<String> findPrinted(String cellText) {
    String text = Normalizer.normalize(cellText, Normalizer.Form.NFKC).strip();
    Matcher named = NAMED.matcher(text);
    if (named.matches()) {
      return Optional.of(named.group(1));
    }
    Matcher parenthesised = PARENTHESISED.matcher(text);
    return parenthesised.matches() ? Optional.of(parenthesised.group(1)) : Optional.empty();
  }

  /** The unit that a line or a note states somewhere, as in {@code 注：本表计量单位为吨标准煤。}. */
  static Optional<String> findStated(String cellText) {
    Matcher stated = STATED.matcher(Normalizer.normalize(cellText, Normalizer.Form.NFKC));
    return stated.find() ? Optional.of(stated.group(1)) : Optional.empty();
  }

  /** A label such as {@code 国内生产总值(亿元)} in its parts, when what it ends in is a unit. */
  Split split(String label) {
    String plain = Normalizer.normalize(label, Normalizer.Form.NFKC).strip();
    Matcher matcher = LABEL_WITH_UNIT.matcher(plain);
    if (matcher.matches() && registry.findUnit(matcher.group(2)).isPresent()) {
      return new Split(matcher.group(1), matcher.group(2));
    }
    return new Split(label, "");
  }

  Optional<UnitDefinition> findUnit(String printed) {
    return printed.isBlank() ? Optional.empty() : registry.findUnit(printed);
  }

  UnitRegistry registry() {
    return registry;
  }
}
