package org.carbonbook.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.carbonbook.export.CsvStyle;
import org.carbonbook.lake.LakeSession;
import org.junit.jupiter.api.Test;

/** Every kind of value in every format. */
class ResultPrinterTest {

  private static final String QUERY =
      """
      SELECT CAST(NULL AS STRING) AS nothing, '' AS empty, array(1.5D, NULL) AS list, map('煤', 2) AS by_name,
        named_struct('t', 1, 'at', timestamp'2026-02-28T12:00:00Z') AS part, unhex('00FF') AS bytes,
        2.5E8D AS number, double('NaN') AS no_number, CAST('0.10' AS DECIMAL(5,2)) AS decimal, true AS truth
      """;

  @Test
  void aTableTellsNullFromAnEmptyText() {
    String row = print(ResultPrinter.Format.TABLE).lines().skip(2).findFirst().orElseThrow();
    assertThat(row.replaceAll(" {2,}", "|"))
        .isEqualTo(
            "NULL|[1.5,null]|{\"煤\":2}|{\"t\":1,\"at\":\"2026-02-28T12:00:00Z\"}|00ff|250000000|NaN|0.10|true");
  }

  @Test
  void csvTellsNullFromAnEmptyText() {
    assertThat(print(ResultPrinter.Format.CSV).lines().skip(1))
        .containsExactly(
            ",\"\",\"[1.5,null]\",\"{\"\"煤\"\":2}\",\"{\"\"t\"\":1,\"\"at\"\":\"\"2026-02-28T12:00:00Z\"\"}\","
                + "00ff,250000000,NaN,0.10,true");
  }

  /** A spreadsheet that opens the file runs nothing; numbers stay numbers. */
  @Test
  void csvRunsNoFormula() {
    Dataset<Row> rows = LakeSession.open("tests").sql("SELECT '=1+1' AS text, -1.5D AS number");
    assertThat(csv(rows, CsvStyle.Formulas.ESCAPE)).isEqualTo("text,number\n'=1+1,-1.5\n");
    assertThat(csv(rows, CsvStyle.Formulas.KEEP)).isEqualTo("text,number\n=1+1,-1.5\n");
  }

  private static String csv(Dataset<Row> rows, CsvStyle.Formulas formulas) {
    StringWriter text = new StringWriter();
    new ResultPrinter(new PrintWriter(text), formulas).print(rows, ResultPrinter.Format.CSV);
    return text.toString();
  }

  @Test
  void jsonHasArraysObjectsAndNull() {
    assertThat(print(ResultPrinter.Format.JSON))
        .contains(
            "{\"nothing\":null,\"empty\":\"\",\"list\":[1.5,null],\"by_name\":{\"煤\":2},"
                + "\"part\":{\"t\":1,\"at\":\"2026-02-28T12:00:00Z\"},\"bytes\":\"00ff\",\"number\":2.5E8,"
                + "\"no_number\":\"NaN\",\"decimal\":0.10,\"truth\":true}");
  }

  private static String print(ResultPrinter.Format format) {
    Dataset<Row> rows = LakeSession.open("tests").sql(QUERY);
    StringWriter text = new StringWriter();
    new ResultPrinter(new PrintWriter(text)).print(rows, format);
    return text.toString();
  }
}
