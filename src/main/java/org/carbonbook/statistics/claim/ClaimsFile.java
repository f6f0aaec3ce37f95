package org.carbonbook.statistics.claim;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.carbonbook.conf.ConfYaml;
import org.carbonbook.statistics.growth.GrowthMethod;
import org.carbonbook.statistics.growth.PriceBasis;
import org.carbonbook.statistics.series.TimeSeries;

/**
 * A YAML file of claims, with the series that the sentences themselves give, if any. {@code
 * docs/methods/statistics.md} describes the keys.
 *
 * @param region region that the file is about; empty where it does not say
 * @param claims the claims in the order of the file
 * @param series the series given in the file
 */
public record ClaimsFile(Optional<String> region, List<Claim> claims, List<NamedSeries> series) {

  private static final Set<String> CLAIM_KEYS =
      Set.of(
          "id",
          "sentence",
          "sentence_en",
          "unit",
          "series",
          "per",
          "region",
          "kind",
          "said",
          "from",
          "to",
          "year",
          "method",
          "price_basis",
          "parts",
          "note");

  private static final Set<String> SERIES_KEYS =
      Set.of(
          "name",
          "region",
          "unit",
          "price_basis",
          "source",
          "origin",
          "lookup",
          "not_independent_of",
          "values");

  /**
   * Reads a file.
   *
   * @throws ClaimsFileException when the file is not a claims file; the message names claim and key
   * @throws IllegalArgumentException in one line when the file is not YAML or cannot be read
   */
  public static ClaimsFile read(Path file) {
    JsonNode root = ConfYaml.readTree(file);
    List<Claim> claims = new ArrayList<>();
    if (!root.path("claims").isArray()) {
      throw new ClaimsFileException(file, "", "has no list 'claims'");
    }
    root.path("claims")
        .forEach(node -> claims.add(claim(new ClaimsNode(file, "claim", "id", node))));
    List<NamedSeries> series = new ArrayList<>();
    root.path("series")
        .forEach(node -> series.add(series(new ClaimsNode(file, "series", "name", node))));
    String region = root.path("region").asText("").strip();
    return new ClaimsFile(
        region.isEmpty() ? Optional.empty() : Optional.of(region),
        List.copyOf(claims),
        List.copyOf(series));
  }

  /** The series given in the file, as a source. */
  public SeriesSource source() {
    return () -> series;
  }

  private static Claim claim(ClaimsNode node) {
    node.requireKnown(CLAIM_KEYS);
    String kindText = node.text("kind");
    ClaimKind kind =
        ClaimKind.findById(kindText)
            .orElseThrow(
                () ->
                    node.wrong(
                        "kind '%s' is not one of growth, yearly_growth, direction, difference, level, sum"
                            .formatted(kindText)));
    String saidText = node.text("said");
    ClaimedFigure said =
        ClaimedFigure.find(saidText)
            .orElseThrow(() -> node.wrong("said '%s' is not a figure".formatted(saidText)));
    requireDirection(node, kind, said);
    int from = kind.needsWindow() ? node.year("from") : node.year("year");
    int to = kind.needsWindow() ? node.year("to") : from;
    if (kind.needsWindow() && to <= from) {
      throw node.wrong("from %d is not before to %d".formatted(from, to));
    }
    List<String> parts = kind.needsParts() ? node.list("parts") : List.of();
    return new Claim(
        node.text("id"),
        node.text("sentence"),
        node.find("sentence_en"),
        node.find("unit"),
        kind,
        kind.needsParts() ? parts.get(0) : node.text("series"),
        node.find("per"),
        node.find("region"),
        said,
        from,
        to,
        node.find("method").map(text -> method(node, text)),
        node.find("price_basis").map(text -> basis(node, text)),
        parts);
  }

  private static void requireDirection(ClaimsNode node, ClaimKind kind, ClaimedFigure said) {
    boolean isDirection = said.relation() == ClaimedFigure.Relation.DIRECTION;
    if (isDirection != (kind == ClaimKind.DIRECTION)) {
      throw node.wrong(
          "kind '%s' and said '%s' do not go together; a direction is rising, falling or unchanged"
              .formatted(kind.id(), said.text()));
    }
  }

  private static NamedSeries series(ClaimsNode node) {
    node.requireKnown(SERIES_KEYS);
    TreeMap<Double, Double> values = new TreeMap<>();
    node.yearlyValues("values").forEach((year, value) -> values.put((double) year, value));
    double[] times = values.keySet().stream().mapToDouble(Double::doubleValue).toArray();
    double[] numbers = values.values().stream().mapToDouble(Double::doubleValue).toArray();
    TimeSeries series =
        TimeSeries.of(times, numbers)
            .find()
            .orElseThrow(() -> node.wrong("'values' holds no value; give year: value"));
    return new NamedSeries(
        node.text("name"),
        node.find("region"),
        node.find("price_basis").map(text -> basis(node, text)).orElse(PriceBasis.notMoney()),
        series,
        Set.copyOf(node.findList("not_independent_of")),
        new NamedSeries.Provenance(
            node.find("unit").orElse(""),
            node.find("source").orElse(""),
            node.find("origin").orElse("printed"),
            node.findTexts("lookup")));
  }

  private static GrowthMethod method(ClaimsNode node, String text) {
    return GrowthMethod.findById(text)
        .orElseThrow(
            () ->
                node.wrong(
                    "method '%s' is not one of total, simple, mean of yearly, compound"
                        .formatted(text)));
  }

  private static PriceBasis basis(ClaimsNode node, String text) {
    Optional<PriceBasis> basis = PriceBasis.findByText(text);
    return basis.orElseThrow(
        () ->
            node.wrong(
                "price_basis '%s' is not one of current, constant YEAR, not money"
                    .formatted(text)));
  }
}
