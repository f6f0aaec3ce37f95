package org.carbonbook.job;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.carbonbook.lake.Lake;
import org.carbonbook.lake.LakeSession;
import org.carbonbook.step.Configuration;
import org.carbonbook.step.Step;

/** A lake, a configuration and a job file {@code toy} of made-up steps in a folder. */
final class ToyJob {

  final Path folder;
  final Path conf;
  final Lake lake;

  ToyJob(Path folder) throws IOException {
    this.folder = folder;
    this.conf = Files.createDirectories(folder.resolve("conf"));
    Files.createDirectories(folder.resolve("jobs"));
    this.lake = Lake.open(() -> LakeSession.open("test"), folder.resolve("lake").toString());
  }

  Path jobs() {
    return folder.resolve("jobs");
  }

  /** Runs steps as the job {@code toy}. */
  RunOutcome run(RunOptions options, Step... steps) throws IOException {
    return runner(new RunListener() {}, steps).run(jobs(), "toy", options);
  }

  RunOutcome run(Step... steps) throws IOException {
    return run(RunOptions.ALL, steps);
  }

  JobRunner runner(RunListener listener, Step... steps) throws IOException {
    write(
        List.of(steps).stream()
            .map(step -> "  - " + step.name() + "\n")
            .collect(Collectors.joining("", "job: toy\nsteps:\n", "")));
    return new JobRunner(
        lake,
        new Configuration(conf),
        folder.resolve("landing").toString(),
        listener,
        () -> new StepCatalog(List.of(steps)));
  }

  /** Runs a job of one step among several that are known. */
  RunOutcome runOnly(Step step, Step... known) throws IOException {
    write("steps: [" + step.name() + "]\n");
    return new JobRunner(
            lake,
            new Configuration(conf),
            folder.resolve("landing").toString(),
            new RunListener() {},
            () -> new StepCatalog(List.of(known)))
        .run(jobs(), "toy", RunOptions.ALL);
  }

  /** Writes the job file. */
  void write(String yaml) throws IOException {
    Files.writeString(jobs().resolve("toy.yaml"), yaml);
  }

  RunHistory history() {
    return new RunHistory(lake);
  }
}
