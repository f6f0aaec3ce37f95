package org.carbonbook.conf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfTableTest {

  private static final String FUELS =
      """
      # title: fuels, by "name"
      # source: a table, "quoted"
      # a remark without a key
      fuel,zh,tce,aliases

      coal, 原煤 ,0.7143,raw coal|  steam coal
      # a comment between rows
      "oil,
      crude",原油,,
      gas,天然气,1.33,
      """;

  @TempDir private Path folder;

  @Test
  void readsCommentsHeaderAndRowsWithTheirLines() throws IOException {
    ConfTable table = ConfTable.read(file(FUELS));

    assertThat(table.comments())
        .isEqualTo(Map.of("title", "fuels, by \"name\"", "source", "a table, \"quoted\""));
    assertThat(table.columns()).containsExactly("fuel", "zh", "tce", "aliases");
    assertThat(table.rows()).extracting(ConfRow::line).containsExactly(6, 8, 10);
    assertThat(table.rows().get(0).text("zh")).isEqualTo("原煤");
    assertThat(table.rows().get(0).list("aliases")).containsExactly("raw coal", "steam coal");
    assertThat(table.rows().get(0).decimal("tce")).isEqualTo(new BigDecimal("0.7143"));
    assertThat(table.rows().get(1).findDecimal("tce")).isEmpty();
    assertThat(table.rows().get(2).place()).endsWith("fuels.csv:10");
  }

  @Test
  void namesFileLineAndRemedyOfARaggedRow() throws IOException {
    Path file = file("# title: x\na,b\n1,2\n1,2,3\n");

    assertThatThrownBy(() -> ConfTable.read(file))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(file + ":4: 3 cells under 2 columns; quote cells that hold a comma");
  }

  @Test
  void reportsEveryFaultAndReadsTheRest() {
    List<ConfFault> faults = new ArrayList<>();

    ConfTable table = ConfTable.parse("x.csv", "a,b\n1\n2,3\n4,5,6\n", faults::add).orElseThrow();

    assertThat(table.rows()).extracting(row -> row.text("a")).containsExactly("2");
    assertThat(faults).extracting(ConfFault::place).containsExactly("x.csv:2", "x.csv:4");
  }

  @Test
  void refusesAFileThatIsNoTable() throws IOException {
    Path gbk = folder.resolve("gbk.csv");
    Files.write(gbk, "a\n天然气\n".getBytes(Charset.forName("GBK")));

    assertThat(kindsOf(gbk)).containsExactly(ConfFault.Kind.NOT_UTF8);
    assertThat(kindsOf(folder.resolve("absent.csv"))).containsExactly(ConfFault.Kind.UNREADABLE);
    assertThat(kindsOf(file("# title: only\n"))).containsExactly(ConfFault.Kind.NO_HEADER);
    assertThat(kindsOf(file("a,a\n1,2\n"))).containsExactly(ConfFault.Kind.DUPLICATE_COLUMN);
    assertThat(kindsOf(file("a\n\"1\n"))).contains(ConfFault.Kind.BROKEN_QUOTES);
  }

  @Test
  void namesTheCellThatIsWrong() throws IOException {
    ConfRow row = ConfTable.read(file("a,b,c\n1,,x\n")).rows().get(0);

    assertThatThrownBy(() -> row.filled("b")).hasMessageEndingWith("fuels.csv:2: b is blank");
    assertThatThrownBy(() -> row.decimal("c")).hasMessageEndingWith("c is 'x', not a number");
    assertThatThrownBy(() -> row.text("d"))
        .hasMessageEndingWith("no column d; the columns are a, b, c");
  }

  private List<ConfFault.Kind> kindsOf(Path file) {
    List<ConfFault.Kind> kinds = new ArrayList<>();
    ConfTable.read(file, file.toString(), fault -> kinds.add(fault.kind()));
    return kinds;
  }

  private Path file(String text) throws IOException {
    return Files.writeString(folder.resolve("fuels.csv"), text);
  }
}
