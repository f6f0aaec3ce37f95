package org.carbonbook.mart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.carbonbook.lake.ColumnDefinition;
import org.carbonbook.lake.TableDefinition;
import org.junit.jupiter.api.Test;

/**
 * What the dictionary of every mart must declare, so that each run checks it on every row ({@link
 * ColumnChecks}): when a number may be missing, between which bounds shares and intervals lie, and
 * which columns name a row.
 */
class MartLawsTest {

  /**
   * Shares that are no part of a whole: of a change that may be smaller than its parts, of a
   * difference, or of energy that may be negative where a building feeds back.
   */
  private static final Set<String> NO_PARTS =
      Set.of(
          "effect_share",
          "spread_share",
          "difference_share",
          "measured_share",
          "estimated_share",
          "lost_share",
          "measured_h_share",
          "estimated_h_share",
          "base_load_share",
          "out_of_hours_share");

  /** The sector of a series, for traces; the column industry is its name. */
  private static final Set<String> NAMED_OTHERWISE = Set.of("mart.high_energy_industry.sector");

  private static final Pattern SHARE = Pattern.compile("(^|.*_)(share|coverage)(_.*|$)");
  private static final Pattern LOW = Pattern.compile("(^|.*_)low(_.*|$)");

  @Test
  void everyNumberHasAValueOrAReasonWhyNot() {
    List<String> without = new ArrayList<>();
    for (TableDefinition mart : marts()) {
      for (ColumnDefinition column : mart.columns()) {
        boolean isNumber = Set.of("int", "bigint", "double").contains(column.type());
        String nullWhen = ColumnChecks.nullWhen(mart, column);
        if (isNumber && nullWhen == null) {
          without.add(name(mart, column) + ": may be null at any time");
        } else if (nullWhen != null && names(nullWhen, column.name())) {
          without.add(name(mart, column) + ": gives itself as the reason why it is null");
        } else if (nullWhen != null && !nullWhen.equals("false") && !namesAny(nullWhen, mart)) {
          without.add(name(mart, column) + ": names no other column in null_when");
        }
      }
    }
    assertThat(without).as("declare null_when in the header of the mart's SQL").isEmpty();
  }

  @Test
  void everyShareLiesBetweenBounds() {
    List<String> without = new ArrayList<>();
    for (TableDefinition mart : marts()) {
      for (ColumnDefinition column : mart.columns()) {
        boolean isShare =
            column.type().equals("double")
                && SHARE.matcher(column.name()).matches()
                && !NO_PARTS.contains(column.name());
        if (isShare && (column.min() == null || column.max() == null)) {
          without.add(name(mart, column));
        }
      }
    }
    assertThat(without).as("declare min: 0 and max: 1").isEmpty();
  }

  @Test
  void everyLowerBoundIsHeldBelowItsUpperBound() {
    List<String> without = new ArrayList<>();
    for (TableDefinition mart : marts()) {
      for (ColumnDefinition column : mart.columns()) {
        String high = column.name().replaceFirst("low", "high");
        boolean isBound =
            column.type().equals("double")
                && LOW.matcher(column.name()).matches()
                && mart.columns().stream().anyMatch(other -> other.name().equals(high));
        if (isBound && !(isHeld(mart, column.name()) && isHeld(mart, high))) {
          without.add(name(mart, column) + " and " + high);
        }
      }
    }
    assertThat(without).as("declare holds: low <= high").isEmpty();
  }

  /** Who reads Chinese reads no codes: a name stands beside each. */
  @Test
  void everyCodeHasItsNameBesideIt() {
    Pattern code =
        Pattern.compile(
            "(^|.*_)(sector|fuel|fuel_group|indicator|energy_kind|chain|estimate|identity)");
    List<String> without = new ArrayList<>();
    for (TableDefinition mart : marts()) {
      Set<String> names =
          mart.columns().stream().map(ColumnDefinition::name).collect(Collectors.toSet());
      for (ColumnDefinition column : mart.columns()) {
        boolean isCode = column.type().equals("string") && code.matcher(column.name()).matches();
        if (isCode && !NAMED_OTHERWISE.contains(name(mart, column))) {
          if (!names.contains(column.name() + "_zh")) {
            without.add(name(mart, column));
          }
        }
        if (column.name().equals("region_code") && !names.contains("region_name")) {
          without.add(name(mart, column));
        }
      }
    }
    assertThat(without).as("add the column ..._zh, or region_name").isEmpty();
  }

