package org.carbonbook.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.carbonbook.notice.Severity;
import org.carbonbook.yearbook.read.FileReading;
import org.carbonbook.yearbook.read.ReadingHints;
import org.carbonbook.yearbook.read.YearbookReader;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/**
 * {@code preview FILE}: shows what would be read of a table file, and writes nothing. Fails when
 * the file or a table in it would be refused.
 */
@Command(
    name = "preview",
    mixinStandardHelpOptions = true,
    description = "Show what would be read of a yearbook file, before anything is.",
    footer = {
      "",
      "Examples:",
      "  carbonbook preview sample-data/balance.xls",
      "  carbonbook preview series.csv --region 421200"
    })
final class PreviewCommand implements Callable<Integer> {

  @ParentCommand private Carbonbook carbonbook;
  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "FILE", description = "An .xls, .xlsx or .csv file.")
  private Path file;

  @Option(
      names = "--region",
      paramLabel = "REGION",
      description = "The region's code or name, where the table does not name it.")
  private String region;

  @Option(
      names = "--year",
      paramLabel = "YEAR",
      description = "The year of the figures, where the table does not name it.")
  private Integer year;

  @Override
  public Integer call() throws IOException {
    if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
      throw new IOException(file + ": no such file, or it may not be read");
    }
    FileReading reading =
        reading(YearbookReader.load(carbonbook.workspace().configuration().folder()));
    new PreviewPrinter(spec.commandLine().getOut()).print(file.toString(), reading);
    boolean refused =
        reading.listNotices().stream().anyMatch(notice -> notice.severity() == Severity.ERROR);
    return refused ? Carbonbook.FAILED : Carbonbook.DONE;
  }

  private FileReading reading(YearbookReader reader) throws IOException {
    long bytes = Files.size(file);
    return bytes > reader.maxFileBytes()
        ? reader.tooLarge(file.toString(), bytes)
        : reader.read(file.toString(), Files.readAllBytes(file), new ReadingHints(region, year));
  }
}
