package org.carbonbook.lake;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.when;

import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import java.util.stream.Collectors;
import org.apache.spark.sql.Column;

/**
 * How a figure came to be, from the strongest to the weakest: the column {@code origin} of every
 * table of figures. What is computed from other figures takes the weakest origin among them, and is
 * {@link #COMPUTED} where all of them are printed.
 */
public enum Origin {
  /** As a publication prints it, apart from the unit. */
  PRINTED(0),
  /** By a stated formula from printed figures. */
  COMPUTED(1),
  /** An estimate, for example an inventory that a research group published. */
  ESTIMATED(2),
  /** Assumed for want of a figure, for example a city's balance as a share of its province's. */
  ASSUMED(3);

  private final int weakness;

  Origin(int weakness) {
    this.weakness = weakness;
  }

  /** The value of the column. */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * The origin with this text.
   *
   * @throws IllegalArgumentException with the texts that exist, if none has it
   */
  public static Origin of(String text) {
    return Arrays.stream(values())
        .filter(origin -> origin.text().equals(text))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "origin: %s is not one of %s"
                        .formatted(
                            text,
                            Arrays.stream(values())
                                .map(Origin::text)
                                .collect(Collectors.joining(", ")))));
  }

  /** The origin of a figure that is computed from figures of these origins. */
  public static Origin ofComputed(Collection<Origin> inputs) {
    return inputs.stream().reduce(COMPUTED, (a, b) -> a.weakness > b.weakness ? a : b);
  }

  /** An aggregate: the origin of a figure that is computed from all rows of a group. */
  public static Column ofComputed(Column origins) {
    return text(coalesce(max(rank(origins)), lit(COMPUTED.weakness)), COMPUTED);
  }

  /** An aggregate: the weakest origin of a group, which is printed where all of it is printed. */
  public static Column weakest(Column origins) {
    return text(max(rank(origins)), PRINTED);
  }

  private static Column rank(Column origin) {
    Column rank = lit(PRINTED.weakness);
    for (Origin each : values()) {
      rank = when(origin.equalTo(each.text()), each.weakness).otherwise(rank);
    }
    return rank;
  }

  private static Column text(Column rank, Origin strongest) {
    Column text = lit(strongest.text());
    for (Origin each : values()) {
      text =
          each.weakness > strongest.weakness
              ? when(rank.equalTo(each.weakness), each.text()).otherwise(text)
              : text;
    }
    return text;
  }
}
