package org.carbonbook.intake;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
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

  private static final Comparator<ClaimedFile> ARRIVAL =
      Comparator.comparingLong(ClaimedFile::arrival)
          .thenComparing(ClaimedFile::sourceHash)
          .thenComparing(ClaimedFile::path)
          .thenComparingLong(ClaimedFile::fromByte);

  private final StepContext context;
  private final FormatLibrary formats;
  private final List<Row> received;
  private final Map<String, Instant> firstSeen;
  private final Instant now = Instant.now();
  private final Path archive;

  public ClaimedFiles(StepContext context, FormatLibrary formats) {
    this.context = context;
    this.formats = formats;
    this.received = context.rows(SourceFiles.TABLE);
    this.firstSeen = SourceFiles.firstSeen(received);
    this.archive = new Archive(context.lake()).folder();
  }

  /**
   * The current contents of the files of some formats, in the order of arrival. The last content of
   * a path replaces those before it; where it only adds lines, these arrived with it and the others
   * before. The same content under several names counts once, as it arrived last.
   */
  public List<ClaimedFile> listArrivals(Predicate<FileFormat> wanted) {
    Map<String, List<ClaimedFile>> byPath = new TreeMap<>();
    received.stream()
        .sorted(Comparator.comparingLong(row -> row.<Long>getAs("seen_number")))
        .flatMap(row -> findClaimed(row, wanted).stream())
        .forEach(
            file -> {
              List<ClaimedFile> versions =
                  byPath.computeIfAbsent(file.path(), none -> new ArrayList<>());
              boolean again =
                  !versions.isEmpty()
                      && versions.get(versions.size() - 1).sourceHash().equals(file.sourceHash());
              if (!again) {
                versions.add(file);
              }
            });
    GrownFile grown = new GrownFile(context.lake().files());
    List<ClaimedFile> all = new ArrayList<>();
    byPath
        .values()
        .forEach(
            versions ->
                grown.parts(versions).forEach(part -> all.add(part.file().from(part.fromByte()))));
    all.sort(ARRIVAL.reversed());
    Set<String> known = new HashSet<>();
    all.removeIf(file -> !known.add(file.identity()));
    all.sort(ARRIVAL);
    return all;
  }

  /** The current files of one kind. The same content under several names is listed once. */
  public List<ClaimedFile> listCurrent(InputKind kind) {
    return claimed(SourceFiles.current(received), format -> format.holds(kind));
  }

  /** The current files that no format claims. */
  public List<UnclaimedFile> listUnclaimed() {
    return SourceFiles.current(received).stream()
        .filter(row -> formats.findFormat(row.getAs("path")).isEmpty())
        .map(
            row -> {
              String hash = row.getAs("source_hash");
              String location = Archive.location(archive, hash).toString();
              return new UnclaimedFile(row.getAs("path"), hash, location);
            })
        .toList();
  }

  /**
   * Files in the order of arrival. Files that arrived in one run are ordered by their content, so
   * that no name decides which of two values for one key counts.
   */
  private List<ClaimedFile> claimed(List<Row> rows, Predicate<FileFormat> wanted) {
    Set<String> known = new HashSet<>();
    return rows.stream()
        .flatMap(row -> findClaimed(row, wanted).stream())
        .sorted(ARRIVAL)
        .filter(file -> known.add(file.identity()))
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
                    0,
                    row.<Long>getAs("seen_number"),
                    firstSeen.getOrDefault(hash, now),
                    row.getAs("region"),
                    format));
  }

  /**
   * The rows of a small file under our names of its columns; {@code #line} is the line.
   *
   * @throws IOException when it cannot be read as its format describes
   */
  public List<Map<String, String>> rows(ClaimedFile file) throws IOException {
    String text = text(file);
    List<Map<String, String>> rows = new ArrayList<>();
    boolean stated = file.format().delimiter() != null;
    char delimiter = stated ? file.format().delimiterOrComma() : ReceivedTable.delimiter(text);
    for (Map<String, String> printed : ReceivedTable.parse(text, delimiter)) {
      Map<String, String> row = new LinkedHashMap<>(printed);
      List<String> names = List.copyOf(printed.keySet());
      for (String ours : file.format().columns().keySet()) {
        int place = ColumnNames.find(names, file.format().printed(ours));
        if (place >= 0) {
          row.remove(names.get(place));
          row.put(ours, printed.get(names.get(place)));
        }
      }
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
        InputStream in =
            file.path().toLowerCase(Locale.ROOT).endsWith(".gz") ? new GZIPInputStream(raw) : raw) {
      byte[] bytes = in.readAllBytes();
      String encoding = file.format().encoding();
      return encoding == null
          ? TextEncoding.decode(bytes)
          : new String(bytes, Charset.forName(encoding));
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }
}
