package org.carbonbook.conf;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Reads a YAML file of the configuration as a record: the key {@code held_back} is the component
 * {@code heldBack}. A key that the record does not have, and a key that occurs twice, are faults.
 */
public final class ConfYaml {

  private static final ObjectMapper YAML =
      YAMLMapper.builder()
          .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
          .build();

  private ConfYaml() {}

  /**
   * Reads a file and fails at its first fault.
   *
   * @throws IllegalArgumentException in one line with file, line, key and remedy
   */
  public static <T> T read(Path file, Class<T> type) {
    return read(file, file.toString(), type, ConfYaml::fail).orElseThrow();
  }

  /**
   * Reads a file and reports its fault, if it has one.
   *
   * @param name the file as messages name it
   * @return nothing when the file has a fault
   */
  public static <T> Optional<T> read(
      Path file, String name, Class<T> type, Consumer<ConfFault> faults) {
    return ConfText.read(file, name, faults).flatMap(text -> convert(name, text, type, faults));
  }

  /** Reads bytes as {@link #read(Path, String, Class, Consumer)} reads a file. */
  public static <T> Optional<T> parse(
      String name, byte[] bytes, Class<T> type, Consumer<ConfFault> faults) {
    return ConfText.decode(name, bytes, faults).flatMap(text -> convert(name, text, type, faults));
  }

  /**
   * Reads a text as {@link #read(Path, Class)} reads a file.
   *
   * @param name the file that contains the text, as messages name it
   */
  public static <T> T parse(String name, String text, Class<T> type) {
    return convert(name, text, type, ConfYaml::fail).orElseThrow();
  }

  /**
   * Reads a file whose keys are free.
   *
   * @return the keys with their values; none when the file holds nothing but comments
   * @throws IllegalArgumentException in one line with file, line and remedy
   */
  public static JsonNode readTree(Path file) {
    String name = file.toString();
    String text = ConfText.read(file, name, ConfYaml::fail).orElseThrow();
    try {
      JsonNode root = YAML.readTree(text);
      if (root.isMissingNode() || root.isNull()) {
        return YAML.createObjectNode();
      }
      if (!root.isObject()) {
        throw new ConfFault(ConfFault.Kind.NOT_YAML, name, "must be keys with values").exception();
      }
      return root;
    } catch (JacksonException e) {
      throw YamlFaults.of(name, text, e).exception();
    }
  }

  private static <T> Optional<T> convert(
      String name, String text, Class<T> type, Consumer<ConfFault> faults) {
    try (JsonParser parser = YAML.createParser(text)) {
      JsonToken first = parser.nextToken();
      if (first == null || first == JsonToken.VALUE_NULL) {
        faults.accept(new ConfFault(ConfFault.Kind.EMPTY, name, "holds no key"));
        return Optional.empty();
      }
      return Optional.of(YAML.readValue(parser, type));
    } catch (JacksonException e) {
      faults.accept(YamlFaults.of(name, text, e));
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(name, e);
    }
  }

  private static void fail(ConfFault fault) {
    throw fault.exception();
  }
}
