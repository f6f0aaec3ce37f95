package org.carbonbook.decomposition.method;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** The methods at hand; {@code docs/methods/decomposition.md} has their formulas and sources. */
public enum Method {
  LMDI1("lmdi1"),
  LMDI2("lmdi2"),
  /** Das Gupta's; also the mean of all orders of a structural decomposition. */
  SHAPLEY("shapley"),
  /** The mean of the two polar orders, usual in structural decomposition. */
  POLAR("polar"),
  LASPEYRES("laspeyres"),
  PAASCHE("paasche"),
  MARSHALL_EDGEWORTH("marshall-edgeworth");

  private final String code;

  Method(String code) {
    this.code = code;
  }

  /** The name on the command line and in tables. */
  public String code() {
    return code;
  }

  /** The method's arithmetic. */
  public EffectMethod effects() {
    return switch (this) {
      case LMDI1 -> new LmdiOne();
      case LMDI2 -> new LmdiTwo();
      case SHAPLEY -> new ShapleyProduct();
      case POLAR -> new PolarMean();
      case LASPEYRES -> new FixedWeight(1, 0);
      case PAASCHE -> new FixedWeight(0, 1);
      case MARSHALL_EDGEWORTH -> new FixedWeight(0.5, 0.5);
    };
  }

  /**
   * The method of that name; {@code das-gupta} and {@code sda} are the Shapley value, {@code
   * sda-polar} the polar mean.
   *
   * @throws IllegalArgumentException listing the names
   */
  public static Method parse(String name) {
    String sought = name.toLowerCase(Locale.ROOT).replace('_', '-');
    String canonical =
        switch (sought) {
          case "lmdi-i", "lmdi-1", "lmdi" -> "lmdi1";
          case "lmdi-ii", "lmdi-2" -> "lmdi2";
          case "dasgupta", "das-gupta", "sda" -> "shapley";
          case "sda-polar" -> "polar";
          default -> sought;
        };
    return Arrays.stream(values())
        .filter(m -> m.code.equals(canonical))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "method '"
                        + name
                        + "' is unknown: one of "
                        + Arrays.stream(values())
                            .map(Method::code)
                            .collect(Collectors.joining(", "))));
  }
}
