package org.carbonbook.conf;

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
import java.util.List;
import java.util.regex.Pattern;

/**
 * Reads a YAML file of the configuration as a record: the key {@code held_back} is the component
 * {@code heldBack}. A key that the record does not have is an error.
 */
public final class ConfYaml {

  private static final ObjectMapper YAML =
      YAMLMapper.builder()
          .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
          .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
          .build();

  private ConfYaml() {}

  /**
   * One file as a record.
   *
   * @throws IllegalArgumentException in one line with the file and the line when it does not fit
   */
  public static <T> T read(Path file, Class<T> type) {
    String text = text(file);
    try {
      return YAML.readValue(text, type);
    } catch (UnrecognizedPropertyException e) {
      List<String> known = e.getKnownPropertyIds().stream().map(Object::toString).sorted().toList();
      throw new IllegalArgumentException(
          "%s:%d: unknown key '%s'; known are %s"
              .formatted(
                  file,
                  lineOf(e.getPropertyName(), text),
                  e.getPropertyName(),
                  String.join(", ", known)),
          e);
    } catch (JacksonException e) {
      JsonLocation at = e.getLocation();
      String place = at == null ? file.toString() : file + ":" + at.getLineNr();
      String what = e.getOriginalMessage().lines().findFirst().orElse("not readable");
      throw new IllegalArgumentException(place + ": " + what, e);
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new IllegalArgumentException(
          "%s cannot be read as UTF-8: %s".formatted(file, e.getMessage()), e);
    }
  }

  /** Records are built after their last key is read, so the exception does not have the line. */
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
