package org.carbonbook.sample;

/** What {@code <name>.source.yaml} says of a sample file. */
record Sidecar(
    String kind,
    String publisher,
    String edition,
    String citation,
    String licence,
    String region,
    String origin) {
  static final String YEARBOOK = "China Energy Statistical Yearbook 2008";
  static final String STATISTICS = "国家统计局能源统计司 (National Bureau of Statistics)";
  private static final String OFFICIAL =
      "figures: official statistics, free to cite with the source; layout of this file:"
          + " the project's own";
  private static final String CITED =
      "figures: free to use with citation, restated and rounded; layout of this file:"
          + " the project's own";

  Sidecar(String kind, String publisher, String edition, String citation) {
    this(kind, publisher, edition, citation, OFFICIAL, null, null);
  }

  /** Of an inventory of researchers. */
  static Sidecar inventory(String edition, String citation) {
    return new Sidecar(
        "series",
        "CEADs, Carbon Emission Accounts and Datasets",
        edition,
        citation,
        CITED,
        null,
        "estimated");
  }

  String yaml() {
    return line("kind", kind)
        + line("publisher", publisher)
        + line("edition", edition)
        + line("citation", citation)
        + line("licence", licence)
        + (region == null ? "" : line("region", region))
        + (origin == null ? "" : line("origin", origin));
  }

  /** The same for a table that does not name its region. */
  Sidecar of(String code) {
    return new Sidecar(kind, publisher, edition, citation, licence, code, origin);
  }

  /** The same for figures that are not printed. */
  Sidecar withOrigin(String text) {
    return new Sidecar(kind, publisher, edition, citation, licence, region, text);
  }

  private static String line(String key, String value) {
    return key + ": \"" + value.replace("\\", "\\\\").replace("\"", "\\\"") + "\"\n";
  }
}
