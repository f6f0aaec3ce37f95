package org.carbonbook.attribution;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Which balances may be compared: those of one publication, and those of publications that the
 * configuration links.
 */
final class BalanceLinks {

  private final List<Link> links;

  /**
   * A declared link.
   *
   * @param publications names of publications, with {@code *} for any text
   * @param reason why their balances are one series
   */
  record Link(List<String> publications, String reason) {

    Link {
      if (publications == null || publications.size() < 2 || reason == null) {
        throw new IllegalArgumentException("a link of balances needs publications and a reason");
      }
      publications = List.copyOf(publications);
    }

    private boolean holds(Balance balance) {
      return publications.stream()
          .anyMatch(name -> pattern(name).matcher(balance.publication()).matches());
    }

    private static Pattern pattern(String name) {
      return Pattern.compile(Pattern.quote(name).replace("*", "\\E.*\\Q"));
    }
  }

  /** Two balances that may be compared. */
  record Pair(Balance from, Balance to) {}

  BalanceLinks(List<Link> links) {
    this.links = List.copyOf(links);
  }

  /**
   * The pair that counts: of one publication by its priority, else of linked publications by
   * theirs.
   */
  Optional<Pair> findPair(List<Balance> from, List<Balance> to) {
    return from.stream()
        .flatMap(a -> to.stream().map(b -> new Pair(a, b)))
        .filter(pair -> isSame(pair) || isLinked(pair))
        .min(
            Comparator.comparing((Pair pair) -> !isSame(pair))
                .thenComparing(pair -> Math.max(pair.from().rank(), pair.to().rank()))
                .thenComparing(pair -> pair.from().rank())
                .thenComparing(pair -> pair.to().rank())
                .thenComparing(pair -> pair.from().edition())
                .thenComparing(pair -> pair.to().edition()));
  }

  private static boolean isSame(Pair pair) {
    return pair.from().publication().equals(pair.to().publication());
  }

  private boolean isLinked(Pair pair) {
    return links.stream().anyMatch(link -> link.holds(pair.from()) && link.holds(pair.to()));
  }
}
