package org.carbonbook.monitor;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.carbonbook.conf.ConfYaml;
import org.carbonbook.job.RunListener;
import org.carbonbook.lake.Lake;
import org.carbonbook.step.Configuration;

/**
 * The Spark settings that {@code conf/openlineage.yaml} asks for: OpenLineage's own listener, and
 * what the file says as {@code spark.openlineage.*}. An empty file asks for nothing.
 */
public final class LineageSettings {

  private static final String FILE = "openlineage.yaml";

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
    flatten("spark.openlineage", ConfYaml.readTree(file), settings);
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
    String namespace = ConfYaml.readTree(file).path("namespace").asText("default");
    return Optional.of(new LineageEvents(file, namespace, lake, new Configuration(conf)));
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
