package org.carbonbook.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.carbonbook.claims.SeriesFile;
import org.carbonbook.export.ValueText;
import org.carbonbook.statistics.claim.Claim;
import org.carbonbook.statistics.claim.ClaimAnswer;
import org.carbonbook.statistics.claim.ClaimCheck;
import org.carbonbook.statistics.claim.ClaimsFile;
import org.carbonbook.statistics.claim.Interpretation;
import org.carbonbook.statistics.claim.SeriesSource;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code claims}: compares sentences with every way to read their figures. */
@Command(
    name = "claims",
    mixinStandardHelpOptions = true,
    description = "Compare the sentences of a claims file with every way to read their figures.",
    footer = {
      "",
      "Series come from the claims file itself and from --input, a CSV file with the columns",
      "series, year, value and, where needed, region_code and price_basis.",
      "",
      "Example:",
      "  carbonbook claims --file conf/claims/xianning-low-carbon-2012.yaml"
    })
final class ClaimsCommand implements Callable<Integer> {

  private static final String[] HEADER = {
    "id",
    "sentence",
    "series",
    "kind",
    "said",
    "price_basis",
    "verdict",
    "value",
    "reading",
    "nearest_value",
    "nearest_reading",
    "explanation"
  };

  private final Supplier<SeriesSource> standing;

  @Spec private CommandSpec spec;

  @Option(
      names = "--file",
      required = true,
      paramLabel = "F",
      description = "The claims file, in YAML.")
  private Path file;

  @Option(names = "--input", paramLabel = "F", description = "A CSV file of series.")
  private Path input;

  /** Claims are checked only on the series of the files. */
  ClaimsCommand() {
    this(() -> List::of);
  }

  /**
   * Claims are also checked on a given source of series.
   *
   * @param standing the source that is used without {@code --input}
   */
  ClaimsCommand(Supplier<SeriesSource> standing) {
    this.standing = standing;
  }

  @Override
  public Integer call() throws IOException {
    ClaimsFile claims = ClaimsFile.read(file);
    SeriesSource more = input == null ? standing.get() : SeriesFile.read(input);
    ClaimCheck check = new ClaimCheck(claims.source().and(more));
    CSVPrinter csv =
        new CSVPrinter(
            spec.commandLine().getOut(),
            CSVFormat.RFC4180.builder().setRecordSeparator('\n').get());
    csv.printRecord((Object[]) HEADER);
    for (Claim claim : claims.claims()) {
      for (ClaimAnswer answer : check.answers(claim)) {
        csv.printRecord(row(answer));
      }
    }
    csv.flush();
    return Carbonbook.DONE;
  }

  private static Object[] row(ClaimAnswer answer) {
    Claim claim = answer.claim();
    return new Object[] {
      claim.id(),
      claim.sentence(),
      claim.parts().isEmpty() ? claim.series() : String.join(" + ", claim.parts()),
      claim.kind().id(),
      claim.said().text(),
      answer.priceBasis().map(basis -> basis.text()).orElse(null),
      answer.text(),
      answer.computed().map(Interpretation::value).map(ValueText::text).orElse(null),
      answer.computed().map(Interpretation::words).orElse(null),
      answer.nearest().map(Interpretation::value).map(ValueText::text).orElse(null),
      answer.nearest().map(Interpretation::words).orElse(null),
      answer.explanation()
    };
  }
}
