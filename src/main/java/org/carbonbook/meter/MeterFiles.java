package org.carbonbook.meter;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Row;
import org.carbonbook.source.Archive;
import org.carbonbook.source.SourceFiles;
import org.carbonbook.step.StepContext;

/** The received files that a format claims, where their bytes are, and small ones as rows. */
public final class MeterFiles {

  private static final long A_DAY_S = 26 * 3600;

  private final StepContext context;
  private final FormatLibrary formats;
  private final List<Row> received;

  public MeterFiles(StepContext context, FormatLibrary formats) {
    this.context = context;
    this.formats = formats;
    this.received = context.rows(SourceFiles.TABLE);
  }

  /**
   * A file that a format claims.
   *
   * @param path its path below the landing folder
   * @param sourceHash the SHA-256 of its content
   * @param bytes its size
   * @param modifiedMs when it was made
   * @param region the region stated beside it, or null
   * @param format its format
   */
  public record Claimed(
      String path,
      String sourceHash,
      long bytes,
      long modifiedMs,
      String region,
      ReadingFormat format) {}

  /**
   * Every content of every log that was ever received, in the order of arrival. A log that was
   * replaced counts with all its contents: a later one overrules an earlier one reading by reading.
   */
  List<MeterFile> listLogs() {
    List<Row> rows = new ArrayList<>(received);
    rows.sort(
        Comparator.<Row, Long>comparing(row -> row.getAs("seen_number"))
            .thenComparing(row -> row.getAs("path")));
    List<MeterFile> logs = new ArrayList<>();
    Set<String> known = new HashSet<>();
    Path archive = new Archive(context.lake()).folder();
    for (Row row : rows) {
      String path = row.getAs("path");
      String hash = row.getAs("source_hash");
      ReadingFormat format = formats.findFormat(path).orElse(null);
      if (format != null && format.isTimeSeries() && known.add(path + "\n" + hash)) {
        logs.add(
            new MeterFile(
                path,
                Archive.location(archive, hash).toString(),
                row.<Long>getAs("bytes"),
                logs.size() + 1L,
                row.<Long>getAs("modified_ms") / 1000 + A_DAY_S,
                format));
      }
    }
    return logs;
  }

  /** The files of one kind as they are now, by path. */
  public List<Claimed> listCurrent(ReadingFormat.Kind kind) {
    List<Claimed> claimed = new ArrayList<>();
    for (Row row : SourceFiles.current(received)) {
      String path = row.getAs("path");
      formats
          .findFormat(path)
          .filter(format -> format.kind() == kind)
          .ifPresent(
              format ->
                  claimed.add(
                      new Claimed(
                          path,
                          row.getAs("source_hash"),
                          row.<Long>getAs("bytes"),
                          row.<Long>getAs("modified_ms"),
                          row.getAs("region"),
                          format)));
    }
    claimed.sort(Comparator.comparing(Claimed::path));
    return claimed;
  }

  /**
   * The rows of a small file under our names of its columns; {@code #line} is the line.
   *
   * @throws IOException when it cannot be read as its format says
   */
  public List<Map<String, String>> rows(Claimed file) throws IOException {
    String text = text(file);
    List<Map<String, String>> rows = new ArrayList<>();
    for (Map<String, String> printed : SmallCsv.parse(text, file.format().delimiter().charAt(0))) {
      Map<String, String> row = new LinkedHashMap<>(printed);
      file.format()
          .columns()
          .forEach(
              (ours, names) -> {
                for (String name : names.split("\\|")) {
                  if (printed.containsKey(name)) {
                    row.put(ours, printed.get(name));
                  }
                }
              });
      file.format()
          .constants()
          .forEach(
              (ours, constant) -> {
                String own = row.getOrDefault(ours, "");
                if (own.isEmpty() || constant.contains("{column}")) {
                  row.put(ours, constant.replace("{column}", own));
                }
              });
      rows.add(row);
    }
    return rows;
  }

  private String text(Claimed file) throws IOException {
    Path blob = Archive.location(new Archive(context.lake()).folder(), file.sourceHash());
    try (InputStream raw = context.lake().files().open(blob);
        InputStream in = file.path().endsWith(".gz") ? new GZIPInputStream(raw) : raw) {
      return new String(in.readAllBytes(), Charset.forName(file.format().encoding()));
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }
}
