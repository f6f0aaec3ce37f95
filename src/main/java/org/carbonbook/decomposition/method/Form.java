package org.carbonbook.decomposition.method;

import java.util.Locale;

/** Whether effects add up to the difference or multiply to the ratio. */
public enum Form {
  ADDITIVE,
  MULTIPLICATIVE;

  /**
   * The form of that name, in any case.
   *
   * @throws IllegalArgumentException naming the two forms
   */
  public static Form parse(String name) {
    return switch (name.toLowerCase(Locale.ROOT)) {
      case "additive" -> ADDITIVE;
      case "multiplicative" -> MULTIPLICATIVE;
      default ->
          throw new IllegalArgumentException(
              "form '" + name + "' is unknown: additive or multiplicative");
    };
  }

  /** The name on the command line and in tables. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
