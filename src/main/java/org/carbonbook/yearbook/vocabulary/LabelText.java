package org.carbonbook.yearbook.vocabulary;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Labels and titles in the forms they are compared in. */
public final class LabelText {

  private static final Pattern NUMBERING =
      Pattern.compile(
          "^(?:[一二三四五六七八九十]{1,3}[.、,:]"
              + "|\\d{1,2}[.、,](?!\\d)"
              + "|\\((?:\\d{1,2}|[一二三四五六七八九十]{1,3})\\)"
              + "|[#*]|其中[:：])");
  private static final Pattern SIGN = Pattern.compile("\\([-+−–—]\\)");
  private static final Pattern NUMERIC = Pattern.compile("[-+−–]?[\\d,']*\\d[\\d,'.]*%?");
  private static final Pattern HAN = Pattern.compile("\\p{IsHan}");
  private static final Pattern HAN_THEN_LATIN =
      Pattern.compile("^(.*\\p{IsHan}[^A-Za-z]*?)\\s*([A-Za-z].*)?$", Pattern.DOTALL);

  private LabelText() {}

  /**
   * A text without spaces, full-width forms and footnote marks: titles and anchors are matched on
   * it.
   */
  public static String compact(String text) {
    return withoutSpaces(Normalizer.normalize(withoutMarks(text), Normalizer.Form.NFKC));
  }

  /**
   * Compatibility forms would turn a footnote mark such as ① into a digit of the number beside it.
   */
  private static String withoutMarks(String text) {
    StringBuilder kept = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.getType(c) != Character.OTHER_NUMBER) {
        kept.append(c);
      }
    }
    return kept.toString();
  }

  private static String withoutSpaces(String text) {
    StringBuilder kept = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (!Character.isWhitespace(c) && !Character.isSpaceChar(c)) {
        kept.append(c);
      }
    }
    return kept.toString();
  }

  /**
   * The form in which two labels are the same label: compact, without numbering ({@code 一.}, {@code
   * 2.}, {@code #}), sign marks ({@code (-)}), punctuation and letter case.
   */
  public static String key(String label) {
    String compact = compact(label);
    Matcher numbering = NUMBERING.matcher(compact);
    while (numbering.find()) {
      compact = compact.substring(numbering.end());
      numbering = NUMBERING.matcher(compact);
    }
    String unsigned = SIGN.matcher(compact).replaceAll("");
    StringBuilder kept = new StringBuilder(unsigned.length());
    for (int i = 0; i < unsigned.length(); i++) {
      char c = unsigned.charAt(i);
      if (Character.isLetterOrDigit(c)) {
        kept.append(c);
      }
    }
    return kept.toString().toLowerCase(Locale.ROOT);
  }

  /** Whether a text is a number, as text files hold them, with or without grouped digits. */
  public static boolean isNumeric(String text) {
    return NUMERIC.matcher(compact(text)).matches();
  }

  public static boolean hasHan(String text) {
    return HAN.matcher(text).find();
  }

  /** The Chinese part of a heading such as {@code 能源合计 Energy Total}; blank when it has none. */
  public static String chinesePart(String text) {
    Matcher matcher = HAN_THEN_LATIN.matcher(text);
    return matcher.matches() ? matcher.group(1).strip() : "";
  }

  /** The English part of a heading; the whole of it when it has no Chinese. */
  public static String englishPart(String text) {
    Matcher matcher = HAN_THEN_LATIN.matcher(text);
    if (!matcher.matches()) {
      return text.strip();
    }
    return matcher.group(2) == null ? "" : matcher.group(2).strip();
  }
}
