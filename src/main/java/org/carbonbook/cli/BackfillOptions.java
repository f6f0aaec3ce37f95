package org.carbonbook.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.stream.Stream;
import org.carbonbook.job.BackfillRange;
import org.carbonbook.job.BackfillReport;
import org.carbonbook.job.RunOutcome;
import org.carbonbook.source.LandingParts;
import picocli.CommandLine.Option;

/** The options that give the range of a backfill, and its final report. */
final class BackfillOptions {

  @Option(names = "--from-year", paramLabel = "Y", description = "First year of a backfill.")
  private String fromYear;

  @Option(names = "--to-year", paramLabel = "Y", description = "Last year of a backfill.")
  private String toYear;

  @Option(
      names = "--from-edition",
      paramLabel = "E",
      description = "First edition of a backfill; editions are ordered as text.")
  private String fromEdition;

  @Option(names = "--to-edition", paramLabel = "E", description = "Last edition of a backfill.")
  private String toEdition;

  @Option(
      names = "--from-date",
      paramLabel = "YYYY-MM-DD",
      description = "First date of a backfill.")
  private String fromDate;

  @Option(names = "--to-date", paramLabel = "YYYY-MM-DD", description = "Last date of a backfill.")
  private String toDate;

  boolean isGiven() {
    return ranges().findAny().isPresent();
  }

  /**
   * The range.
   *
   * @throws IllegalArgumentException when several ranges are given
   */
  BackfillRange range() {
    List<BackfillRange> given = ranges().toList();
    if (given.size() != 1) {
      throw new IllegalArgumentException(
          "give exactly one range: of years, of editions, or of dates");
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

  /** Prints which parts were loaded and which were not; returns the exit code. */
  int print(BackfillReport report, String job, PrintWriter out) {
    TextTable table = new TextTable("part", "files", "state", "attempts", "why");
    for (BackfillReport.Part part : report.parts()) {
      table.row(
          part.name(),
          part.files(),
          part.isLeft() ? "not loaded" : "loaded",
          part.attempts(),
          part.failure());
    }
    table.print(out);
    List<String> left = report.listLeft().stream().map(BackfillReport.Part::name).toList();
    if (!left.isEmpty()) {
      out.printf(
          "not loaded: %s. Fix these files or remove them from the landing folder, then run the"
              + " same 'run %s' command again; loaded parts are not read again.%n",
          String.join(", ", left), job);
      return Carbonbook.FAILED;
    }
    out.printf("all %d parts are loaded%n", report.parts().size());
    return report.outcome() == RunOutcome.HELD_BACK ? Carbonbook.HELD_BACK : Carbonbook.DONE;
  }
}
