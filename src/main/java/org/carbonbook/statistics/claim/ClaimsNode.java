package org.carbonbook.statistics.claim;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** One claim or series of a claims file, with messages that name it. */
final class ClaimsNode {

  private final Path file;
  private final String place;
  private final JsonNode node;

  ClaimsNode(Path file, String what, String nameKey, JsonNode node) {
    this.file = file;
    this.node = node;
    this.place = what + " " + node.path(nameKey).asText("without " + nameKey);
  }

  ClaimsFileException wrong(String what) {
    return new ClaimsFileException(file, place, what);
  }

  void requireKnown(Set<String> keys) {
    node.fieldNames()
        .forEachRemaining(
            key -> {
              if (!keys.contains(key)) {
                throw wrong(
                    "unknown key '%s'; the keys are %s"
                        .formatted(key, String.join(", ", new TreeSet<>(keys))));
              }
            });
  }

  String text(String key) {
    return find(key).orElseThrow(() -> wrong("the key '%s' is missing".formatted(key)));
  }

  Optional<String> find(String key) {
    String text = node.path(key).asText("").trim();
    return text.isEmpty() ? Optional.empty() : Optional.of(text);
  }

  int year(String key) {
    String text = text(key);
    if (!text.matches("[0-9]{4}")) {
      throw wrong("%s '%s' is not a year".formatted(key, text));
    }
    return Integer.parseInt(text);
  }

  List<String> list(String key) {
    List<String> texts = findList(key);
    if (texts.size() < 2) {
      throw wrong("the key '%s' must list at least two series".formatted(key));
    }
    return texts;
  }

  /** The texts of a list; none when the key is absent. */
  List<String> findList(String key) {
    List<String> texts = new ArrayList<>();
    node.path(key).forEach(item -> texts.add(item.asText()));
    return texts;
  }

  /** The texts of a mapping by key; none when the key is absent. */
  Map<String, String> findTexts(String key) {
    Map<String, String> texts = new TreeMap<>();
    node.path(key).fields().forEachRemaining(e -> texts.put(e.getKey(), e.getValue().asText()));
    return texts;
  }

  Map<Integer, Double> yearlyValues(String key) {
    Map<Integer, Double> values = new TreeMap<>();
    node.path(key)
        .fields()
        .forEachRemaining(
            entry -> {
              String year = entry.getKey();
              if (!year.matches("[0-9]{4}") || !entry.getValue().isNumber()) {
                throw wrong(
                    "'%s: %s' under %s is not year: number"
                        .formatted(year, entry.getValue().asText(), key));
              }
              values.put(Integer.valueOf(year), entry.getValue().asDouble());
            });
    return values;
  }
}
