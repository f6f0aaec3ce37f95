package org.carbonbook.industry;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;
import org.carbonbook.industry.Industries.Industry;
import org.carbonbook.industry.IndustrySets.IndustrySet;
import org.carbonbook.lake.Origin;
import org.carbonbook.lake.TableRows;

/**
 * The accounts of one region: of the industries of all sets, of the sets, and of all industry, one
 * row for each year. {@link AccountSources} chooses the series. A share is computed from a total of
 * the same publication; a share outside 0 to 1 is null. What a row lacks has a notation, and the
 * column {@code missing} names it.
 */
final class Accounts {

  static final String TABLE = "core.industry_account";

  /** The rows of the table. */
  static final TableRows ROWS = TableRows.of(TABLE);

  private static final String ALL_INDUSTRY = "industry";

  /** No publication of the lake prints it, or a part of it. */
  private static final String NOT_ESTIMATED = "NE";

  /** Intensities are per ten thousand yuan, as Chinese statistics print them. */
  private static final double INTENSITY_UNIT_YUAN = 10_000;

  private final IndustryRules rules;
  private final String region;
  private final Map<String, String> codes = new LinkedHashMap<>();
  private final AccountSources sources;

  /**
   * Accounts of a region.
   *
   * @param series all series of the region, in their order
   */
  Accounts(IndustryRules rules, String region, List<AccountSeries> series) {
    this.rules = rules;
    this.region = region;
    for (IndustrySet set : rules.sets().byCode().values()) {
      set.listMembers().forEach(member -> codes.putIfAbsent(member, codeOf(member)));
    }
    rules.sets().byCode().keySet().forEach(set -> codes.put(set, set));
    codes.put(ALL_INDUSTRY, codeOf(ALL_INDUSTRY));
    this.sources = new AccountSources(series, List.copyOf(codes.keySet()));
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
    for (String sector : codes.keySet()) {
      for (int year : years(sector)) {
        Account account = new Account(sector, year);
        if (!account.isEmpty() || account.isSet()) {
          rows.add(account.row());
        }
      }
    }
    return rows;
  }

  /** The years with a figure of the sector, or of a member of the set. */
  private Set<Integer> years(String sector) {
    Set<String> counted = new TreeSet<>(Set.of(sector));
    rules.sets().find(sector).ifPresent(set -> counted.addAll(set.listMembers()));
    Set<Integer> years = new TreeSet<>();
    for (String each : counted) {
      for (AccountMeasure measure : AccountMeasure.values()) {
        sources.list(each, measure).forEach(s -> years.addAll(s.figures().keySet()));
      }
    }
    return years;
  }

  /** One row of the table. */
  private final class Account {

    private final String sector;
    private final int year;
    private final TableRows.RowBuilder row = ROWS.row();
    private final Map<AccountMeasure, AccountSeries> used = new EnumMap<>(AccountMeasure.class);
    private final List<Origin> origins = new ArrayList<>();
    private final List<String> missing = new ArrayList<>();

    Account(String sector, int year) {
      this.sector = sector;
      this.year = year;
      for (AccountMeasure measure : AccountMeasure.values()) {
        sources.list(sector, measure).stream()
            .filter(s -> s.find(year).isPresent())
            .findFirst()
            .ifPresent(s -> used.put(measure, s));
      }
    }

    boolean isEmpty() {
      return used.isEmpty();
    }

    boolean isSet() {
      return rules.sets().find(sector).isPresent();
    }

    Row row() {
      for (AccountMeasure measure : AccountMeasure.values()) {
        setValue(measure);
        if (measure.hasShare()) {
          setShare(measure);
        }
      }
      setIntensity("energy_intensity", AccountMeasure.ENERGY, AccountMeasure.OUTPUT);
      setIntensity("co2_intensity", AccountMeasure.CO2, AccountMeasure.OUTPUT);
      setIntensity(
          "energy_intensity_constant", AccountMeasure.ENERGY, AccountMeasure.OUTPUT_CONSTANT);
      setIntensity("co2_intensity_constant", AccountMeasure.CO2, AccountMeasure.OUTPUT_CONSTANT);
      return row.set("region_code", region)
          .set("year", year)
          .set("industry_code", codes.get(sector))
          .set("industry", rules.nameOf(sector))
          .set("sector", sector)
          .set("level", isSet() ? "set" : sector.equals(ALL_INDUSTRY) ? "all" : "industry")
          .set("constant_basis", sources.constantBasis())
          .set("energy_basis", sources.energyBasis())
          .set("output_indicator", find(AccountMeasure.OUTPUT, AccountSeries::indicator))
          .set("output_source", find(AccountMeasure.OUTPUT, AccountSeries::publication))
          .set("energy_source", find(AccountMeasure.ENERGY, AccountSeries::publication))
          .set("co2_source", find(AccountMeasure.CO2, AccountSeries::publication))
          .set("classification", classification())
          .set("edition", editions())
          .set("origin", Origin.ofComputed(origins).text())
          .set("missing", missing.isEmpty() ? null : String.join("; ", missing))
          .build();
    }

