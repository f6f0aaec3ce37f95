package org.carbonbook.statistics.claim;

import java.util.List;
import java.util.Optional;
import org.carbonbook.statistics.growth.PriceBasis;

/**
 * The answer of the data to a claim.
 *
 * @param claim the claim
 * @param priceBasis the prices of the series it was checked on; empty where none was found
 * @param used the series it was checked on; none where nothing was found
 * @param verdict holds, holds as another reading, does not follow, not assessed
 * @param computed the figure in the plain reading; empty where not assessed
 * @param nearest the reading that is nearest to the stated value; empty where not assessed
 * @param independent whether the figures are independent of the sentence itself; where they are
 *     not, it holds by construction
 * @param why the reason why it is not assessed; empty otherwise
 */
public record ClaimAnswer(
    Claim claim,
    Optional<PriceBasis> priceBasis,
    List<NamedSeries> used,
    Verdict verdict,
    Optional<Interpretation> computed,
    Optional<Interpretation> nearest,
    boolean independent,
    String why) {

  /** The kinds of answer. */
  public enum Verdict {
    HOLDS,
    HOLDS_AS,
    DOES_NOT_FOLLOW,
    NOT_ASSESSED
  }

  static ClaimAnswer notAssessed(Claim claim, Optional<PriceBasis> basis, String why) {
    return new ClaimAnswer(
        claim,
        basis,
        List.of(),
        Verdict.NOT_ASSESSED,
        Optional.empty(),
        Optional.empty(),
        true,
        why);
  }

  /**
   * The verdict in words: "holds", "holds as simple mean over 3 intervals", "does not follow"; with
   * ", not independent" where the figures come from the sentence itself.
   */
  public String text() {
    return independent ? words() : words() + ", not independent";
  }

  private String words() {
    return switch (verdict) {
      case HOLDS -> "holds";
      case HOLDS_AS -> "holds as " + nearest.orElseThrow().words();
      case DOES_NOT_FOLLOW -> "does not follow";
      case NOT_ASSESSED -> "not assessed";
    };
  }

  /** The explanation of the verdict, e.g. "28.5 % compound over 4 intervals; nearest reading …". */
  public String explanation() {
    if (verdict == Verdict.NOT_ASSESSED) {
      return why;
    }
    String plain = computed.map(this::printed).orElse("");
    boolean other = !nearest.equals(computed);
    return other ? plain + "; nearest reading " + nearest.map(this::printed).orElse("") : plain;
  }

  private String printed(Interpretation reading) {
    return claim.said().print(reading.value()) + " " + reading.words();
  }
}
