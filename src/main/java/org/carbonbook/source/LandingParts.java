package org.carbonbook.source;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.hadoop.conf.Configuration;
import org.carbonbook.source.Landing.LandingFile;

/**
 * A landing folder on this machine, cut into parts by the year, the edition or the date that its
 * files are about: the year that the sidecar of a file states, otherwise the only year or date in
 * its path. Files with none or several years form a separate part.
 */
public final class LandingParts {

  /** The name of the part of files that belong to no year, edition or date. */
  public static final String UNDATED = "undated";

  private static final Pattern YEAR = Pattern.compile("(?<!\\d)((?:19|20)\\d\\d)(?!\\d)");
  private static final Pattern DATE =
      Pattern.compile(
          "(?<!\\d)((?:19|20)\\d\\d)-?(0[1-9]|1[0-2])(?:-?(0[1-9]|[12]\\d|3[01]))?(?!\\d)");

  /** What the parts are. */
  public enum By {
    YEAR,
    EDITION,
    DATE;

    /** The word for it. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private final Path root;
  private final SortedMap<String, List<Path>> parts = new TreeMap<>();

  /**
   * Lists a landing folder.
   *
   * @throws IllegalArgumentException when it is not a folder of this machine
   */
  public LandingParts(String folder, By by, Configuration hadoop) {
    this.root = Path.of(folder.replaceFirst("^file:(//)?", "")).toAbsolutePath();
    if (!Files.isDirectory(root)) {
      throw new IllegalArgumentException(
          "a backfill needs a landing folder on this machine, but %s is not one; give an existing folder with --landing"
              .formatted(folder));
    }
    Landing landing = Landing.list(root.toString(), hadoop);
    for (LandingFile file : landing.listFiles()) {
      String part = part(file.path(), landing.facts(file), by);
      parts.computeIfAbsent(part, none -> new ArrayList<>()).add(root.resolve(file.path()));
    }
  }

  /** The files of each part, by its name; dates are {@code yyyy-MM-dd} or {@code yyyy-MM}. */
  public SortedMap<String, List<Path>> listParts() {
    return parts;
  }

  /**
   * Makes a landing folder of some files: links to them and to what is stated beside them, at the
   * same places.
   */
  public void link(List<Path> files, Path folder) {
    try {
      Files.createDirectories(folder);
      for (Path file : files) {
        link(file, folder);
        link(file.resolveSibling(file.getFileName() + Landing.SIDECAR), folder);
        for (Path above = file.getParent(); above.startsWith(root); above = above.getParent()) {
          link(above.resolve(Landing.FOLDER_SIDECAR), folder);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot link files into " + folder, e);
    }
  }

  private void link(Path file, Path folder) throws IOException {
    Path link = folder.resolve(root.relativize(file));
    if (Files.exists(file) && Files.notExists(link)) {
      Files.createDirectories(link.getParent());
      Files.createSymbolicLink(link, file);
    }
  }

  private static String part(String path, SourceFacts facts, By by) {
    return switch (by) {
      case EDITION -> facts.edition() == null ? UNDATED : facts.edition();
      case YEAR ->
          facts.year() == null ? only(path, YEAR, LandingParts::year) : facts.year().toString();
      case DATE -> only(path, DATE, LandingParts::date);
    };
  }

  private static String only(
      String path, Pattern pattern, java.util.function.Function<Matcher, String> text) {
    Set<String> found = new TreeSet<>();
    Matcher matcher = pattern.matcher(path);
    while (matcher.find()) {
      found.add(text.apply(matcher));
    }
    return found.size() == 1 ? found.iterator().next() : UNDATED;
  }

  private static String year(Matcher matcher) {
    return matcher.group(1);
  }

  private static String date(Matcher matcher) {
    String month = matcher.group(1) + "-" + matcher.group(2);
    return matcher.group(3) == null ? month : month + "-" + matcher.group(3);
  }
}
