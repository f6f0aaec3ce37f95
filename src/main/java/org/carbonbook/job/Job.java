package org.carbonbook.job;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * A job file of the folder {@code jobs/}: which steps run together. Their order follows from the
 * tables they read and write, not from the file.
 *
 * @param job the job's name
 * @param zh what it does, in Chinese
 * @param en what it does, in English
 * @param schedule when it runs, in cron's notation; the schedulers under {@code jobs/} keep to it
 * @param steps the steps, by name; {@code marts} stands for all marts
 * @param notifications the commands to call when a run ends; the key {@code notify}
 */
record Job(
    String job,
    String zh,
    String en,
    String schedule,
    List<String> steps,
    @JsonProperty("notify") Notifications notifications) {

  private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

  Job {
    steps = steps == null ? List.of() : List.copyOf(steps);
    notifications = notifications == null ? Notifications.NONE : notifications;
  }

  /**
   * Reads a job by its name.
   *
   * @throws IllegalArgumentException in one line that names the file, and the line or the nearest
   *     names
   */
  static Job read(Path folder, String name) {
    Path file = folder.resolve(name + ".yaml");
    if (!Files.isRegularFile(file)) {
      throw new IllegalArgumentException(
          "no job %s in %s; there is %s"
              .formatted(name, folder, NearestNames.of(name, list(folder))));
    }
    try {
      Job job = YAML.readValue(Files.readAllBytes(file), Job.class);
      if (job.steps().isEmpty()) {
        throw new IllegalArgumentException(file + ": steps: lists no step");
      }
      return job;
    } catch (JsonMappingException e) {
      throw new IllegalArgumentException(file + message(e), e);
    } catch (IOException e) {
      throw new IllegalArgumentException(file + ": " + e.getMessage(), e);
    }
  }

  private static String message(JsonProcessingException e) {
    int line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
    return " line %d: %s".formatted(line, e.getOriginalMessage());
  }

  private static List<String> list(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(file -> file.endsWith(".yaml"))
          .map(file -> file.substring(0, file.length() - ".yaml".length()))
          .sorted()
          .toList();
    } catch (IOException e) {
      return List.of();
    }
  }
}
