package org.carbonbook.source;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.hadoop.fs.FileStatus;
import org.apache.spark.sql.Row;
import org.carbonbook.lake.Origin;
import org.carbonbook.lake.TableDefinition;
import org.carbonbook.lake.TableRows;
import org.carbonbook.notice.Notice;
import org.carbonbook.source.Landing.LandingFile;
import org.carbonbook.step.Step;
import org.carbonbook.step.StepContext;
import org.carbonbook.step.StepResult;

/**
 * Archives every file of the landing folder by its content. New content or facts add a row to
 * {@code raw.source_file}; a file that did not change adds none.
 */
public final class ArchiveStep implements Step {

  @Override
  public String name() {
    return "archive";
  }

  @Override
  public List<String> reads() {
    return List.of();
  }

  @Override
  public List<String> writes() {
    return List.of(SourceFiles.TABLE);
  }

  @Override
  public String outsideState(StepContext context) {
    return list(context).state();
  }

  @Override
  public StepResult run(StepContext context) {
    Landing landing = list(context);
    Map<String, Row> known = currentByPath(context);
    Archive archive = new Archive(context.lake());
    List<Notice> notices = Collections.synchronizedList(new ArrayList<>(landing.notices()));
    List<Row> added =
        landing.listFiles().parallelStream()
            .map(file -> row(landing, file, known.get(file.path()), archive, context, notices))
            .filter(Objects::nonNull)
            .toList();
    if (!added.isEmpty() || !context.lake().table(SourceFiles.TABLE).exists()) {
      context.append(SourceFiles.TABLE, added);
    }
    notices.addAll(unstated(landing));
    long total = landing.listFiles().size();
    return new StepResult(total, added.size(), 0, total - added.size(), sorted(notices));
  }

  private static List<Notice> sorted(List<Notice> notices) {
    return notices.stream()
        .sorted(java.util.Comparator.comparing(Notice::place).thenComparing(Notice::code))
        .toList();
  }

  private static Landing list(StepContext context) {
    return Landing.list(context.landing(), context.lake().files().getConf());
  }

  private static TableDefinition definition() {
    return TableDefinition.getDefinition(SourceFiles.TABLE);
  }

  private static Map<String, Row> currentByPath(StepContext context) {
    Map<String, Row> byPath = new HashMap<>();
    SourceFiles.current(context).forEach(row -> byPath.put(row.getAs("path"), row));
    return byPath;
  }

  /** The row to add for a file, or null when its content and facts are known. */
  private static Row row(
      Landing landing,
      LandingFile file,
      Row known,
      Archive archive,
      StepContext context,
      List<Notice> notices) {
    SourceFacts facts = landing.facts(file);
    try {
      boolean untouched = known != null && isUntouched(file, known);
      String hash =
          untouched
              ? known.getAs("source_hash")
              : archive.store(landing.fileSystem(), file.location());
      if (changed(landing.fileSystem().getFileStatus(file.location()), file)) {
        notices.add(changedWhileRead(file));
        return null;
      }
      Row row = row(file, hash, facts, context);
      return known != null && haveSameFacts(row, known) ? null : row;
    } catch (IOException e) {
      notices.add(
          Notice.of(
              SourceNotice.FILE_UNREADABLE,
              file.path(),
              String.valueOf(e.getMessage()),
              "make the file readable, or remove it from the landing folder"));
      return null;
    }
  }

  private static boolean isUntouched(LandingFile file, Row known) {
    return known.<Long>getAs("bytes") == file.bytes()
        && known.<Long>getAs("modified_ms") == file.modifiedMs();
  }

  private static boolean changed(FileStatus now, LandingFile file) {
    return now.getLen() != file.bytes() || now.getModificationTime() != file.modifiedMs();
  }

  private static boolean haveSameFacts(Row row, Row known) {
    List<String> names = List.of(definition().columnNames());
    return names.stream()
        .filter(name -> !name.startsWith("seen_") && !name.equals("modified_ms"))
        .allMatch(name -> Objects.equals(row.get(names.indexOf(name)), known.getAs(name)));
  }

  private static Row row(LandingFile file, String hash, SourceFacts facts, StepContext context) {
    return TableRows.of(SourceFiles.TABLE)
        .row()
        .set("source_hash", hash)
        .set("path", file.path())
        .set("bytes", file.bytes())
        .set("modified_ms", file.modifiedMs())
        .set("kind", facts.kind() == null ? extension(file.path()) : facts.kind())
        .set("publisher", facts.publisher())
        .set("edition", facts.edition() == null ? "unstated" : facts.edition())
        .set("citation", facts.citation())
        .set("licence", facts.licence())
        .set("region", facts.region())
        .set("year", facts.year())
        .set("origin", facts.origin() == null ? Origin.PRINTED.text() : facts.origin())
        .set("seen_run", context.writing().run())
        .set("seen_number", context.writing().runNumber())
        .set("seen_ms", System.currentTimeMillis())
        .build();
  }

  private static String extension(String path) {
    String name = path.substring(path.lastIndexOf('/') + 1);
    int dot = name.indexOf('.');
    return dot < 0 ? "unknown" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
  }

  /** One notice for each folder with files whose publication is not stated. */
  private static List<Notice> unstated(Landing landing) {
    Map<String, List<String>> byFolder =
        landing.listFiles().stream()
            .filter(file -> landing.facts(file).edition() == null)
            .map(LandingFile::path)
            .collect(Collectors.groupingBy(ArchiveStep::folder, TreeMap::new, Collectors.toList()));
    return byFolder.entrySet().stream()
        .map(folder -> unstated(folder.getKey(), folder.getValue()))
        .toList();
  }

  private static Notice unstated(String folder, List<String> files) {
    return Notice.of(
        SourceNotice.SOURCE_UNSTATED,
        folder.isEmpty() ? "." : folder,
        "no publisher and edition are stated for %d file(s), e.g. %s; their edition is 'unstated'"
            .formatted(files.size(), files.get(0)),
        "write %ssource.yaml with publisher: and edition:, or one FILE.source.yaml beside each file"
            .formatted(folder.isEmpty() ? "" : folder + "/"));
  }

  private static String folder(String path) {
    return path.contains("/") ? path.substring(0, path.lastIndexOf('/')) : "";
  }

  private static Notice changedWhileRead(LandingFile file) {
    return Notice.of(
        SourceNotice.FILE_CHANGED_WHILE_READ,
        file.path(),
        "its size or time changed while it was archived, so it was not archived in this run",
        "nothing to do: the next run reads it again");
  }
}
