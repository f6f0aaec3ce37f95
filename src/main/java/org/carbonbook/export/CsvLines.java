package org.carbonbook.export;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.spark.sql.Row;

/**
 * Lines of CSV (RFC 4180) that distinguish null from an empty text: an empty text has quotes, null
 * has none.
 *
 * <p>A spreadsheet evaluates a text as a formula if it begins with one of {@code = + - @}, their
 * full-width forms, a tab or a line break. Where formulas are escaped, such a text is given an
 * apostrophe in front, and so is one that already has apostrophes there, so that taking one away
 * always gives the text back.
 */
public final class CsvLines {

  private static final Pattern RISKY = Pattern.compile("^'*[=+\\-@\\t\\r\\n＝＋－＠]");
  private static final Pattern QUOTED = Pattern.compile("[\",\\r\\n]|^[\\s#]|\\s$|^$|^\\\\[.]$");

  private final Appendable out;
  private final CsvStyle style;

  public CsvLines(Appendable out, CsvStyle style) {
    this.out = out;
    this.style = style;
  }

  /** Lines for the result of a query: without a byte order mark, and with unchanged texts. */
  public static CsvLines exact(Appendable out) {
    return new CsvLines(out, CsvStyle.EXACT);
  }

  /** The values of a row. */
  public static List<Object> values(Row row) {
    List<Object> values = new ArrayList<>(row.size());
    for (int i = 0; i < row.size(); i++) {
      values.add(row.get(i));
    }
    return values;
  }

  /** Writes a line. */
  public void line(List<?> values) throws IOException {
    String separator = "";
    for (Object value : values) {
      out.append(separator).append(field(value));
      separator = ",";
    }
    out.append('\n');
  }

  private String field(Object value) {
    String text = ValueText.text(value);
    if (text == null) {
      return style.nothing();
    }
    if (value instanceof Number) {
      return text;
    }
    if (style.formulas() == CsvStyle.Formulas.ESCAPE && RISKY.matcher(text).find()) {
      text = "'" + text;
    }
    return QUOTED.matcher(text).find() || text.equals(style.nothing())
        ? '"' + text.replace("\"", "\"\"") + '"'
        : text;
  }
}
