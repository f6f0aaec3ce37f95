package org.carbonbook.statistics.claim;

import java.util.List;
import java.util.Optional;
import org.carbonbook.statistics.growth.GrowthMethod;
import org.carbonbook.statistics.growth.PriceBasis;

/**
 * A sentence about a series that can be checked.
 *
 * @param id its name in the claims file
 * @param sentence as printed
 * @param sentenceEn the same in English; empty where the file has none
 * @param unit unit of the stated value; empty for that of the series
 * @param kind what it states
 * @param series the series it speaks of; for a sum the first part
 * @param per the series it is divided by, where the sentence speaks of a share or an intensity
 * @param region the region of the series; empty where the name says enough
 * @param said the value that the sentence states
 * @param fromYear the first year, or the only one
 * @param toYear the last year, or the only one
 * @param method how the sentence computes a yearly growth; compound where it does not state that
 * @param priceBasis the prices the sentence names; every basis there is where it names none
 * @param parts the series that are added up; empty but for a sum
 */
public record Claim(
    String id,
    String sentence,
    Optional<String> sentenceEn,
    Optional<String> unit,
    ClaimKind kind,
    String series,
    Optional<String> per,
    Optional<String> region,
    ClaimedFigure said,
    int fromYear,
    int toYear,
    Optional<GrowthMethod> method,
    Optional<PriceBasis> priceBasis,
    List<String> parts) {

  public Claim {
    parts = List.copyOf(parts);
  }

  /**
   * Whether it says which way a share or an intensity went: its relative change answers that, as
   * the unit of a quotient may mean nothing (tonnes over an index).
   */
  public boolean isDirectionOfQuotient() {
    return kind == ClaimKind.DIRECTION && per.isPresent();
  }
}
