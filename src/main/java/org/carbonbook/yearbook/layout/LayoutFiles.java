package org.carbonbook.yearbook.layout;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads the YAML files of {@code conf}; a key that is not known is an error with file and line. */
public final class LayoutFiles {

  private static final ObjectMapper YAML =
      YAMLMapper.builder()
          .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
          .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
          .build();

  private LayoutFiles() {}

  /** All layouts of a folder, by file name. */
  public static List<Layout> load(Path folder) throws IOException {
    List<Path> files;
    try (Stream<Path> listed = Files.list(folder)) {
      files = listed.filter(file -> file.toString().endsWith(".yaml")).sorted().toList();
    }
    List<Layout> layouts = new ArrayList<>();
    for (Path file : files) {
      layouts.add(read(file, Layout.class));
    }
    return layouts;
  }

  /**
   * One YAML file as a record.
   *
   * @throws IllegalArgumentException naming file and line when it does not fit
   */
  public static <T> T read(Path file, Class<T> type) throws IOException {
    String text = Files.readString(file);
    try {
      return YAML.readValue(text, type);
    } catch (UnrecognizedPropertyException e) {
      String known =
          String.join(
              ", ", e.getKnownPropertyIds().stream().map(Object::toString).sorted().toList());
      throw new IllegalArgumentException(
          String.format(
              "%s:%d: unknown key '%s'; known are %s",
              file, lineOf(e.getPropertyName(), text), e.getPropertyName(), known),
          e);
    } catch (JacksonException e) {
      JsonLocation at = e.getLocation();
      String place = at == null ? file.toString() : file + ":" + at.getLineNr();
      throw new IllegalArgumentException(place + ": " + e.getOriginalMessage(), e);
    }
  }

  /** Records are built after their last key is read, so the exception does not know the line. */
  private static int lineOf(String key, String text) {
    Pattern mention = Pattern.compile("(^|[\\s{,])" + Pattern.quote(key) + "\\s*:");
    int number = 0;
    for (String line : text.lines().toList()) {
      number++;
      if (mention.matcher(line).find()) {
        return number;
      }
    }
    return 1;
  }
}
