package org.carbonbook.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.stream.Stream;
import org.carbonbook.job.BackfillRange;
import org.carbonbook.job.BackfillReport;
import org.carbonbook.job.RunOutcome;
import org.carbonbook.source.LandingParts;
import picocli.CommandLine.Option;

/** The range of a backfill on the command line, and its recap. */
final class BackfillOptions {

  @Option(names = "--from-year", paramLabel = "Y", description = "Backfill from this year on.")
  private String fromYear;

  @Option(names = "--to-year", paramLabel = "Y", description = "Backfill up to this year.")
  private String toYear;

  @Option(
      names = "--from-edition",
      paramLabel = "E",
      description = "Backfill from this edition on, in the order of their texts.")
  private String fromEdition;

  @Option(names = "--to-edition", paramLabel = "E", description = "Backfill up to this edition.")
  private String toEdition;

  @Option(
      names = "--from-date",
      paramLabel = "YYYY-MM-DD",
      description = "Backfill from this date on.")
  private String fromDate;

  @Option(names = "--to-date", paramLabel = "YYYY-MM-DD", description = "Backfill up to this date.")
  private String toDate;

  boolean isGiven() {
    return ranges().findAny().isPresent();
  }

  /**
   * The range.
   *
   * @throws IllegalArgumentException when it is given in two ways
   */
  BackfillRange range() {
    List<BackfillRange> given = ranges().toList();
    if (given.size() != 1) {
      throw new IllegalArgumentException("give one range: of years, of editions, or of dates");
    }
    return given.get(0);
  }

  private Stream<BackfillRange> ranges() {
    return Stream.of(
            new BackfillRange(LandingParts.By.YEAR, fromYear, toYear),
            new BackfillRange(LandingParts.By.EDITION, fromEdition, toEdition),
            new BackfillRange(LandingParts.By.DATE, fromDate, toDate))
        .filter(range -> range.from() != null || range.to() != null);
  }

  /** Prints what was loaded and what is left; returns the exit code. */
  int print(BackfillReport report, String job, PrintWriter out) {
    TextTable table = new TextTable("part", "files", "state", "attempts", "why");
    for (BackfillReport.Part part : report.parts()) {
      table.row(
          part.name(),
          part.files(),
          part.isLeft() ? "left" : "loaded",
          part.attempts(),
          part.failure());
    }
    table.print(out);
    List<String> left = report.listLeft().stream().map(BackfillReport.Part::name).toList();
    if (!left.isEmpty()) {
      out.printf(
          "left: %s. Mend these files or take them out of the landing folder, then give the same"
              + " 'run %s' again; what is loaded costs nothing.%n",
          String.join(", ", left), job);
      return Carbonbook.FAILED;
    }
    out.printf("all %d parts are loaded%n", report.parts().size());
    return report.outcome() == RunOutcome.HELD_BACK ? Carbonbook.HELD_BACK : Carbonbook.DONE;
  }
}
