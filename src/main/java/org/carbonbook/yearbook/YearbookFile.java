package org.carbonbook.yearbook;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;
import org.carbonbook.intake.PathClaims;
import org.carbonbook.lake.Digest;
import org.carbonbook.notice.Notice;
import org.carbonbook.source.SourceFiles;
import org.carbonbook.step.StepContext;
import org.carbonbook.yearbook.read.ReadingHints;

/**
 * One content that may be a yearbook table: the unit of work of {@link YearbookStep}.
 *
 * @param sourceHash the SHA-256 of the content
 * @param path the first path at which it was received; titles and scopes may follow from its name
 * @param otherPaths the further paths with the same content
 * @param bytes its size
 * @param hints what is stated beside the file at {@code path}
 */
record YearbookFile(
    String sourceHash, String path, List<String> otherPaths, long bytes, ReadingHints hints)
    implements Serializable {

  private static final Pattern TABLE_FILE = Pattern.compile(".*\\.(xls|xlsx|csv)");

  /** The files that count now and that may be yearbook tables: no format of logs claims them. */
  static List<Row> listCurrent(StepContext context) {
    PathClaims logs = PathClaims.read(context.configuration().folder());
    return SourceFiles.current(context).stream()
        .filter(
            file -> {
              String path = file.getAs("path");
              return TABLE_FILE.matcher(path.toLowerCase(Locale.ROOT)).matches()
                  && !logs.claims(path);
            })
        .toList();
  }

  /** The contents of received files, by hash. */
  static Map<String, YearbookFile> byHash(Collection<Row> received) {
    Map<String, List<Row>> rows =
        received.stream()
            .collect(
                Collectors.groupingBy(
                    row -> row.getAs("source_hash"), TreeMap::new, Collectors.toList()));
    Map<String, YearbookFile> files = new TreeMap<>();
    rows.forEach((hash, ofHash) -> files.put(hash, of(ofHash)));
    return files;
  }

  private static YearbookFile of(List<Row> sameContent) {
    Map<String, Row> byPath = new TreeMap<>();
    sameContent.forEach(row -> byPath.put(row.getAs("path"), row));
    List<String> paths = List.copyOf(byPath.keySet());
    Row first = byPath.get(paths.get(0));
    return new YearbookFile(
        first.getAs("source_hash"),
        paths.get(0),
        List.copyOf(paths.subList(1, paths.size())),
        first.getAs("bytes"),
        new ReadingHints(first.getAs("region"), first.getAs("year")));
  }

  /**
   * What its reading follows from besides its content.
   *
   * @param crosswalks the digest of the crosswalks that its layouts use
   */
  String input(String crosswalks) {
    return new Digest()
        .add(path)
        .add(String.join("\n", otherPaths))
        .add(String.valueOf(hints.region()))
        .add(String.valueOf(hints.year()))
        .add(crosswalks)
        .hex();
  }

  /** Notices about the file as a whole hold for each path at which the content was received. */
  List<Notice> atEveryPath(List<Notice> notices) {
    List<Notice> all = new ArrayList<>(notices);
    for (String other : otherPaths) {
      notices.stream()
          .filter(notice -> notice.place().equals(path))
          .map(notice -> notice.at(other))
          .forEach(all::add);
    }
    return all;
  }
}
