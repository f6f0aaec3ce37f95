package org.carbonbook.industry;

import java.io.Serializable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What became of each division when the classification changed. */
record Concordance(List<Passage> passages) implements Serializable {

  /**
   * A part of an old division that became a part of a new one.
   *
   * @param weight the share of the old division that passes; NaN where nobody published it
   * @param reason why, in words
   */
  record Passage(
      String fromVersion,
      String fromCode,
      String toVersion,
      String toCode,
      double weight,
      String reason)
      implements Serializable {}

  Concordance {
    passages = new ArrayList<>(passages);
  }

  /**
   * Reads {@code concordance.csv} of a folder.
   *
   * @throws IllegalArgumentException for a weight outside 0 to 1
   */
  static Concordance read(Path folder) {
    List<Passage> passages = new ArrayList<>();
    for (ConfTable.Line line : ConfTable.read(folder.resolve("concordance.csv"))) {
      passages.add(
          new Passage(
              line.filled("from_version"),
              line.filled("from_code"),
              line.filled("to_version"),
              line.filled("to_code"),
              weight(line),
              line.filled("reason")));
    }
    return new Concordance(passages);
  }

  private static double weight(ConfTable.Line line) {
    String text = line.text("weight");
    if (text.isEmpty()) {
      return Double.NaN;
    }
    try {
      double weight = Double.parseDouble(text);
      if (weight > 0 && weight <= 1) {
        return weight;
      }
    } catch (NumberFormatException e) {
      // Falls through to the message below, which names the place.
    }
    throw new IllegalArgumentException(
        "%s: the weight '%s' is not above 0 and at most 1".formatted(line.place(), text));
  }

  /**
   * Why a division of one version is not the division of the next; empty where it passes whole to
   * one that takes in nothing else.
   */
  Optional<String> findBreak(String fromVersion, String fromCode, String toVersion, String toCode) {
    List<Passage> touching =
        passages.stream()
            .filter(p -> p.fromVersion().equals(fromVersion) && p.toVersion().equals(toVersion))
            .filter(p -> p.fromCode().equals(fromCode) || p.toCode().equals(toCode))
            .toList();
    if (touching.isEmpty()) {
      return Optional.of("no concordance");
    }
    boolean whole =
        touching.size() == 1
            && touching.get(0).weight() == 1
            && touching.get(0).fromCode().equals(fromCode)
            && touching.get(0).toCode().equals(toCode);
    return whole
        ? Optional.empty()
        : Optional.of(
            touching.stream().map(Passage::reason).distinct().collect(Collectors.joining("; ")));
  }
}
