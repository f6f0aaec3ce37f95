package org.carbonbook.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Lines of CSV: null, empty texts, quotes and formulas. */
class CsvLinesTest {

  private static final CsvStyle ESCAPED =
      new CsvStyle(CsvStyle.Mark.NONE, CsvStyle.Formulas.ESCAPE, "");

  @Test
  void nullIsToldFromAnEmptyText() throws IOException {
    assertThat(line(CsvStyle.EXACT, "a", null, "", "b")).isEqualTo("a,,\"\",b\n");
  }

  @Test
  void nullCanHaveAWord() throws IOException {
    CsvStyle style = new CsvStyle(CsvStyle.Mark.NONE, CsvStyle.Formulas.KEEP, "NULL");
    assertThat(line(style, null, "NULL", "")).isEqualTo("NULL,\"NULL\",\"\"\n");
  }

  @Test
  void numbersHaveAllDigitsAndNoExponent() throws IOException {
    assertThat(line(ESCAPED, -2.68511909089476E8, 1e-7, 3.0, Long.MAX_VALUE, Double.NaN))
        .isEqualTo("-268511909.089476,0.0000001,3,9223372036854775807,NaN\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "=1+1",
        "+1",
        "-1",
        "@SUM(A1)",
        "\t=1",
        "\r=1",
        "\n=1",
        "＝1",
        "＋1",
        "－1",
        "＠x",
        "'=1"
      })
  void aFormulaIsEscaped(String formula) throws IOException {
    assertThat(parse(line(ESCAPED, formula))).containsExactly("'" + formula);
    assertThat(parse(line(CsvStyle.EXACT, formula))).containsExactly(formula);
  }

  @Test
  void aNegativeNumberIsNoFormula() throws IOException {
    assertThat(line(ESCAPED, -1.5)).isEqualTo("-1.5\n");
  }

  @Property(tries = 300)
  void whateverIsWrittenIsReadAgain(@ForAll List<String> texts) throws IOException {
    List<String> some = texts.isEmpty() ? List.of("") : texts;
    assertThat(parse(line(CsvStyle.EXACT, some.toArray()))).isEqualTo(some);
    List<String> escaped = parse(line(ESCAPED, some.toArray()));
    assertThat(escaped.stream().map(CsvLinesTest::unescape).toList()).isEqualTo(some);
  }

  /** What the documentation tells readers to do. */
  private static String unescape(String text) {
    return text.matches("(?s)'+[=+\\-@\\t\\r\\n＝＋－＠].*") ? text.substring(1) : text;
  }

  private static String line(CsvStyle style, Object... values) throws IOException {
    StringBuilder out = new StringBuilder();
    new CsvLines(out, style).line(Arrays.asList(values));
    return out.toString();
  }

  private static List<String> parse(String line) throws IOException {
    List<CSVRecord> records = CSVFormat.RFC4180.parse(new StringReader(line)).getRecords();
    assertThat(records).hasSize(1);
    return records.get(0).toList();
  }
}
