package org.carbonbook.toy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import org.carbonbook.job.JobRunner;
import org.carbonbook.job.RunListener;
import org.carbonbook.job.RunOptions;
import org.carbonbook.job.RunOutcome;
import org.carbonbook.lake.Lake;
import org.carbonbook.lake.LakeSession;
import org.carbonbook.notice.Notice;
import org.carbonbook.step.Configuration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A domain needs its package and its line in META-INF/services; no other file knows it. */
class ToyDomainTest {

  private static final String TABLE =
      """
      table: core.toy
      zh: 玩具
      en: Toys
      key: [toy]
      columns:
        - {name: toy, type: string, zh: 玩具, en: Toy}
        - {name: weight_kg, type: double, zh: 重量, en: Weight}
      """;

  @TempDir private Path folder;
  private final ClassLoader before = Thread.currentThread().getContextClassLoader();

  /** Only this test sees the toy domain on its class path. */
  @BeforeEach
  void addTheDomainToTheClassPath() throws IOException {
    write("classes/META-INF/services/org.carbonbook.step.Domain", ToyDomain.class.getName());
    write("classes/tables/core.toy.yaml", TABLE);
    URL[] path = {folder.resolve("classes").toUri().toURL()};
    Thread.currentThread().setContextClassLoader(new URLClassLoader(path, before));
  }

  @AfterEach
  void removeIt() {
    Thread.currentThread().setContextClassLoader(before);
  }

  @Test
  void itsStepRunsInAJobAndItsTableAndNoticeArePublished() throws IOException {
    write("jobs/toys.yaml", "job: toys\nsteps: [archive, toys]\n");
    write(
        "conf/formats/toys.yaml",
        """
        kind: toys
        paths: ["toys*.csv"]
        columns: {toy: name, weight_kg: kilograms}
        """);
    write("landing/toys-of-2024.csv", "name,kilograms\nbear,0.4\n");
    Lake lake = Lake.open(() -> LakeSession.open("tests"), folder.resolve("lake").toString());
    JobRunner runner =
        new JobRunner(
            lake,
            new Configuration(folder.resolve("conf")),
            folder.resolve("landing").toString(),
            new RunListener() {});

    assertThat(runner.run(folder.resolve("jobs"), "toys", RunOptions.ALL))
        .isEqualTo(RunOutcome.PUBLISHED);
    assertThat(lake.table("core.toy").read().collectAsList().toString()).isEqualTo("[[bear,0.4]]");
    assertThat(JobRunner.listNotices(lake)).extracting(Notice::code).contains("TOY_FOUND");
  }

  private void write(String file, String text) throws IOException {
    Path path = folder.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, text);
  }
}
