package org.carbonbook.serve.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** JDBC's escapes in Spark's words; quotes and comments are left alone. */
class EscapesTest {

  @ParameterizedTest(name = "{index}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      value = {
        "select 1 | select 1",
        "select {fn now()} | select  now() ",
        "select {FN concat({fn lcase('B')}, 'x')} | select  concat( lcase('B') , 'x') ",
        "select {ts '2026-02-28 12:00:00'} | select TIMESTAMP '2026-02-28 12:00:00' ",
        "select { d '2026-02-28'} | select DATE '2026-02-28' ",
        "select '{fn now()}', \"{d 'x'}\", `{fn}` | select '{fn now()}', \"{d 'x'}\", `{fn}`",
        "select 1 -- {fn now()} | select 1 -- {fn now()}",
        "select /* {d */ 1 | select /* {d */ 1",
        "select 'it\\'s {fn x}' | select 'it\\'s {fn x}'",
        "select } {x | select } {x",
        "select r'\\', {d '2026-02-28'} | select r'\\', DATE '2026-02-28' ",
        "select bar'\\'', {d 'x'} | select bar'\\'', DATE 'x' ",
        "select 'it''s {d 1}' {d '1'} | select 'it''s {d 1}' DATE '1'",
        "select /* /* {d */ {d */ {d '1'} | select /* /* {d */ {d */ DATE '1'",
        "select {t '12:00:00'} | select '12:00:00'",
        "select a like 'x\\_' {escape '\\'} | select a like 'x\\_' ESCAPE '\\\\'",
        "select {fn timestampadd(SQL_TSI_DAY, 1, a)} | select timestampadd(DAY, 1, a)",
        "select {fn TIMESTAMPDIFF(sql_tsi_month, a, {ts 'b'})} | select TIMESTAMPDIFF(month, a, TIMESTAMP 'b' )",
        "select {fn convert(f(a, b), SQL_VARCHAR)} | select cast(f(a, b) AS STRING)",
        "select {fn convert({fn week(a)}, double)} | select cast( weekofyear(a) AS DOUBLE)",
        "select {fn dayname(a)}, {fn database()} | select date_format(a, 'EEEE') , current_database()",
        "select {fn f(a | select f(a)",
        "select {fn | select"
      })
  void escapesAreResolved(String statement, String resolved) {
    assertThat(Escapes.resolve(statement).replaceAll("\\s+", " ").trim())
        .isEqualTo(resolved.replaceAll("\\s+", " ").trim());
  }

  /** A text as long as a statement may be, beside an escape. */
  @Test
  void aLongTextIsReadInOnePass() {
    String text = "'" + "x\\'".repeat(60_000) + "'";
    assertThat(Escapes.resolve("select " + text + ", {d '2026-02-28'}"))
        .isEqualTo("select " + text + ", DATE  '2026-02-28' ");
    assertThatThrownBy(() -> Escapes.resolve("select " + "{fn f(".repeat(30_000)))
        .isInstanceOf(Refused.class);
  }
}
