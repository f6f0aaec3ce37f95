package org.carbonbook.export;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.carbonbook.lake.Lake;
import org.carbonbook.mart.Release;

/**
 * Writes a release to files or into PostgreSQL. A target is complete or absent; the same command
 * continues an export that was interrupted.
 */
public final class Exporter {

  private static final double NANOS = 1e9;

  private final Lake lake;
  private final ExportDefinitions known;
  private final ExportSettings settings;
  private final ExportListener listener;

  public Exporter(
      Lake lake, ExportDefinitions known, ExportSettings settings, ExportListener listener) {
    this.lake = lake;
    this.known = known;
    this.settings = settings;
    this.listener = listener;
  }

  /**
   * Exports a release to files.
   *
   * @throws IllegalStateException when the target is there, or the disk is full
   */
  public ExportResult toFiles(Release release, FileExport export) {
    ReleaseTables released = new ReleaseTables(lake, release, known);
    List<ExportTable> tables = released.select(export.tables());
    Path target = export.target();
    try (PartialTarget partial =
            PartialTarget.open(target, identity(release, export), export.existing());
        FileSink sink = sink(release, released, export, partial)) {
      long rows = 0;
      for (int i = 0; i < tables.size(); i++) {
        rows += write(sink, tables.get(i), i + 1, tables.size());
      }
      sink.becomeTarget();
      return new ExportResult(release.id(), target.toString(), tables.size(), rows);
    } catch (Exception e) {
      throw ExportFault.of(e, target.toString());
    }
  }

  /**
   * Exports a release to a schema of a PostgreSQL server.
   *
   * @throws IllegalStateException when the server rejects the export; its schema is unchanged in
   *     this case
   */
  public ExportResult toPostgres(Release release, PostgresExport export) {
    List<ExportTable> tables = new ReleaseTables(lake, release, known).select(export.tables());
    try (PostgresSchema schema =
        PostgresSchema.open(release, export, settings.postgresql().grants(), listener)) {
      long rows = 0;
      schema.begin(tables);
      for (int i = 0; i < tables.size(); i++) {
        ExportTable table = tables.get(i);
        listener.started(table.name(), i + 1, tables.size());
        long clock = System.nanoTime();
        long written = schema.write(table);
        listener.done(table.name(), written, (System.nanoTime() - clock) / NANOS);
        rows += written;
      }
      schema.swap();
      return new ExportResult(release.id(), schema.target(), tables.size(), rows);
    } catch (Exception e) {
      throw ExportFault.of(e, export.target());
    }
  }

  private long write(FileSink sink, ExportTable table, int place, int count)
      throws IOException, SQLException {
    Optional<Long> there = sink.findRows(table);
    if (there.isPresent()) {
      listener.kept(table.name(), place, count);
      return there.get();
    }
    listener.started(table.name(), place, count);
    long clock = System.nanoTime();
    long rows = sink.write(table);
    listener.done(table.name(), rows, (System.nanoTime() - clock) / NANOS);
    return rows;
  }

  private FileSink sink(
      Release release, ReleaseTables released, FileExport export, PartialTarget partial)
      throws IOException, SQLException {
    return switch (export.format()) {
      case CSV -> new CsvSink(partial, export.csv());
      case PARQUET -> new ParquetSink(partial);
      case XLSX -> new WorkbookSink(partial, listener);
      case DUCKDB -> new DuckDbSink(partial, listener);
      case DATAPACKAGE -> new DataPackageSink(partial, export.csv(), about(release, released));
    };
  }

  private Map<String, Object> about(Release release, ReleaseTables released) {
    ExportSettings.About about = settings.dataPackage();
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("name", about.name());
    all.put("title", about.zh() + " / " + about.en());
    all.put("titles", Map.of("zh", about.zh(), "en", about.en()));
    all.put("version", release.id());
    all.put("created", release.publishedAt().toString());
    if (about.licences() != null && !about.licences().isEmpty()) {
      all.put("licenses", about.licences());
    }
    List<Map<String, Object>> sources = ReleaseSources.list(released);
    if (!sources.isEmpty()) {
      all.put("sources", sources);
    }
    return all;
  }

  private String identity(Release release, FileExport export) {
    return "%s %s %s %s %s %s"
        .formatted(
            release.id(),
            release.publishedAt(),
            lake.root(),
            export.format(),
            export.tables(),
            export.csv());
  }
}
