package org.carbonbook.industry;

import java.io.Serializable;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.carbonbook.conf.ConfRow;
import org.carbonbook.conf.ConfTable;

/** What became of each division when the classification changed. */
public record Concordance(List<Passage> passages) implements Serializable {

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

  public Concordance {
    passages = new ArrayList<>(passages);
  }

  /**
   * Reads {@code concordance.csv} of a folder.
   *
   * @throws IllegalArgumentException for a weight outside 0 to 1
   */
  static Concordance read(Path folder) {
    List<Passage> passages = new ArrayList<>();
    for (ConfRow line : ConfTable.read(folder.resolve("concordance.csv")).rows()) {
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

  private static double weight(ConfRow line) {
    double weight = line.findDecimal("weight").map(BigDecimal::doubleValue).orElse(Double.NaN);
    if (weight <= 0 || weight > 1) {
      throw new IllegalArgumentException(
          "%s: the weight '%s' must be above 0 and at most 1"
              .formatted(line.place(), line.text("weight")));
    }
    return weight;
  }

  /**
   * Why a division of one version differs from the division of the next; empty if it passes as a
   * whole to a division that contains nothing else.
   */
  public Optional<String> findBreak(
      String fromVersion, String fromCode, String toVersion, String toCode) {
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
