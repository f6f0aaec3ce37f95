package org.carbonbook.job.crash;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How far a step has come, seen from outside by the files of the lake. */
enum Moment {
  /** The journal says that the step is at work. */
  BEGUN,
  /** A data file of one of its tables is there that no commit names. */
  WRITING,
  /** One of its tables has a new version. */
  COMMITTED,
  /** Its mark is there. */
  MARKED;

  /** Below a table: the run's folder, what Spark has not committed yet, and partitions. */
  private static final int DEPTH = 8;

  private static final Pattern RUNNING =
      Pattern.compile("\"step\":\"([^\"]+)\",\"place\":\\d+,\"state\":\"RUNNING\"");

  /** The steps that a lake's journal says are at work. */
  static Set<String> stepsAtWork(Path lake) {
    Path journals = lake.resolve("ops/journal");
    try (Stream<Path> files = Files.list(journals)) {
      List<Path> all = files.filter(f -> !f.getFileName().toString().startsWith(".")).toList();
      Set<String> steps = new TreeSet<>();
      for (Path journal : all) {
        Matcher matcher = RUNNING.matcher(Files.readString(journal));
        while (matcher.find()) {
          steps.add(matcher.group(1));
        }
      }
      return steps;
    } catch (NoSuchFileException e) {
      return Set.of();
    } catch (IOException | java.io.UncheckedIOException e) {
      // Replaced while it was read.
      return Set.of();
    }
  }

  /** The files of some tables and of a step's mark at one moment. */
  record Sight(Set<String> data, Set<String> commits, String mark) {

    static Sight of(Path lake, String step, List<String> tables) {
      Set<String> data = new TreeSet<>();
      Set<String> commits = new TreeSet<>();
      for (String table : tables) {
        Path folder = lake.resolve(table.replace('.', '/'));
        data.addAll(names(folder, ".parquet", DEPTH));
        commits.addAll(names(folder.resolve("_delta_log"), ".json", 1));
      }
      return new Sight(data, commits, mark(lake, step));
    }

    /** How far the step has come since an earlier sight. */
    Moment since(Sight begun) {
      if (!mark.equals(begun.mark)) {
        return MARKED;
      }
      if (!commits.equals(begun.commits)) {
        return COMMITTED;
      }
      return data.equals(begun.data) ? BEGUN : WRITING;
    }

    private static String mark(Path lake, String step) {
      try {
        return Files.readString(lake.resolve("ops/steps/" + step + ".json"));
      } catch (IOException e) {
        return "";
      }
    }

    private static Set<String> names(Path folder, String end, int depth) {
      if (!Files.isDirectory(folder)) {
        return Set.of();
      }
      try (Stream<Path> files = Files.walk(folder, depth)) {
        return files
            .map(Path::toString)
            .filter(name -> name.endsWith(end) && (depth == 1 || !name.contains("_delta_log")))
            .filter(name -> !name.substring(name.lastIndexOf('/') + 1).startsWith("."))
            .collect(Collectors.toSet());
      } catch (IOException | java.io.UncheckedIOException e) {
        return Set.of();
      }
    }
  }
}
