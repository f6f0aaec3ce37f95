package org.carbonbook.industry;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.carbonbook.industry.Industries.Industry;
import org.carbonbook.industry.IndustrySets.IndustrySet;
import org.carbonbook.lake.TableRows;

/**
 * The accounts of one region: of the industries of all sets, of the sets, and of all industry, one
 * row for each year and each pair of price basis and energy basis. Of several publications the one
 * with the latest edition counts for a measure and year; a share is taken of a total of the same
 * publication. Output is gross output, or the value of sales in a year without gross output.
 */
final class Accounts {

  static final String TABLE = "core.industry_account";

  /** The rows of the table. */
  static final TableRows ROWS = TableRows.of(TABLE);

  private static final String ALL_INDUSTRY = "industry";

  /** Intensities are per ten thousand yuan, as Chinese statistics print them. */
  private static final double INTENSITY_UNIT_YUAN = 10_000;

  private final IndustryRules rules;
  private final String region;
  private final List<AccountSeries> series;
  private final Map<String, String> codes = new LinkedHashMap<>();

  /**
   * Accounts of a region.
   *
   * @param series all series of the region, in their order
   */
  Accounts(IndustryRules rules, String region, List<AccountSeries> series) {
    this.rules = rules;
    this.region = region;
    this.series = List.copyOf(series);
    for (IndustrySet set : rules.sets().byCode().values()) {
      set.listMembers().forEach(member -> codes.putIfAbsent(member, codeOf(member)));
    }
    rules.sets().byCode().keySet().forEach(set -> codes.put(set, set));
    codes.put(ALL_INDUSTRY, codeOf(ALL_INDUSTRY));
  }

  /**
   * The division in the newest version that has it; with the version where that is not the last.
   */
  private String codeOf(String sector) {
    List<String> divisions =
        rules.industries().find(sector).map(Industry::divisions).orElse(List.of());
    for (int i = divisions.size() - 1; i >= 0; i--) {
      if (!divisions.get(i).isEmpty()) {
        String version = rules.classifications().versions().get(i).version();
        return i == divisions.size() - 1 ? divisions.get(i) : version + ":" + divisions.get(i);
      }
    }
    return sector;
  }

  List<Row> list() {
    List<Row> rows = new ArrayList<>();
    codes.forEach((sector, code) -> rows.addAll(rowsOf(sector, code)));
    return rows;
  }

  private List<Row> rowsOf(String sector, String code) {
    List<AccountSeries> own = series.stream().filter(s -> sector.equals(s.sector())).toList();
    TreeSet<Integer> years = new TreeSet<>();
    own.stream()
        .filter(s -> Arrays.stream(AccountMeasure.values()).anyMatch(m -> m.isOf(s)))
        .forEach(s -> years.addAll(s.figures().keySet()));
    List<Row> rows = new ArrayList<>();
    for (int year : years) {
      for (String prices : bases(own, year, AccountMeasure.OUTPUT, AccountMeasure.VALUE_ADDED)) {
        for (String energy : bases(own, year, AccountMeasure.ENERGY)) {
          Bases bases = new Bases(year, prices, energy);
          rows.add(row(sector, code, own, bases).set("line", rows.size()).build());
        }
      }
    }
    return rows;
  }

  /** The bases in which a year has figures; one null where it has none. */
  private static Set<String> bases(List<AccountSeries> own, int year, AccountMeasure... measures) {
    Set<String> bases = new LinkedHashSet<>();
    for (AccountSeries each : own) {
      for (AccountMeasure measure : measures) {
        if (measure.isOf(each) && each.find(year).isPresent()) {
          bases.add(each.basis());
        }
      }
    }
    if (bases.isEmpty()) {
      bases.add(null);
    }
    return bases;
  }

  /** What a row is about beside the industry. */
  private record Bases(int year, String prices, String energy) {

    boolean fits(AccountMeasure measure, AccountSeries series) {
      return switch (measure) {
        case OUTPUT, VALUE_ADDED -> Objects.equals(prices, series.basis());
        case ENERGY -> Objects.equals(energy, series.basis());
        case ELECTRICITY, CO2 -> true;
      };
    }
  }

