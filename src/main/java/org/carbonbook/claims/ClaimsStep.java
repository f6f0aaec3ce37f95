package org.carbonbook.claims;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.carbonbook.statistics.claim.Claim;
import org.carbonbook.statistics.claim.ClaimAnswer;
import org.carbonbook.statistics.claim.ClaimCheck;
import org.carbonbook.statistics.claim.ClaimsFile;
import org.carbonbook.statistics.claim.NamedSeries;
import org.carbonbook.step.Step;
import org.carbonbook.step.StepContext;
import org.carbonbook.step.StepResult;

/**
 * Compares the sentences of {@code conf/claims} with the figures of the lake and of the claims
 * files. The arithmetic is that of {@code statistics.claim}.
 */
final class ClaimsStep implements Step {

  static final String OBSERVATIONS = "core.observation";
  static final String EMISSIONS = "core.emission";
  private static final String FOLDER = "claims";

  @Override
  public String name() {
    return "claims";
  }

  @Override
  public List<String> reads() {
    return List.of(OBSERVATIONS, EMISSIONS);
  }

  @Override
  public List<String> writes() {
    return List.of(ClaimRows.TABLE);
  }

  @Override
  public List<String> configuration() {
    return List.of(FOLDER);
  }

  @Override
  public StepResult run(StepContext context) {
    List<Row> rows = new ArrayList<>();
    for (Path file : files(context.configuration().resolve(FOLDER))) {
      ClaimsFile claims = ClaimsFile.read(file);
      List<NamedSeries> series = new LakeSeries(context, claims).list();
      ClaimCheck check = new ClaimCheck(() -> series);
      for (Claim claim : claims.claims()) {
        int number = 0;
        for (ClaimAnswer answer : check.answers(claim)) {
          rows.add(ClaimRows.row(claims, answer, ++number));
        }
      }
    }
    long written = context.replace(ClaimRows.TABLE, rows).rows();
    return new StepResult(rows.size(), written, 0, 0, List.of());
  }

  private static List<Path> files(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(f -> f.toString().endsWith(".yaml")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
