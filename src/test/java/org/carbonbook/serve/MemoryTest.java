package org.carbonbook.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.carbonbook.fixtures.SampleLake;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What takes all memory ends by itself; a server with a small heap goes on for the others. */
class MemoryTest {

  private static final String PRODUCT = " from growth a cross join growth b cross join growth c";

  /** Each would need more than the heap. */
  private static final List<String> HOGS =
      List.of(
          "select median(a.value * b.value + c.value)" + PRODUCT,
          "select mode(a.value * b.value + c.value)" + PRODUCT,
          "select percentile(a.value * b.value + c.value, array(0.1, 0.9))" + PRODUCT,
          "select a.unit, percentile_cont(0.5) within group (order by a.value * b.value * c.value)"
              + PRODUCT
              + " group by a.unit",
          "select count(*) from growth a left join (select b.value * c.value x, repeat(b.series, 20) t"
              + " from growth b cross join growth c) d on a.value < d.x");

  @TempDir static Path folder;
  private static ServeProcess server;

  @BeforeAll
  static void serve() throws Exception {
    SampleLake sample = SampleLake.get();
    assertThat(sample.run().exitCode()).as(sample.run().err()).isZero();
    Path conf =
        ServeProcess.editedConf(
            folder.resolve("conf"),
            text ->
                text.replace("seconds: 300", "seconds: 60")
                    .replace("answer_mb: 1024", "answer_mb: 256"));
    server = ServeProcess.start(folder, conf, sample.folder(), "--open");
    assertThat(server.firstLine()).contains("serving R");
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  /** All at once, and a small query beside them. */
  @Test
  void queriesWithoutEndEndAndOthersGoOn() throws Exception {
    Map<String, String> problems = new ConcurrentHashMap<>();
    List<Thread> hogs = new ArrayList<>();
    for (String hog : HOGS) {
      hogs.add(new Thread(() -> problems.put(hog, problem("hog" + HOGS.indexOf(hog), hog))));
    }
    hogs.forEach(Thread::start);
    try (Connection other = server.connect("ana", "")) {
      while (hogs.stream().anyMatch(Thread::isAlive)) {
        assertThat(
                ServeProcess.count(other, "select * from carbon_footprint_total where year > 2000"))
            .isPositive();
        Thread.sleep(500);
      }
    }
    assertThat(problems.values())
        .hasSize(HOGS.size())
        .allSatisfy(
            problem -> assertThat(problem).containsAnyOf("more memory than there is", "after 60 s"))
        .anySatisfy(problem -> assertThat(problem).contains("more memory than there is"));
    assertThat(server.handle().isAlive()).isTrue();
  }

  /** Fewer rows than the limit, of more bytes than there is memory. */
  @Test
  void longTextsAreBoundedTogether() throws Exception {
    String text = "select repeat(repeat('x', 1000), 900) t, a.value from growth a";
    assertThat(problem("bo", text))
        .isEqualTo("refused: the answer has more than 256 MB; ask for fewer rows or columns");
    assertThat(problem("bo", text + " limit 200")).isEqualTo("");
  }

  /** What the memory is too small for, and the disk is not, is answered. */
  @Test
  void groupsAndSortsGoToTheDisk() throws Exception {
    try (Connection connection = server.connect("cy", "")) {
      assertThat(
              ServeProcess.count(
                  connection,
                  "select a.value * b.value v, count(*) from growth a cross join growth b"
                      + " group by 1 order by 2 desc, 1 limit 3"))
          .isEqualTo(3);
    }
  }

  private static String problem(String user, String query) {
    try (Connection connection = server.connect(user, "")) {
      ServeProcess.count(connection, query);
      return "";
    } catch (SQLException e) {
      return e.getMessage();
    }
  }
}
