package org.carbonbook.intake;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The values that the path template of a format extracts from a file's path, for example {@code
 * UCam_Building_{building}/electricity/{year}.csv}.
 */
public final class PathParts {

  private static final Pattern NAME = Pattern.compile("\\{(\\w+)}");

  private final String path;
  private final Map<String, String> parts;

  private PathParts(String path, Map<String, String> parts) {
    this.path = path;
    this.parts = parts;
  }

  /** The parts of a path; there are none when the template is null or does not match. */
  public static PathParts of(String template, String path) {
    return new PathParts(path, template == null ? Map.of() : match(template, path));
  }

  private static Map<String, String> match(String template, String path) {
    Map<String, String> parts = new LinkedHashMap<>();
    Matcher names = NAME.matcher(template);
    StringBuilder regex = new StringBuilder("(?:.*/)?");
    int end = 0;
    while (names.find()) {
      regex.append(Pattern.quote(template.substring(end, names.start())));
      regex.append("(?<").append(group(names.group(1))).append(">[^/]+?)");
      end = names.end();
      parts.put(names.group(1), "");
    }
    regex.append(Pattern.quote(template.substring(end)));
    Matcher matcher = Pattern.compile(regex.toString()).matcher(path);
    if (!matcher.matches()) {
      return Map.of();
    }
    parts.replaceAll((name, none) -> matcher.group(group(name)));
    return parts;
  }

  /** Names of groups may not hold an underscore. */
  private static String group(String name) {
    return name.replace("_", "");
  }

  /**
   * Replaces the parts in a text: each {@code {name}} of the template, {@code {file}} by the file's
   * name without its extension, and {@code {column}} by {@code column} unless that is null.
   */
  public String fill(String text, String column) {
    if (text == null) {
      return null;
    }
    String filled = text;
    for (Map.Entry<String, String> part : parts.entrySet()) {
      filled = filled.replace("{" + part.getKey() + "}", part.getValue());
    }
    String name = path.substring(path.lastIndexOf('/') + 1).replaceFirst("\\..*$", "");
    filled = filled.replace("{file}", name);
    return column == null ? filled : filled.replace("{column}", column);
  }
}
