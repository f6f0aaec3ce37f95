package org.carbonbook.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.carbonbook.export.CsvStyle;
import org.carbonbook.export.ExportDefinitions;
import org.carbonbook.export.ExportFormat;
import org.carbonbook.export.ExportListener;
import org.carbonbook.export.ExportResult;
import org.carbonbook.export.ExportSettings;
import org.carbonbook.export.Exporter;
import org.carbonbook.export.FileExport;
import org.carbonbook.export.PostgresExport;
import org.carbonbook.lake.Lake;
import org.carbonbook.mart.ColumnUnits;
import org.carbonbook.mart.Release;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code export TARGET}: writes a release to files or into PostgreSQL. */
@Command(
    name = "export",
    mixinStandardHelpOptions = true,
    description =
        "Export a release: its marts and their dictionary, as files or into PostgreSQL. A target is"
            + " complete or absent; the same command continues an export that was interrupted.",
    footer = {
      "",
      "Examples:",
      "  carbonbook export out/R3 --to csv --bom",
      "  carbonbook export out/R3-parquet --to parquet --release R3",
      "  carbonbook export out/carbon.xlsx --to xlsx --table \"mart.carbon*\"",
      "  carbonbook export out/carbon.duckdb --to duckdb --replace",
      "  carbonbook export out/package --to datapackage",
      "  PGPASSWORD=… carbonbook export postgresql://writer@db.example.org/carbon --to postgresql --schema mart",
      "",
      "conf/export.yaml has the roles that may read in PostgreSQL, and the description of a Data Package."
    })
final class ExportCommand implements Callable<Integer> {

  private static final String POSTGRESQL = "postgresql";

  @ParentCommand private Carbonbook carbonbook;
  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "TARGET",
      description = "The folder or file to make, or postgresql://USER@HOST:PORT/DATABASE.")
  private String target;

  @Option(
      names = "--to",
      required = true,
      paramLabel = "FORMAT",
      description = "csv, parquet, xlsx, duckdb, datapackage or postgresql.")
  private String format;

  @Option(
      names = "--release",
      paramLabel = "R",
      description = "The release to export (default: the current one).")
  private String release;

  @Option(
      names = "--table",
      paramLabel = "PATTERN",
      description =
          "Tables to export, * for any text (default: mart.*). May be given several times.")
  private List<String> tables = List.of("mart.*");

  @Option(
      names = "--bom",
      description = "CSV files begin with a byte order mark, as Excel needs it.")
  private boolean bom;

  @Option(
      names = "--formulas",
      paramLabel = "escape|keep",
      defaultValue = "escape",
      description =
          "In CSV, whether a text that a spreadsheet would run gets an apostrophe in front (default:"
              + " ${DEFAULT-VALUE}).")
  private CsvStyle.Formulas formulas;

  @Option(
      names = "--null",
      paramLabel = "TEXT",
      defaultValue = "",
      description =
          "In CSV, the text that represents null; an empty text is \"\" (default: nothing).")
  private String nothing;

  @Option(
      names = "--replace",
      description = "Replace an existing target when the new one is complete.")
  private boolean replace;

  @Option(
      names = "--schema",
      defaultValue = "mart",
      description = "The schema in PostgreSQL (default: ${DEFAULT-VALUE}).")
  private String schema;

  @Override
  public Integer call() {
    Workspace workspace = carbonbook.workspace();
    String to = format.toLowerCase(Locale.ROOT);
    PostgresExport server =
        to.equals(POSTGRESQL) ? PostgresExport.of(target, schema, tables, System.getenv()) : null;
    FileExport files = server == null ? files(to) : null;
    workspace.requireLake();
    Path conf = workspace.configuration().folder();
    ExportSettings settings = ExportSettings.read(conf);
    ExportDefinitions known =
        new ExportDefinitions(workspace.definitions(), ColumnUnits.read(conf));
    Lake lake = workspace.openLake();
    Release chosen = workspace.release(lake, release);
    Exporter exporter = new Exporter(lake, known, settings, new Progress(err()));
    ExportResult done =
        server == null ? exporter.toFiles(chosen, files) : exporter.toPostgres(chosen, server);
    spec.commandLine()
        .getOut()
        .printf(
            "exported %s to %s: %d tables, %,d rows%n",
            done.release(), done.target(), done.tables(), done.rows());
    return Carbonbook.DONE;
  }

  private FileExport files(String to) {
    ExportFormat known;
    try {
      known = ExportFormat.valueOf(to.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "--to %s: there is csv, parquet, xlsx, duckdb, datapackage and postgresql"
              .formatted(format),
          e);
    }
    if (known == ExportFormat.XLSX && !target.endsWith(".xlsx")) {
      throw new IllegalArgumentException(
          "%s: a spreadsheet program opens only a name that ends with .xlsx".formatted(target));
    }
    return new FileExport(
        known,
        Path.of(target),
        tables,
        new CsvStyle(bom ? CsvStyle.Mark.BYTE_ORDER : CsvStyle.Mark.NONE, formulas, nothing),
        replace ? FileExport.Existing.REPLACE : FileExport.Existing.KEEP);
  }

  private PrintWriter err() {
    return spec.commandLine().getErr();
  }

  /** A line for each table. */
  private record Progress(PrintWriter err) implements ExportListener {

    @Override
    public void started(String table, int place, int count) {
      err.printf("[%d/%d] %s …%n", place, count, table);
      err.flush();
    }

    @Override
    public void done(String table, long rows, double seconds) {
      err.printf("      %s: %,d rows in %.1f s%n", table, rows, seconds);
      err.flush();
    }

    @Override
    public void kept(String table, int place, int count) {
      err.printf("[%d/%d] %s: there from an earlier call%n", place, count, table);
      err.flush();
    }

    @Override
    public void remark(String text) {
      err.println("      " + text);
      err.flush();
    }
  }
}
