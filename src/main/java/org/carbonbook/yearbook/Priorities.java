package org.carbonbook.yearbook;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.carbonbook.conf.ConfRow;
import org.carbonbook.conf.ConfTable;
import org.carbonbook.yearbook.vocabulary.Vocabulary;

/**
 * Which figure counts where several indicators or editions give one: the order that {@code
 * conf/priorities.csv} declares, never the alphabet.
 */
final class Priorities {

  static final String FILE = "priorities.csv";

  private static final String YEAR = "{year}";
  private static final Pattern ANY_YEAR = Pattern.compile("(?<!\\d)(?:19|20)\\d{2}(?!\\d)");

  private final Map<String, Integer> indicators = new HashMap<>();
  private final List<Edition> editions = new ArrayList<>();

  /** A declared edition; its pattern has a group for the year where the name has one. */
  private record Edition(String name, int rank, Pattern pattern) {}

  /** An edition of the lake with what decides on its place. */
  private record Placed(String edition, int rank, int year) {}

  private Priorities() {}

  /**
   * Reads the file.
   *
   * @throws IllegalArgumentException with file and line when a kind or an indicator is not known,
   *     or a name or a rank occurs twice in one kind
   */
  static Priorities read(Path conf) {
    Priorities priorities = new Priorities();
    Map<String, String> places = new HashMap<>();
    ConfTable table = ConfTable.read(conf.resolve(FILE));
    for (ConfRow row : table.requireColumns("kind", "name", "rank").rows()) {
      String kind = row.filled("kind");
      int rank = row.decimal("rank").intValueExact();
      for (String key : List.of(kind + " " + row.filled("name"), kind + " of rank " + rank)) {
        String other = places.putIfAbsent(key, row.place());
        if (other != null) {
          throw new IllegalArgumentException(
              "%s: %s is at %s too; keep one of the lines".formatted(row.place(), key, other));
        }
      }
      priorities.add(conf, row, kind, rank);
    }
    return priorities;
  }

  private void add(Path conf, ConfRow row, String kind, int rank) {
    String name = row.filled("name");
    switch (kind) {
      case "indicator" -> {
        Vocabulary.loadIndicators(conf).requireCode(name, row.place());
        indicators.put(name, rank);
      }
      case "edition" -> editions.add(new Edition(name, rank, pattern(name)));
      default ->
          throw new IllegalArgumentException(
              "%s: kind is '%s'; write indicator or edition".formatted(row.place(), kind));
    }
  }

  private static Pattern pattern(String name) {
    int year = name.indexOf(YEAR);
    return year < 0
        ? Pattern.compile(Pattern.quote(name))
        : Pattern.compile(
            Pattern.quote(name.substring(0, year))
                + "(?<year>\\d{4})"
                + Pattern.quote(name.substring(year + YEAR.length())));
  }

  /** The declared ranks of indicators; an indicator without one has no alternative. */
  Map<String, Integer> indicators() {
    return Map.copyOf(indicators);
  }

  /**
   * Editions in the order in which they count, from 1: as declared; of two with one declared name
   * the later year; editions that are not declared come last, the one with the later year in its
   * name first.
   */
  Map<String, Integer> rank(Collection<String> names) {
    List<Placed> placed = new ArrayList<>(names.stream().distinct().map(this::place).toList());
    placed.sort(
        Comparator.comparingInt(Placed::rank)
            .thenComparing(Comparator.comparingInt(Placed::year).reversed())
            .thenComparing(Placed::edition));
    Map<String, Integer> ranks = new LinkedHashMap<>();
    placed.forEach(each -> ranks.put(each.edition(), ranks.size() + 1));
    return ranks;
  }

  /** Whether the file declares where an edition counts. */
  boolean isDeclared(String edition) {
    return findDeclared(edition).isPresent();
  }

  private Placed place(String edition) {
    return findDeclared(edition)
        .orElseGet(() -> new Placed(edition, Integer.MAX_VALUE, lastYear(edition)));
  }

  private static int lastYear(String edition) {
    return ANY_YEAR
        .matcher(edition)
        .results()
        .mapToInt(y -> Integer.parseInt(y.group()))
        .max()
        .orElse(0);
  }

  private Optional<Placed> findDeclared(String edition) {
    for (Edition declared : editions) {
      Matcher matcher = declared.pattern().matcher(edition);
      if (matcher.matches()) {
        int year = declared.name().contains(YEAR) ? Integer.parseInt(matcher.group("year")) : 0;
        return Optional.of(new Placed(edition, declared.rank(), year));
      }
    }
    return Optional.empty();
  }
}
