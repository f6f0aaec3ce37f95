package org.carbonbook.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.carbonbook.step.Step;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Job files: what they say, and what is said of a faulty one. */
class JobFileTest {

  @TempDir Path folder;
  private ToyJob toy;

  @BeforeEach
  void make() throws IOException {
    toy = new ToyJob(folder);
  }

  @Test
  void saysStepsScheduleParametersAndWhomToTell() throws IOException {
    toy.write(
        """
        job: toy
        zh: 示例
        en: An example
        schedule: "0 3 * * *"
        parameters: {wait_minutes: 10, attempts: 3}
        notify:
          success: ["echo done"]
          failure: ["mail -s failed a@example.org", "logger failed"]
        steps: [one, two]
        """);
    Job job = Job.read(toy.jobs(), "toy");
    assertThat(job.schedule()).isEqualTo("0 3 * * *");
    assertThat(job.parameters()).isEqualTo(new Job.Parameters(10, 3, 2, List.of()));
    assertThat(job.steps()).containsExactly("one", "two");
    assertThat(job.notifications())
        .isEqualTo(
            new Notifications(
                List.of("echo done"),
                List.of("mail -s failed a@example.org", "logger failed"),
                null,
                null));
  }

  @Test
  void whatIsLeftOutHasItsUsualValue() throws IOException {
    toy.write("steps: [one]\n");
    Job job = Job.read(toy.jobs(), "toy");
    assertThat(job.job()).isEqualTo("toy");
    assertThat(job.schedule()).isNull();
    assertThat(job.parameters()).isEqualTo(Job.Parameters.USUAL);
    assertThat(job.notifications()).isEqualTo(Notifications.NONE);
  }

  @Test
  void anUnknownKeyIsToldWithItsLineAndTheNearestKeys() throws IOException {
    toy.write("job: toy\nstepz:\n  - one\n");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Job.read(toy.jobs(), "toy"))
        .withMessageContaining("toy.yaml:2: unknown key 'stepz'; known are steps, ");
    toy.write("job: toy\nnotify:\n  sucess: [x]\nsteps: [one]\n");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Job.read(toy.jobs(), "toy"))
        .withMessageContaining("toy.yaml:3: unknown key 'sucess'; known are success, ");
  }

  @Test
  void whatIsNoYamlIsToldWithItsLine() throws IOException {
    toy.write("job: toy\nsteps: [one\n");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Job.read(toy.jobs(), "toy"))
        .withMessageMatching("(?s).*toy\\.yaml:[23]: .*")
        .satisfies(e -> assertThat(e.getMessage().lines()).hasSize(1));
    toy.write("");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Job.read(toy.jobs(), "toy"))
        .withMessageContaining("toy.yaml: holds no key");
    toy.write("steps: []\n");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Job.read(toy.jobs(), "toy"))
        .withMessageContaining("lists no step");
  }

  @Test
  void anUnknownStepIsToldWithItsLineAndTheNearestNames() throws IOException {
    StepCatalog steps = new StepCatalog(List.of(step("archive"), step("yearbook"), step("meters")));
    toy.write("steps:\n  # first\n  - archive\n  - yaerbook # misspelled\n");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> steps.of(Job.read(toy.jobs(), "toy")))
        .withMessageContaining("toy.yaml:4: no step yaerbook; did you mean yearbook, archive");
    toy.write("job: toy\nsteps: [archive, meter]\n");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> steps.of(Job.read(toy.jobs(), "toy")))
        .withMessageContaining("toy.yaml:2: no step meter; did you mean meters");
  }

  @Test
  void anUnknownJobGetsTheNearestNames() throws IOException {
    toy.write("steps: [one]\n");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Job.read(toy.jobs(), "toi"))
        .withMessageContaining("no job toi")
        .withMessageContaining("there is toy");
  }

  @Test
  void martsThatReadEachOtherAreACycle() throws IOException {
    Path marts = Files.createDirectories(toy.conf.resolve("marts"));
    Files.writeString(marts.resolve("a.sql"), mart("a") + "select x from mart.b\n");
    Files.writeString(marts.resolve("b.sql"), mart("b") + "select x from mart.a\n");
    toy.write("steps: [marts]\n");
    StepCatalog steps = StepCatalog.list(new org.carbonbook.step.Configuration(toy.conf));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> steps.of(Job.read(toy.jobs(), "toy")))
        .withMessageContaining("toy.yaml: steps need each other: mart.a -> mart.b -> mart.a");
  }

  private static String mart(String name) {
    return """
        -- table: mart.%s
        -- zh: 一
        -- en: one
        -- key: [x]
        -- columns:
        --   - {name: x, type: int, zh: 一, en: one}
        """
        .formatted(name);
  }

  private static Step step(String name) {
    return ToyStep.of(name, List.of(), List.of("core." + name));
  }
}
