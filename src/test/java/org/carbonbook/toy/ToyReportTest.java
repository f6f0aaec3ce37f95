package org.carbonbook.toy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.carbonbook.cli.CommandRun;
import org.carbonbook.lake.Lake;
import org.carbonbook.lake.LakeSession;
import org.carbonbook.notice.Notice;
import org.carbonbook.notice.NoticeReport;
import org.carbonbook.notice.Severity;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A report of notices needs its class and its line in META-INF/services; the command finds it. */
class ToyReportTest {

  private static final Notice NOTICE =
      new Notice("BAD, \"ROW\"", Severity.WARNING, "a.csv:3", "咸宁 one row", "fix the file");

  @TempDir private Path folder;
  private final ClassLoader before = Thread.currentThread().getContextClassLoader();

  @BeforeEach
  void makeALake() {
    Lake.open(() -> LakeSession.open("tests"), folder.resolve("lake").toString());
  }

  @AfterEach
  void restore() {
    Thread.currentThread().setContextClassLoader(before);
  }

  @Test
  void theCommandOffersAReportOnceItIsRegistered() throws IOException {
    CommandRun unknown = notices("toy");
    assertThat(unknown.exitCode()).isEqualTo(2);
    assertThat(unknown.err()).contains("'toy'", "give one of csv, json, table");

    Path services = Files.createDirectories(folder.resolve("classes/META-INF/services"));
    Files.writeString(services.resolve(NoticeReport.class.getName()), ToyReport.class.getName());
    URL[] path = {folder.resolve("classes").toUri().toURL()};
    Thread.currentThread().setContextClassLoader(new URLClassLoader(path, before));
    assertThat(notices("toy").exitCode()).isZero();
    assertThat(print("toy")).isEqualTo("BAD, \"ROW\"\n");
  }

  @Test
  void reportsOfOursPrintEveryFieldOfANotice() throws IOException {
    assertThat(print("csv"))
        .isEqualTo(
            """
            severity,code,place,message,remedy
            WARNING,"BAD, ""ROW""\",a.csv:3,咸宁 one row,fix the file
            """);
    assertThat(print("json"))
        .isEqualTo(
            """
            [
            {"code":"BAD, \\"ROW\\"","severity":"WARNING","place":"a.csv:3",\
            "message":"咸宁 one row","remedy":"fix the file"}
            ]
            """);
    assertThat(print("table")).contains("WARNING", "a.csv:3", "咸宁 one row", "-> fix the file");
  }

  private static String print(String format) throws IOException {
    StringBuilder out = new StringBuilder();
    NoticeReport.get(format).print(List.of(NOTICE), out);
    return out.toString();
  }

  private CommandRun notices(String format) {
    return CommandRun.of(
        "--lake", folder.resolve("lake").toString(), "notices", "--format", format);
  }
}
