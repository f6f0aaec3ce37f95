package org.carbonbook.decomposition.identity;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.carbonbook.conf.NearestNames;

/** Checks names against the known names, and suggests similar names when a name is unknown. */
public final class KnownNames {

  private static final int OFFERED = 3;

  private KnownNames() {}

  static void require(
      Collection<String> known, String name, String text, int position, String kind) {
    if (!known.contains(name)) {
      throw new IdentityException(
          text,
          position,
          kind + " '" + name + "' is not a column of the input; nearest: " + nearest(known, name));
    }
  }

  /** The position of an index in the brackets of the term that begins at a position of the text. */
  static int indexPosition(String text, String index, int termPosition) {
    int bracket = text.indexOf('[', termPosition);
    Matcher whole =
        Pattern.compile("(?<![\\p{L}\\p{N}_])" + Pattern.quote(index) + "(?![\\p{L}\\p{N}_])")
            .matcher(text);
    return bracket >= 0 && whole.find(bracket) ? whole.start() : termPosition;
  }

  /** The known names that are most similar to a name, nearest first, joined by commas. */
  public static String nearest(Collection<String> known, String name) {
    List<String> nearest =
        NearestNames.list(name, known.stream().sorted().toList(), OFFERED, KnownNames::lower);
    return nearest.isEmpty() ? "none" : String.join(", ", nearest);
  }

  private static String lower(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
