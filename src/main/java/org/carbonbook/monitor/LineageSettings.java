package org.carbonbook.monitor;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.carbonbook.job.RunListener;
import org.carbonbook.lake.Lake;
import org.carbonbook.step.Configuration;

/**
 * The Spark settings that {@code conf/openlineage.yaml} asks for: OpenLineage's own listener, and
 * what the file says as {@code spark.openlineage.*}. An empty file asks for nothing.
 */
public final class LineageSettings {

  private static final String FILE = "openlineage.yaml";
  private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

  /** Data files lie in a folder of their run below the table; the dataset is the table. */
  private static final String RUN_FOLDER = "(.*)(?<remove>/run-\\d+)";

  private static final String LISTENER = "io.openlineage.spark.agent.OpenLineageSparkListener";

  private LineageSettings() {}

  /**
   * The settings of a configuration folder.
   *
   * @throws IllegalArgumentException with the line, when the file is not a YAML mapping
   * @throws IllegalStateException when lineage is asked for and its listener is not there
   */
  public static Map<String, String> settings(Path conf) {
    Path file = conf.resolve(FILE);
    Map<String, String> settings = new LinkedHashMap<>();
    if (!Files.isRegularFile(file)) {
      return settings;
    }
    flatten("spark.openlineage", read(file), settings);
    if (!settings.isEmpty()) {
      requireListener(file);
      settings.putIfAbsent("spark.openlineage.dataset.removePath.pattern", RUN_FOLDER);
      settings.put("spark.extraListeners", LISTENER);
    }
    return settings;
  }

  /**
   * What sends the lineage events of steps, when the configuration folder asks for lineage.
   *
   * @throws IllegalArgumentException with the line, when the file is not a YAML mapping
   */
  public static Optional<RunListener> findListener(Path conf, Lake lake) {
    if (settings(conf).isEmpty()) {
      return Optional.empty();
    }
    Path file = conf.resolve(FILE);
    String namespace = read(file).path("namespace").asText("default");
    return Optional.of(new LineageEvents(file, namespace, lake, new Configuration(conf)));
  }

  private static JsonNode read(Path file) {
    try {
      JsonNode root = YAML.readTree(Files.readAllBytes(file));
      if (!root.isObject() && !root.isMissingNode() && !root.isNull()) {
        throw new IllegalArgumentException(file + ": must be keys with values");
      }
      return root;
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(
          "%s line %d: %s".formatted(file, e.getLocation().getLineNr(), e.getOriginalMessage()), e);
    } catch (IOException e) {
      throw new UncheckedIOException(file + ": " + e.getMessage(), e);
    }
  }

  private static void flatten(String name, JsonNode node, Map<String, String> into) {
    if (node.isObject()) {
      node.fields().forEachRemaining(f -> flatten(name + "." + f.getKey(), f.getValue(), into));
    } else if (node.isValueNode() && !node.isNull()) {
      into.put(name, node.asText());
    }
  }

  private static void requireListener(Path file) {
    try {
      Class.forName(LISTENER, false, Thread.currentThread().getContextClassLoader());
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(
          "%s asks for lineage but OpenLineage's Spark listener is not there: give spark-submit"
                  .formatted(file)
              + " --packages io.openlineage:openlineage-spark_2.12:1.53.0, or empty the file",
          e);
    }
  }
}