    private String find(
        AccountMeasure measure, java.util.function.Function<AccountSeries, String> what) {
      return Optional.ofNullable(used.get(measure)).map(what).orElse(null);
    }

    private Optional<AccountSeries.Figure> figure(AccountMeasure measure) {
      return Optional.ofNullable(used.get(measure)).flatMap(s -> s.find(year));
    }

    private void setValue(AccountMeasure measure) {
      Optional<AccountSeries.Figure> figure = figure(measure);
      figure.ifPresent(f -> origins.add(f.origin()));
      row.set(measure.seriesColumn(), figure.map(AccountSeries.Figure::series).orElse(null));
      set(measure.column(), figure.map(AccountSeries.Figure::value).orElse(null));
      if (figure.isEmpty()) {
        missing.add(measure.column() + lacking(measure));
      }
    }

    /** The members of a set that have no figure of a measure while others have. */
    private String lacking(AccountMeasure measure) {
      Set<String> members =
          rules.sets().find(sector).map(IndustrySet::listMembers).orElse(Set.of());
      List<String> without =
          members.stream()
              .filter(
                  member ->
                      sources.list(member, measure).stream()
                          .noneMatch(s -> s.find(year).isPresent()))
              .toList();
      return without.isEmpty() || without.size() == members.size()
          ? ""
          : " (no figure of %s)".formatted(String.join(", ", without));
    }

    private void setShare(AccountMeasure measure) {
      Optional<AccountSeries.Figure> total =
          Optional.ofNullable(used.get(measure))
              .flatMap(part -> sources.findTotal(measure, part, year))
              .flatMap(s -> s.find(year));
      row.set(measure.totalColumn(), total.map(AccountSeries.Figure::series).orElse(null));
      Double share = null;
      if (total.isPresent() && total.get().value() != 0) {
        share = figure(measure).orElseThrow().value() / total.get().value();
        origins.add(total.get().origin());
        if (!(share >= 0 && share <= 1)) {
          missing.add("%s (%s is not a share)".formatted(measure.shareColumn(), share));
          share = null;
        }
      } else if (used.containsKey(measure)) {
        missing.add("%s (no %s)".formatted(measure.shareColumn(), measure.totalName()));
      }
      set(measure.shareColumn(), share);
    }

    /** Per ten thousand yuan of output; null where one of the two is missing or output is zero. */
    private void setIntensity(String column, AccountMeasure of, AccountMeasure output) {
      Optional<Double> yuan =
          figure(output).map(AccountSeries.Figure::value).filter(value -> value != 0);
      Optional<Double> quantity = figure(of).map(AccountSeries.Figure::value);
      set(column, quantity.flatMap(q -> yuan.map(y -> q / (y / INTENSITY_UNIT_YUAN))).orElse(null));
    }

    /** A value, and why it is null where it is. */
    private void set(String column, Double value) {
      row.set(column, value);
      row.set(column + "_notation", value == null ? NOT_ESTIMATED : null);
    }

    private String classification() {
      return used.values().stream()
          .flatMap(s -> s.find(year).stream())
          .map(AccountSeries.Figure::classification)
          .filter(java.util.Objects::nonNull)
          .findFirst()
          .orElse(null);
    }

    private String editions() {
      TreeSet<String> editions =
          used.values().stream()
              .flatMap(s -> s.find(year).stream())
              .map(AccountSeries.Figure::edition)
              .filter(java.util.Objects::nonNull)
              .collect(Collectors.toCollection(TreeSet::new));
      return editions.isEmpty() ? null : String.join("; ", editions);
    }
  }
}
