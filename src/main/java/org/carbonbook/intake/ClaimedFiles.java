package org.carbonbook.intake;

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
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.zip.GZIPInputStream;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Row;
import org.carbonbook.source.Archive;
import org.carbonbook.source.SourceFiles;
import org.carbonbook.step.InputKind;
import org.carbonbook.step.StepContext;

/** The received files that a format claims; small ones can be read as rows. */
public final class ClaimedFiles {

  private final StepContext context;
  private final FormatLibrary formats;
  private final List<Row> received;
  private final Path archive;

  public ClaimedFiles(StepContext context, FormatLibrary formats) {
    this.context = context;
    this.formats = formats;
    this.received = context.rows(SourceFiles.TABLE);
    this.archive = new Archive(context.lake()).folder();
  }

  /**
   * Every content of every file of some formats that was ever received, in the order of arrival. A
   * file that was replaced is listed once for each of its contents.
   */
  public List<ClaimedFile> listArrivals(Predicate<FileFormat> wanted) {
    List<Row> rows = new ArrayList<>(received);
    rows.sort(
        Comparator.<Row, Long>comparing(row -> row.getAs("seen_number"))
            .thenComparing(row -> row.getAs("path")));
    List<ClaimedFile> files = new ArrayList<>();
    Set<String> known = new HashSet<>();
    for (Row row : rows) {
      findClaimed(row, wanted)
          .filter(file -> known.add(file.path() + "\n" + file.sourceHash()))
          .ifPresent(files::add);
    }
    return files;
  }

  /** The files of one kind as they are now, by path. */
  public List<ClaimedFile> listCurrent(InputKind kind) {
    return SourceFiles.current(received).stream()
        .flatMap(row -> findClaimed(row, format -> format.holds(kind)).stream())
        .sorted(Comparator.comparing(ClaimedFile::path))
        .toList();
  }

  private Optional<ClaimedFile> findClaimed(Row row, Predicate<FileFormat> wanted) {
    String path = row.getAs("path");
    String hash = row.getAs("source_hash");
    return formats
        .findFormat(path)
        .filter(wanted)
        .map(
            format ->
                new ClaimedFile(
                    path,
                    hash,
                    Archive.location(archive, hash).toString(),
                    row.<Long>getAs("bytes"),
                    row.<Long>getAs("modified_ms"),
                    row.getAs("region"),
                    format));
  }

  /**
   * The rows of a small file under our names of its columns; {@code #line} is the line.
   *
   * @throws IOException when it cannot be read as its format says
   */
  public List<Map<String, String>> rows(ClaimedFile file) throws IOException {
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

  private String text(ClaimedFile file) throws IOException {
    try (InputStream raw = context.lake().files().open(new Path(file.location()));
        InputStream in = file.path().endsWith(".gz") ? new GZIPInputStream(raw) : raw) {
      return new String(in.readAllBytes(), Charset.forName(file.format().encoding()));
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }
}
