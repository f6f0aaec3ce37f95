package org.carbonbook.meter;

import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A file of readings to be read.
 *
 * @param path its path below the landing folder
 * @param location where its bytes are
 * @param bytes its size
 * @param sequence its place in the order of arrival: of two readings for one instant the later one
 *     stands
 * @param latestS the last second a stamp may name: a day after the file was made
 * @param format how it is read
 */
record MeterFile(
    String path, String location, long bytes, long sequence, long latestS, ReadingFormat format)
    implements Serializable {

  boolean isGzip() {
    return path.toLowerCase(Locale.ROOT).endsWith(".gz");
  }

  /** Whether reading may start in the middle. */
  boolean isSplittable() {
    return !isGzip() && format.container() == ReadingFormat.Container.CSV && format.isScannedAsIs();
  }

  /** The parts of the path that the format's template names. */
  Map<String, String> parts() {
    Map<String, String> parts = new LinkedHashMap<>();
    if (format.path() == null) {
      return parts;
    }
    Matcher names = Pattern.compile("\\{(\\w+)}").matcher(format.path());
    StringBuilder regex = new StringBuilder("(?:.*/)?");
    int end = 0;
    while (names.find()) {
      regex.append(Pattern.quote(format.path().substring(end, names.start())));
      regex.append("(?<").append(names.group(1).replace("_", "")).append(">[^/]+?)");
      end = names.end();
      parts.put(names.group(1), "");
    }
    regex.append(Pattern.quote(format.path().substring(end)));
    Matcher matcher = Pattern.compile(regex.toString()).matcher(path);
    if (!matcher.matches()) {
      return Map.of();
    }
    parts.replaceAll((name, none) -> matcher.group(name.replace("_", "")));
    return parts;
  }

  /** A text of the format with the parts of the path, and {@code {column}} if given, put in. */
  String fill(String template, String column) {
    if (template == null) {
      return null;
    }
    String filled = template;
    for (Map.Entry<String, String> part : parts().entrySet()) {
      filled = filled.replace("{" + part.getKey() + "}", part.getValue());
    }
    String name = path.substring(path.lastIndexOf('/') + 1).replaceFirst("\\..*$", "");
    filled = filled.replace("{file}", name);
    return column == null ? filled : filled.replace("{column}", column);
  }
}
