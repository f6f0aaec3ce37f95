package org.carbonbook.industry;

import java.util.ArrayList;
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
import org.carbonbook.industry.StatisticRow.Kind;
import org.carbonbook.industry.Stretches.Split;

/**
 * The accounts of the industries of all sets, of the sets, and of all industry: one row to a year
 * and to each pair of price basis and energy basis there is. Of several publications the one with
 * the latest edition counts for a measure and year; a share is taken of a total of the same
 * publication. Output is gross output, and the value of sales where a year has no gross output.
 */
final class Accounts {

  private static final String ALL_INDUSTRY = "industry";

  private final IndustryRules rules;
  private final RegionSeries region;
  private final Map<String, String> codes = new LinkedHashMap<>();

  Accounts(IndustryRules rules, RegionSeries region) {
    this.rules = rules;
    this.region = region;
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
    codes.forEach(
        (sector, code) ->
            rows.addAll(
                StatisticRow.list(
                    Kind.ACCOUNT, region.region(), sector, null, rowsOf(sector, code))));
    return rows;
  }

  private List<Object[]> rowsOf(String sector, String code) {
    List<YearSeries> own = new ArrayList<>();
    for (Split split : region.all()) {
      if (sector.equals(split.whole().key().sector())) {
        own.add(split.whole());
      }
    }
    TreeSet<Integer> years = new TreeSet<>();
    for (YearSeries each : own) {
      if (java.util.Arrays.stream(Measure.values()).anyMatch(m -> m.isOf(each.key()))) {
        each.figures().forEach(figure -> years.add(figure.year()));
      }
    }
    List<Object[]> rows = new ArrayList<>();
    for (int year : years) {
      for (String prices : bases(own, year, Measure.OUTPUT, Measure.VALUE_ADDED)) {
        for (String energy : bases(own, year, Measure.ENERGY)) {
          rows.add(row(sector, code, own, new Bases(year, prices, energy)));
        }
      }
    }
    return rows;
  }

  /** The bases in which a year has figures; one null where it has none. */
  private static Set<String> bases(List<YearSeries> own, int year, Measure... measures) {
    Set<String> bases = new LinkedHashSet<>();
    for (YearSeries each : own) {
      for (Measure measure : measures) {
        if (measure.isOf(each.key()) && each.find(year).isPresent()) {
          bases.add(each.key().basis());
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
    String of(Measure measure) {
      return switch (measure) {
        case OUTPUT, VALUE_ADDED -> prices;
        case ENERGY -> energy;
        case ELECTRICITY, CO2 -> null;
      };
    }

    boolean fits(Measure measure, SeriesKey key) {
      boolean hasBasis = measure != Measure.ELECTRICITY && measure != Measure.CO2;
      return !hasBasis || Objects.equals(of(measure), key.basis());
    }
  }

  private Object[] row(String sector, String code, List<YearSeries> own, Bases bases) {
    Object[] row = StatisticRow.blank(Kind.ACCOUNT);
    Map<Measure, Double> values = new EnumMap<>(Measure.class);
    Set<String> editions = new TreeSet<>();
    String classification = null;
    for (Measure measure : Measure.values()) {
      Optional<YearSeries> found =
          latest(own.stream().filter(s -> measure.isOf(s.key())), measure, bases);
      if (found.isPresent()) {
        YearSeries series = found.get();
        values.put(measure, value(series, bases.year()));
        series.find(bases.year()).map(Figure::edition).ifPresent(editions::add);
        set(row, measure.column(), values.get(measure));
        set(row, measure.seriesColumn(), nameAt(series, bases.year()));
        if (measure == Measure.OUTPUT) {
          set(row, "output_indicator", series.key().indicator());
        }
        setShare(row, measure, series, bases);
        String version = rules.stretches().findVersion(series.key(), bases.year());
        classification = classification == null ? version : classification;
      }
    }
    set(row, "year", bases.year());
    set(row, "industry_code", code);
    set(row, "industry", nameOf(sector));
    set(row, "sector", sector);
    set(row, "classification", classification);
    set(row, "output_basis", bases.prices());
    set(row, "energy_basis", bases.energy());
    Double yuan = values.get(Measure.OUTPUT);
    set(row, "energy_intensity", AccountRow.intensity(values.get(Measure.ENERGY), yuan));
    set(row, "co2_intensity", AccountRow.intensity(values.get(Measure.CO2), yuan));
    set(row, "edition", editions.isEmpty() ? null : String.join("; ", editions));
    return row;
  }

  private void setShare(Object[] row, Measure measure, YearSeries series, Bases bases) {
    if (!measure.hasShare()) {
      return;
    }
    SeriesKey part = series.key();
    latest(
            region.all().stream()
                .map(Split::whole)
                .filter(s -> measure.isTotal(s.key()))
                .filter(s -> s.key().publication().equals(part.publication()))
                .filter(s -> s.key().indicator().equals(part.indicator())),
            measure,
            bases)
        .ifPresent(
            total -> {
              Double share =
                  AccountRow.share(value(series, bases.year()), value(total, bases.year()));
              set(row, measure.shareColumn(), share);
              set(row, measure.totalColumn(), nameAt(total, bases.year()));
            });
  }

  /** Of the series with a figure of the year the proper one whose edition is the latest. */
  private static Optional<YearSeries> latest(
      Stream<YearSeries> candidates, Measure measure, Bases bases) {
    return candidates
        .filter(s -> bases.fits(measure, s.key()) && s.find(bases.year()).isPresent())
        .max(
            Comparator.<YearSeries, Boolean>comparing(s -> measure.isProper(s.key()))
                .thenComparingInt(s -> s.find(bases.year()).orElseThrow().editionYear())
                .thenComparing(YearSeries::key, Comparator.reverseOrder()));
  }

  private String nameOf(String sector) {
    return rules
        .sets()
        .find(sector)
        .map(IndustrySet::zh)
        .orElseGet(() -> SeriesReader.nameOf(rules.industries(), sector));
  }

  private String nameAt(YearSeries series, int year) {
    return rules.stretches().nameAt(series.key(), year);
  }

  private static Double value(YearSeries series, int year) {
    return series.find(year).map(Figure::value).orElse(null);
  }

  private static void set(Object[] row, String column, Object value) {
    row[Kind.ACCOUNT.cell(column)] = value;
  }
}
