package org.carbonbook.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.carbonbook.notice.Severity;
import org.carbonbook.yearbook.FileReading;
import org.carbonbook.yearbook.Preview;
import org.carbonbook.yearbook.SourceFacts;
import org.carbonbook.yearbook.YearbookReader;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code preview FILE}: shows what would be read of a table file, and reads nothing into the lake.
 * Exits with 0 when the file would be read, with 1 when it or a table in it would be refused.
 */
@Command(
    name = "preview",
    description = "Show what would be read of a yearbook file, cell by cell class.",
    mixinStandardHelpOptions = true)
public final class PreviewCommand implements Callable<Integer> {

  private static final int DONE = 0;
  private static final int FAILED = 1;

  private final Supplier<Path> conf;

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "FILE", description = "an .xls, .xlsx or .csv file")
  private Path file;

  @Option(names = "--region", description = "region code or name, as its sidecar would give it")
  private String region;

  @Option(names = "--year", description = "year of the figures, as its sidecar would give it")
  private Integer year;

  /**
   * The command.
   *
   * @param conf the configuration folder, asked for when the command runs
   */
  public PreviewCommand(Supplier<Path> conf) {
    this.conf = conf;
  }

  @Override
  public Integer call() throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    PrintWriter err = spec.commandLine().getErr();
    if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
      err.println(file + ": no such file, or it cannot be read");
      return FAILED;
    }
    FileReading reading;
    try {
      reading = reading(YearbookReader.load(conf.get()));
    } catch (IllegalArgumentException e) {
      err.println(e.getMessage());
      return FAILED;
    }
    out.print(Preview.render(file.toString(), reading));
    out.flush();
    boolean refused = reading.listNotices().stream().anyMatch(n -> n.severity() == Severity.ERROR);
    return refused ? FAILED : DONE;
  }

  private FileReading reading(YearbookReader reader) throws IOException {
    long size = Files.size(file);
    if (size > reader.maxFileBytes()) {
      return reader.tooLarge(file.toString(), size);
    }
    SourceFacts facts = new SourceFacts("", "", region, year);
    return reader.read(file.toString(), Files.readAllBytes(file), facts);
  }
}
