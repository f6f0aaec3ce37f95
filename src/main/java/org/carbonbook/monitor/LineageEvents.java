package org.carbonbook.monitor;

import io.openlineage.client.Clients;
import io.openlineage.client.OpenLineage;
import io.openlineage.client.OpenLineage.RunEvent.EventType;
import io.openlineage.client.OpenLineageClient;
import java.net.URI;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.carbonbook.job.RunListener;
import org.carbonbook.lake.Lake;
import org.carbonbook.step.Configuration;
import org.carbonbook.step.Domain;
import org.carbonbook.step.Step;
import org.carbonbook.step.StepResult;

/**
 * Lineage events of steps, with every table that a step reads and writes. OpenLineage's Spark
 * listener reports only what Spark itself reads and writes; tables of rows that a step holds are
 * committed without Spark, and only these events name them. A table has the same name in both.
 */
final class LineageEvents implements RunListener {

  private static final URI PRODUCER = URI.create("https://openlineage.io/carbonbook");

  private final OpenLineage events = new OpenLineage(PRODUCER);
  private final OpenLineageClient client;
  private final String namespace;
  private final Lake lake;
  private final Map<String, Step> steps;
  private UUID run = UUID.randomUUID();

  /**
   * @param file the file that says how events are sent, as OpenLineage's clients read it
   */
  LineageEvents(Path file, String namespace, Lake lake, Configuration configuration) {
    this.client = Clients.newClient(() -> List.of(file));
    this.namespace = namespace;
    this.lake = lake;
    this.steps =
        Domain.list().stream()
            .flatMap(domain -> domain.steps(configuration).stream())
            .collect(Collectors.toMap(Step::name, Function.identity()));
  }

  @Override
  public void stepStarted(String step, int place, int count, double expectedSeconds) {
    run = UUID.randomUUID();
    emit(step, EventType.START);
  }

  @Override
  public void stepDone(String step, StepResult result, double seconds) {
    emit(step, EventType.COMPLETE);
  }

  @Override
  public void stepFailed(String step, RuntimeException error) {
    emit(step, EventType.FAIL);
  }

  private void emit(String name, EventType type) {
    client.emit(
        events
            .newRunEventBuilder()
            .eventTime(ZonedDateTime.now(ZoneOffset.UTC))
            .eventType(type)
            .run(events.newRunBuilder().runId(run).build())
            .job(events.newJobBuilder().namespace(namespace).name("carbonbook." + name).build())
            .inputs(listTables(name, Step::reads).stream().map(this::input).toList())
            .outputs(listTables(name, Step::writes).stream().map(this::output).toList())
            .build());
  }

  private List<String> listTables(String step, Function<Step, List<String>> of) {
    return steps.containsKey(step) ? of.apply(steps.get(step)) : List.of();
  }

  private OpenLineage.InputDataset input(String table) {
    return events.newInputDatasetBuilder().namespace(fileSystem()).name(path(table)).build();
  }

  private OpenLineage.OutputDataset output(String table) {
    return events.newOutputDatasetBuilder().namespace(fileSystem()).name(path(table)).build();
  }

  /** The namespace that the Spark listener gives files: scheme and authority of the file system. */
  private String fileSystem() {
    URI root = lake.root().toUri();
    return root.getAuthority() == null
        ? root.getScheme()
        : root.getScheme() + "://" + root.getAuthority();
  }

  private String path(String table) {
    return org.apache.hadoop.fs.Path.getPathWithoutSchemeAndAuthority(
            new org.apache.hadoop.fs.Path(lake.table(table).location()))
        .toString();
  }
}
