package org.carbonbook.intake;

import java.io.Serializable;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * One alternative of a glob over the path of a file, in any case of its letters. Of several globs
 * that match, the one that states more of the file's name is meant, and then the one that states
 * more of its folders.
 */
final class PathGlob implements Serializable {

  private static final long serialVersionUID = 1L;

  /** Added to the weight of a glob that states the whole name of a file. */
  private static final int WHOLE_NAME = 1_000_000;

  private static final int NAME = 1000;

  private final String glob;
  private transient PathMatcher matcher;

  private PathGlob(String glob) {
    this.glob = glob.toLowerCase(Locale.ROOT);
  }

  /** The alternatives of a glob, each with its own weight. */
  static List<PathGlob> of(String glob) {
    return expanded(glob).stream().map(PathGlob::new).toList();
  }

  /** The globs that one with {@code {a,b}} stands for. */
  private static List<String> expanded(String glob) {
    int open = glob.indexOf('{');
    int close = glob.indexOf('}', open + 1);
    if (open < 0 || close < 0) {
      return List.of(glob);
    }
    List<String> all = new ArrayList<>();
    for (String one : glob.substring(open + 1, close).split(",", -1)) {
      all.addAll(expanded(glob.substring(0, open) + one + glob.substring(close + 1)));
    }
    return all;
  }

  int weight() {
    String name = glob.substring(glob.lastIndexOf('/') + 1);
    int whole = name.matches("[^*?\\[]+") ? WHOLE_NAME : 0;
    return whole + NAME * literal(name) + literal(glob);
  }

  private static int literal(String text) {
    return text.replaceAll("[*?\\[\\]]", "").length();
  }

  boolean matches(String path) {
    if (matcher == null) {
      matcher = FileSystems.getDefault().getPathMatcher("glob:" + glob);
    }
    return matcher.matches(Path.of(path.toLowerCase(Locale.ROOT)));
  }
}
