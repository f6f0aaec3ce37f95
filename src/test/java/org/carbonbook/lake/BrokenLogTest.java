package org.carbonbook.lake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A broken file of a table's log is named, with its line and the remedy, whoever reads it. */
class BrokenLogTest {

  private static final TableDefinition FIGURES =
      new TableDefinition(
          "core.figures",
          "数",
          "figures",
          List.of("id"),
          List.of(),
          List.of(new ColumnDefinition("id", "bigint", "号", "id")),
          null,
          null,
          Map.of(),
          null);

  @TempDir private Path folder;
  private LakeTable table;
  private Path newest;

  @BeforeEach
  void writeTwoVersions() {
    table = Lake.open(() -> LakeSession.open("tests"), folder.toString()).table("core.figures");
    table.replaceRows(rows(1), FIGURES, run(1));
    table.appendRows(rows(2), FIGURES, run(2));
    newest = folder.resolve("core/figures/_delta_log/00000000000000000001.json");
  }

  @Test
  void aBlankLineIsNamed() throws IOException {
    int lines = Files.readAllLines(newest).size();
    write(Files.readString(newest) + "\n");
    requireNamed("line %d of".formatted(lines + 1), "is blank");
  }

  @Test
  void aTruncatedLineIsNamed() throws IOException {
    String content = Files.readString(newest).strip();
    int lines = content.split("\n").length;
    write(content.substring(0, content.length() - 5));
    requireNamed("line %d of".formatted(lines), "is not a whole JSON object");
  }

  @Test
  void anEmptyFileIsNamed() throws IOException {
    write("");
    requireNamed("the log file", "is empty");
  }

  @Test
  void aFileThatDoesNotMatchItsChecksumIsNamed() throws IOException {
    Files.writeString(newest, Files.readString(newest) + "\n");
    requireNamed("the log file", "does not match its checksum");
  }

  @Test
  void aBrokenFileOfAnOlderVersionIsNamed() throws IOException {
    newest = folder.resolve("core/figures/_delta_log/00000000000000000000.json");
    write(Files.readString(newest).replace("\n", "\n\n"));
    requireNamed("line 2 of", "is blank");
  }

  /** Writes the file without the checksum that Hadoop keeps beside it. */
  private void write(String content) throws IOException {
    Files.writeString(newest, content);
    Files.deleteIfExists(newest.resolveSibling("." + newest.getFileName() + ".crc"));
  }

  private void requireNamed(String where, String fault) {
    List<ThrowingCallable> readers =
        List.of(
            () -> table.read().collectAsList(),
            () -> table.readAt(1).collectAsList(),
            () -> table.rows(FIGURES),
            () -> table.replaceRows(rows(3), FIGURES, run(3)),
            () -> table.appendRows(rows(3), FIGURES, run(4)));
    for (ThrowingCallable reader : readers) {
      assertThatThrownBy(reader)
          .isInstanceOf(IllegalStateException.class)
          .satisfies(
              e ->
                  assertThat(e.getMessage().lines())
                      .containsExactly(
                          "core.figures cannot be read: %s file:%s %s"
                              .formatted(where, newest, fault),
                          "restore that file from a backup, or move the lake away and run again"));
    }
    assertThat(folder.resolve("core/figures/_delta_log/00000000000000000002.json")).doesNotExist();
  }

  private static List<Row> rows(long id) {
    return List.of(RowFactory.create(id));
  }

  private static WriteContext run(int number) {
    return new WriteContext("run-" + number, number, "figures");
  }
}
