package org.carbonbook.job;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.carbonbook.notice.NearestNames;

/** The keys of a job file as they are written; {@link Job} explains them. */
record JobFile(
    String job,
    String zh,
    String en,
    String schedule,
    Defaults parameters,
    List<String> steps,
    @JsonProperty("notify") Notifications notifications) {

  private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());
  private static final String SUFFIX = ".yaml";

  /** The keys under {@code parameters}. */
  record Defaults(
      @JsonProperty("wait_minutes") Integer waitMinutes,
      Integer attempts,
      @JsonProperty("steps_at_once") Integer stepsAtOnce,
      @JsonProperty("per_part") List<String> perPart) {

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
    try {
      return read(name, new Job.Source(file, Files.readAllLines(file)));
    } catch (MismatchedInputException e) {
      String text = e.getOriginalMessage().lines().findFirst().orElse("");
      throw new IllegalArgumentException(
          text.startsWith("No content") ? file + ": steps: lists no step" : file + message(e), e);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(file + message(e), e);
    } catch (IOException e) {
      throw new IllegalArgumentException(file + ": " + e.getMessage(), e);
    }
  }

  private static Job read(String name, Job.Source source) throws IOException {
    try {
      JobFile read = YAML.readValue(String.join("\n", source.lines()), JobFile.class);
      if (read == null || read.steps == null || read.steps.isEmpty()) {
        throw new IllegalArgumentException(source.file() + ": steps: lists no step");
      }
      return read.job(name, source);
    } catch (UnrecognizedPropertyException e) {
      throw new IllegalArgumentException(
          "%s: unknown key %s; did you mean %s?"
              .formatted(
                  source.placeOfKey(e.getPropertyName()),
                  e.getPropertyName(),
                  NearestNames.of(
                      e.getPropertyName(),
                      e.getKnownPropertyIds().stream().map(String::valueOf).toList())),
          e);
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

  private static String message(JsonProcessingException e) {
    int line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
    String text = e.getOriginalMessage().lines().findFirst().orElse("no YAML");
    return " line %d: %s".formatted(line, text);
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
