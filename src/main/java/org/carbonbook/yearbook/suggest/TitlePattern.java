package org.carbonbook.yearbook.suggest;

import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.carbonbook.yearbook.vocabulary.LabelText;
import org.carbonbook.yearbook.vocabulary.RegionNames;

/**
 * The pattern of a title, in which number, region and year of the table may be others.
 *
 * @param pattern a regular expression on the compact text
 * @param namesRegion whether it has a group {@code region}
 * @param namesYear whether it has a group {@code year}
 */
record TitlePattern(String pattern, boolean namesRegion, boolean namesYear) {

  private static final Pattern NUMBER = Pattern.compile("^\\d{1,2}[-—–.]\\d{1,2}");
  private static final Pattern QUOTED = Pattern.compile("\\\\Q(.*?)\\\\E", Pattern.DOTALL);
  private static final Pattern YEAR = Pattern.compile("(?:19|20)\\d{2}");

  static TitlePattern of(String title, RegionNames regions) {
    String text = LabelText.compact(title);
    Matcher number = NUMBER.matcher(text);
    String rest = number.find() ? text.substring(number.end()) : text;
    String prefix =
        number.hitEnd() || rest.length() < text.length() ? "(?:\\d{1,2}[-—–.]\\d{1,2})?" : "";
    Optional<String> region =
        regions.listNames().stream()
            .filter(name -> name.length() > 1 && rest.contains(name))
            .max(Comparator.comparingInt(String::length));
    String marked =
        region.map(name -> rest.replaceFirst(regionWithLevel(name), "\u0001")).orElse(rest);
    Matcher year = YEAR.matcher(marked);
    boolean hasYear = year.find();
    marked = hasYear ? year.replaceFirst("\u0002") : marked;
    String pattern =
        Pattern.quote(marked)
            .replace("\u0001", "\\E(?<region>\\p{IsHan}{2,12}?)\\Q")
            .replace("\u0002", "\\E(?<year>(?:19|20)\\d{2})\\Q");
    return new TitlePattern(prefix + unquoted(pattern), region.isPresent(), hasYear);
  }

  private static String regionWithLevel(String name) {
    return Pattern.quote(name) + "[省市]?";
  }

  /** Quoting is needed only around characters with a meaning of their own. */
  private static String unquoted(String pattern) {
    return QUOTED
        .matcher(pattern)
        .replaceAll(
            quoted ->
                Matcher.quoteReplacement(
                    quoted.group(1).replaceAll("([\\[\\](){}.*+?^$|\\\\])", "\\\\$1")));
  }
}
