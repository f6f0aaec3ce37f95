package org.carbonbook.job;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.carbonbook.conf.ConfYaml;
import org.carbonbook.conf.NearestNames;

/** The keys of a job file as they are written; {@link Job} explains them. */
record JobFile(
    String job,
    String zh,
    String en,
    String schedule,
    Defaults parameters,
    List<String> steps,
    @JsonProperty("notify") Notifications notifications) {

  private static final String SUFFIX = ".yaml";

  /** The keys under {@code parameters}. */
  record Defaults(
      Integer waitMinutes, Integer attempts, Integer stepsAtOnce, List<String> perPart) {

    private static final Defaults NONE = new Defaults(null, null, null, null);

    Job.Parameters parameters() {
      Job.Parameters usual = Job.Parameters.USUAL;
      return new Job.Parameters(
          Objects.requireNonNullElse(waitMinutes, usual.waitMinutes()),
          Objects.requireNonNullElse(attempts, usual.attempts()),
          Objects.requireNonNullElse(stepsAtOnce, usual.stepsAtOnce()),
          Objects.requireNonNullElse(perPart, usual.perPart()));
    }
  }

  static Job read(Path folder, String name) {
    Path file = folder.resolve(name + SUFFIX);
    if (!Files.isRegularFile(file)) {
      throw new IllegalArgumentException(
          "no job %s in %s; there is %s"
              .formatted(name, folder, NearestNames.of(name, list(folder))));
    }
    JobFile read = ConfYaml.read(file, JobFile.class);
    if (read.steps == null || read.steps.isEmpty()) {
      throw new IllegalArgumentException(file + ": steps: lists no step; list at least one");
    }
    return read.job(name, new Job.Source(file, lines(file)));
  }

  private static List<String> lines(Path file) {
    try {
      return Files.readAllLines(file);
    } catch (IOException e) {
      throw new UncheckedIOException(file + ": " + e.getMessage(), e);
    }
  }

  private Job job(String name, Job.Source source) {
    Job.Parameters given = Objects.requireNonNullElse(parameters, Defaults.NONE).parameters();
    if (given.stepsAtOnce() < 1) {
      throw new IllegalArgumentException(
          source.placeOfKey("steps_at_once") + ": steps_at_once must be at least 1");
    }
    return new Job(
        job == null ? name : job,
        zh,
        en,
        schedule,
        given,
        List.copyOf(steps),
        Objects.requireNonNullElse(notifications, Notifications.NONE),
        source);
  }

  private static List<String> list(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(file -> file.endsWith(SUFFIX))
          .map(file -> file.substring(0, file.length() - SUFFIX.length()))
          .sorted()
          .toList();
    } catch (IOException e) {
      return List.of();
    }
  }
}
