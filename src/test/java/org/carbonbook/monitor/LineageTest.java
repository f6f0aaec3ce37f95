package org.carbonbook.monitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.carbonbook.factor.FactorStep;
import org.carbonbook.fixtures.CarbonbookProcess;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** OpenLineage's own listener, asked for by {@code conf/openlineage.yaml}. */
class LineageTest {

  @TempDir private Path folder;

  @Test
  void ofTheProjectNoneIsAskedFor() {
    assertThat(LineageSettings.settings(Path.of("conf"))).isEmpty();
    assertThat(LineageSettings.settings(folder)).isEmpty();
  }

  @Test
  void keysBecomeSettingsOfSpark() throws IOException {
    write("namespace: night\ntransport: {type: http, url: 'http://127.0.0.1:5000'}\n");
    assertThat(LineageSettings.settings(folder))
        .isEqualTo(
            Map.of(
                "spark.openlineage.namespace", "night",
                "spark.openlineage.transport.type", "http",
                "spark.openlineage.transport.url", "http://127.0.0.1:5000",
                "spark.openlineage.dataset.removePath.pattern", "(.*)(?<remove>/run-\\d+)",
                "spark.extraListeners", "io.openlineage.spark.agent.OpenLineageSparkListener"));
  }

  @Test
  void aBrokenFileIsNamedWithItsLine() throws IOException {
    write("namespace: night\ntransport: {type\n");
    assertThatThrownBy(() -> LineageSettings.settings(folder))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("openlineage.yaml:");
    write("just words");
    assertThatThrownBy(() -> LineageSettings.settings(folder))
        .hasMessageContaining("keys with values");
  }

  @Test
  void aRunReportsEveryTableThatItWrote() throws Exception {
    Path conf = Files.createDirectories(folder.resolve("conf"));
    copy(Path.of("conf/factors"), conf.resolve("factors"));
    for (String file :
        List.of("factor-sets.yaml", "units.csv", "fuels.csv", "sectors.csv", "regions.csv")) {
      Files.copy(Path.of("conf", file), conf.resolve(file));
    }
    Path events = folder.resolve("lineage.jsonl");
    Files.writeString(
        conf.resolve("openlineage.yaml"),
        "namespace: night\ntransport: {type: file, location: %s}\n".formatted(events));
    Path jobs = Files.createDirectories(folder.resolve("jobs"));
    Files.writeString(jobs.resolve("tiny.yaml"), "job: tiny\nsteps: [factor]\n");
    CarbonbookProcess.Ended run =
        CarbonbookProcess.at(folder)
            .run("--landing", "none", "--lake", folder.resolve("lake").toString(), "run", "tiny");
    assertThat(run.exitCode()).as(run.err()).isIn(0, 3);
    Set<String> written = new TreeSet<>();
    Set<String> kinds = new TreeSet<>();
    List<JsonNode> all = new ArrayList<>();
    for (String line : Files.readAllLines(events)) {
      all.add(new ObjectMapper().readTree(line));
    }
    for (JsonNode event : all) {
      kinds.add(event.path("eventType").asText());
      assertThat(event.path("job").path("namespace").asText()).isEqualTo("night");
      assertThat(event.path("run").path("runId").asText()).isNotEmpty();
      event.path("outputs").forEach(output -> written.add(output.path("name").asText()));
    }
    assertThat(kinds).contains("START", "COMPLETE").doesNotContain("FAIL");
    for (String table : new FactorStep().writes()) {
      assertThat(written).contains(folder.resolve("lake") + "/" + table.replace('.', '/'));
    }
  }

  private void write(String text) throws IOException {
    Files.writeString(folder.resolve("openlineage.yaml"), text);
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path target = to.resolve(from.relativize(file).toString());
        Files.createDirectories(target.getParent());
        Files.copy(file, target);
      }
    }
  }
}
