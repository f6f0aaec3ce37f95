package org.carbonbook.serve.gate;

import static org.assertj.core.api.Assertions.assertThat;

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
        "select } {x | select } {x"
      })
  void escapesAreResolved(String statement, String resolved) {
    assertThat(Escapes.resolve(statement).replaceAll("\\s+", " ").trim())
        .isEqualTo(resolved.replaceAll("\\s+", " ").trim());
  }
}
