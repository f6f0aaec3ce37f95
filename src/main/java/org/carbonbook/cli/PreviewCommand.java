package org.carbonbook.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.apache.commons.csv.CSVPrinter;
import org.carbonbook.notice.Severity;
import org.carbonbook.yearbook.read.FileReading;
import org.carbonbook.yearbook.read.ReadingHints;
import org.carbonbook.yearbook.read.YearbookReader;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/**
 * {@code preview PATH}: shows how table files would be read, and writes nothing. Fails when a file
 * or a table in it would not be accepted.
 */
@Command(
    name = "preview",
    mixinStandardHelpOptions = true,
    description = "Show how yearbook files would be read, without reading them into the lake.",
    footer = {
      "",
      "Examples:",
      "  carbonbook preview sample-data/hubei/energy-balance-2007.xls",
      "  carbonbook preview series.csv --region 421200 --format csv",
      "  carbonbook preview ~/yearbooks"
    })
final class PreviewCommand implements Callable<Integer> {

  @ParentCommand private Carbonbook carbonbook;
  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "PATH",
      description = "An .xls, .xlsx or .csv file, or a folder: one line per sheet.")
  private Path path;

  @Option(
      names = "--region",
      paramLabel = "REGION",
      description = "The region's code or name, if the table does not state it.")
  private String region;

  @Option(
      names = "--year",
      paramLabel = "YEAR",
      description = "The year of the figures, if the table does not state it.")
  private Integer year;

  @Option(
      names = "--page",
      paramLabel = "N",
      defaultValue = "1",
      description = "Which page of the figures of a file is shown (default: ${DEFAULT-VALUE}).")
  private int page;

  @Option(
      names = "--page-size",
      paramLabel = "N",
      defaultValue = "20",
      description = "How many figures a page has (default: ${DEFAULT-VALUE}).")
  private int pageSize;

  @Option(
      names = "--format",
      paramLabel = "table|csv",
      defaultValue = "table",
      description = "csv prints all figures and all cells that are left out, one line each.")
  private Format format;

  /** How the figures are printed. */
  enum Format {
    TABLE,
    CSV
  }

  @Override
  public Integer call() throws IOException {
    if (page < 1 || pageSize < 1) {
      throw new ParameterException(spec.commandLine(), "--page and --page-size begin at 1");
    }
    List<Path> files = PreviewFiles.list(path);
    YearbookReader reader = YearbookReader.load(carbonbook.workspace().configuration().folder());
    reader
        .listConfigurationNotices()
        .forEach(
            notice ->
                spec.commandLine()
                    .getErr()
                    .printf("%s %s: %s%n", notice.code(), notice.place(), notice.message()));
    PreviewFiles tables = new PreviewFiles(reader, new ReadingHints(region, year));
    if (format == Format.CSV) {
      return printCsv(files, tables);
    }
    return Files.isDirectory(path) ? printFolder(files, tables) : printFile(tables);
  }

  private int printFile(PreviewFiles tables) throws IOException {
    FileReading reading = tables.read(path);
    new PreviewPrinter(out(), new PreviewFigures(out(), page, pageSize))
        .print(path.toString(), reading);
    return exitCode(reading);
  }

  private int printFolder(List<Path> files, PreviewFiles tables) throws IOException {
    FolderTable table = new FolderTable();
    int code = Carbonbook.DONE;
    for (Path file : files) {
      FileReading reading = tables.read(file);
      table.add(path.relativize(file), reading);
      code = Math.max(code, exitCode(reading));
    }
    table.table().print(out());
    out().println();
    out().println(table.summary() + "; preview FILE shows what is wrong with one of them");
    out().flush();
    return code;
  }

  private int printCsv(List<Path> files, PreviewFiles tables) throws IOException {
    int code = Carbonbook.DONE;
    CSVPrinter csv = PreviewFigures.csv(out());
    for (Path file : files) {
      FileReading reading = tables.read(file);
      reading.tables().forEach(table -> PreviewFigures.print(csv, file.toString(), table));
      reading
          .listNotices()
          .forEach(
              notice ->
                  spec.commandLine()
                      .getErr()
                      .printf(
                          "%s %s %s: %s%n",
                          notice.severity(), notice.code(), notice.place(), notice.message()));
      code = Math.max(code, exitCode(reading));
    }
    csv.flush();
    return code;
  }

  private static int exitCode(FileReading reading) {
    boolean refused =
        reading.listNotices().stream().anyMatch(notice -> notice.severity() == Severity.ERROR);
    return refused ? Carbonbook.FAILED : Carbonbook.DONE;
  }

  private PrintWriter out() {
    return spec.commandLine().getOut();
  }
}