  /** What an assessment found stands beside the status, and only where there was one. */
  @Test
  void everyVerdictStandsBesideItsStatus() {
    List<String> without = new ArrayList<>();
    for (TableDefinition mart : marts()) {
      for (ColumnDefinition column : mart.columns()) {
        if (column.name().equals("verdict") || column.name().endsWith("_verdict")) {
          String status = column.name().replaceFirst("verdict$", "status");
          boolean hasStatus = mart.columns().stream().anyMatch(c -> c.name().equals(status));
          if (!hasStatus || column.nullWhen() == null || !names(column.nullWhen(), status)) {
            without.add(name(mart, column) + ": declare null_when: " + status + " <> 'assessed'");
          }
        }
        if (ColumnChecks.isStatus(column) && !column.type().equals("string")) {
          without.add(name(mart, column) + ": is no text");
        }
      }
    }
    assertThat(without).isEmpty();
  }

  /** A figure in money means little without its prices; an identity may have money in it. */
  @Test
  void everyMartWithMoneySaysItsPrices() {
    Pattern money = Pattern.compile("identity|(.*_)?(gdp|output|value_added|10k_yuan|yuan)(_.*)?");
    List<String> without = new ArrayList<>();
    for (TableDefinition mart : marts()) {
      Set<String> names =
          mart.columns().stream().map(ColumnDefinition::name).collect(Collectors.toSet());
      boolean hasMoney = names.stream().anyMatch(name -> money.matcher(name).matches());
      if (hasMoney && names.stream().noneMatch(name -> name.matches("(.*_)?price_basis"))) {
        without.add(mart.table());
      }
    }
    assertThat(without).as("add the column price_basis").isEmpty();
  }

  @Test
  void everyMartHasAKeyOfItsOwnColumns() {
    for (TableDefinition mart : marts()) {
      assertThat(mart.key()).as(mart.table()).isNotEmpty();
      assertThat(mart.columns().stream().map(ColumnDefinition::name))
          .as(mart.table())
          .containsAll(mart.key());
    }
  }

  /** Years that a series lacks are said where its years are counted, and the two make its span. */
  @Test
  void everyCountOfYearsMakesTheSpanWithItsGaps() {
    List<String> without = new ArrayList<>();
    for (TableDefinition mart : marts()) {
      Set<String> names =
          mart.columns().stream().map(ColumnDefinition::name).collect(Collectors.toSet());
      boolean counts = names.containsAll(Set.of("first_year", "last_year", "n"));
      boolean isHeld =
          mart.columns().stream()
              .anyMatch(
                  c -> c.holds() != null && names(c.holds(), "n") && names(c.holds(), "last_year"));
      if (counts && !(names.contains("gaps") && isHeld)) {
        without.add(mart.table());
      }
    }
    assertThat(without).as("declare holds: n + gaps = last_year - first_year + 1").isEmpty();
  }

  /** One spelling of carbon's units, that of conf/units.csv: no space in tCO2, kgCO2, tC. */
  @Test
  void everyTextSpellsCarbonAsTheRegistryOfUnitsDoes() throws IOException {
    Pattern spaced = Pattern.compile("(?<![A-Za-z0-9])(t|kg) C(O2e?)?(?![A-Za-z0-9])");
    List<String> other = new ArrayList<>();
    for (TableDefinition mart : marts()) {
      for (ColumnDefinition column : mart.columns()) {
        if (spaced.matcher(column.zh() + " " + column.en()).find()) {
          other.add(name(mart, column));
        }
      }
    }
    try (Stream<Path> files = Files.list(Path.of("docs/methods"))) {
      for (Path file : files.sorted().toList()) {
        Matcher found = spaced.matcher(Files.readString(file));
        if (found.find()) {
          other.add(file + ": " + found.group());
        }
      }
    }
    assertThat(other).isEmpty();
  }

  private static boolean isHeld(TableDefinition mart, String column) {
    return mart.columns().stream().anyMatch(c -> c.holds() != null && names(c.holds(), column));
  }

  private static boolean names(String predicate, String column) {
    String withoutTexts = predicate.replaceAll("'[^']*'", "''");
    return Pattern.compile("\\b" + column + "\\b").matcher(withoutTexts).find();
  }

  private static boolean namesAny(String predicate, TableDefinition mart) {
    return mart.columns().stream().anyMatch(column -> names(predicate, column.name()));
  }

  private static String name(TableDefinition mart, ColumnDefinition column) {
    return mart.table() + "." + column.name();
  }

  private static List<TableDefinition> marts() {
    return MartDefinition.listMarts(Path.of("conf")).stream()
        .map(MartDefinition::definition)
        .toList();
  }
}
