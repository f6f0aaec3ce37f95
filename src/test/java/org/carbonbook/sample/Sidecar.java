package org.carbonbook.sample;

/** What {@code <name>.source.yaml} says of a sample file. */
record Sidecar(String kind, String publisher, String edition, String citation) {
  static final String YEARBOOK = "China Energy Statistical Yearbook 2008";
  static final String STATISTICS = "国家统计局能源统计司 (National Bureau of Statistics)";
  private static final String LICENCE =
      "figures: official statistics, free to cite with the source; layout of this file:"
          + " the project's own";

  String yaml() {
    return line("kind", kind)
        + line("publisher", publisher)
        + line("edition", edition)
        + line("citation", citation)
        + line("licence", LICENCE);
  }

  private static String line(String key, String value) {
    return key + ": \"" + value.replace("\\", "\\\\").replace("\"", "\\\"") + "\"\n";
  }
}
