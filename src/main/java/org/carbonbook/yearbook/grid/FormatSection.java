package org.carbonbook.yearbook.grid;

import java.util.List;
import java.util.regex.Pattern;

/**
 * What a number format hides of a number. A format has up to four sections, for positive numbers,
 * negative numbers, zero and text; the library that formats numbers does not follow it in these two
 * cases.
 */
enum FormatSection {
  /** Nothing is hidden. */
  USUAL,
  /** The section for negative numbers prints no minus and no parenthesis. */
  WITHOUT_SIGN,
  /** The section is empty, so that the cell looks blank. */
  EMPTY;

  private static final Pattern SECTION_END = Pattern.compile(";(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)");
  private static final Pattern CONDITION = Pattern.compile("\\[[<>=]");

  static FormatSection of(String format, double number) {
    List<String> sections = List.of(SECTION_END.split(format, -1));
    if (sections.size() == 1 || CONDITION.matcher(format).find()) {
      return USUAL;
    }
    int index = number < 0 ? 1 : number == 0 && sections.size() > 2 ? 2 : 0;
    String section = sections.get(index);
    if (section.isBlank()) {
      return EMPTY;
    }
    boolean signed = section.indexOf('-') >= 0 || section.indexOf('(') >= 0;
    return number < 0 && !signed ? WITHOUT_SIGN : USUAL;
  }
}