  private TableRows.RowBuilder row(
      String sector, String code, List<AccountSeries> own, Bases bases) {
    TableRows.RowBuilder row = ROWS.row();
    Map<AccountMeasure, Double> values = new EnumMap<>(AccountMeasure.class);
    Set<String> editions = new TreeSet<>();
    String classification = null;
    String outputIndicator = null;
    for (AccountMeasure measure : AccountMeasure.values()) {
      Optional<AccountSeries> found =
          findLatest(own.stream().filter(measure::isOf), measure, bases);
      Optional<AccountSeries.Figure> figure = found.flatMap(s -> s.find(bases.year()));
      figure.ifPresent(f -> values.put(measure, f.value()));
      figure.map(AccountSeries.Figure::edition).ifPresent(editions::add);
      row.set(measure.column(), values.get(measure));
      row.set(measure.seriesColumn(), figure.map(AccountSeries.Figure::series).orElse(null));
      if (measure == AccountMeasure.OUTPUT) {
        outputIndicator = found.map(AccountSeries::indicator).orElse(null);
      }
      if (measure.hasShare()) {
        setShare(row, measure, found, bases);
      }
      if (classification == null) {
        classification = figure.map(AccountSeries.Figure::classification).orElse(null);
      }
    }
    Double yuan = values.get(AccountMeasure.OUTPUT);
    return row.set("region_code", region)
        .set("year", bases.year())
        .set("industry_code", code)
        .set("industry", nameOf(sector))
        .set("sector", sector)
        .set("classification", classification)
        .set("output_basis", bases.prices())
        .set("output_indicator", outputIndicator)
        .set("energy_basis", bases.energy())
        .set("energy_intensity", intensity(values.get(AccountMeasure.ENERGY), yuan))
        .set("co2_intensity", intensity(values.get(AccountMeasure.CO2), yuan))
        .set("edition", editions.isEmpty() ? null : String.join("; ", editions));
  }

  private void setShare(
      TableRows.RowBuilder row, AccountMeasure measure, Optional<AccountSeries> part, Bases bases) {
    Optional<AccountSeries.Figure> own = part.flatMap(s -> s.find(bases.year()));
    Optional<AccountSeries.Figure> total =
        part.flatMap(p -> findTotal(measure, p, bases)).flatMap(s -> s.find(bases.year()));
    row.set(measure.totalColumn(), total.map(AccountSeries.Figure::series).orElse(null));
    row.set(
        measure.shareColumn(),
        total
            .filter(t -> t.value() != 0)
            .map(t -> own.orElseThrow().value() / t.value())
            .orElse(null));
  }

  private Optional<AccountSeries> findTotal(
      AccountMeasure measure, AccountSeries part, Bases bases) {
    return findLatest(
        series.stream()
            .filter(measure::isTotal)
            .filter(s -> s.publication().equals(part.publication()))
            .filter(s -> s.indicator().equals(part.indicator())),
        measure,
        bases);
  }

  /** Of the series with a figure of the year the proper one whose edition is the latest. */
  private static Optional<AccountSeries> findLatest(
      Stream<AccountSeries> candidates, AccountMeasure measure, Bases bases) {
    return candidates
        .filter(s -> bases.fits(measure, s) && s.find(bases.year()).isPresent())
        .max(
            Comparator.<AccountSeries, Boolean>comparing(measure::isProper)
                .thenComparingInt(s -> s.editionYear(bases.year()))
                .thenComparing(AccountSeries.ORDER.reversed()));
  }

  private String nameOf(String sector) {
    return rules
        .sets()
        .find(sector)
        .map(IndustrySet::zh)
        .orElseGet(() -> rules.industries().nameOf(sector));
  }

  /** Per ten thousand yuan of output; null where one of the two is missing or output is zero. */
  private static Double intensity(Double quantity, Double output) {
    return quantity == null || output == null || output == 0
        ? null
        : quantity / (output / INTENSITY_UNIT_YUAN);
  }
}
