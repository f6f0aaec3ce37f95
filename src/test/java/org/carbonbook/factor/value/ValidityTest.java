package org.carbonbook.factor.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Periods of years behave as sets of years. */
class ValidityTest {
  private static final int FIRST = 1990;
  private static final int LAST = 2010;

  @Property
  void periodsOverlapWhenAYearIsInBoth(
      @ForAll("periods") Validity a, @ForAll("periods") Validity b) {
    boolean common = years().anyMatch(y -> a.contains(y) && b.contains(y));

    assertThat(a.overlaps(b)).isEqualTo(common).isEqualTo(b.overlaps(a));
  }

  @Property
  void theYearsOfBothAreThoseInEach(@ForAll("periods") Validity a, @ForAll("periods") Validity b) {
    assertThat(years()).allMatch(y -> a.and(b).contains(y) == (a.contains(y) && b.contains(y)));
  }

  @Property
  void aPeriodIsReadAsItIsWritten(@ForAll("periods") Validity period) {
    assertThat(Validity.parse(period.toString())).hasValue(period);
  }

  @Example
  void whatIsNoPeriodIsNotRead() {
    assertThat(Validity.parse("2010..1990")).isEmpty();
    assertThat(Validity.parse("since 1990")).isEmpty();
    assertThat(Validity.ofCells("199", "", Validity.ALWAYS)).isEmpty();
  }

  /** Every period begins or ends inside the years looked at, or is open. */
  @Provide
  Arbitrary<Validity> periods() {
    Arbitrary<Integer> year = Arbitraries.integers().between(FIRST, LAST).injectNull(0.3);
    return Combinators.combine(year, year)
        .as(Validity::new)
        .filter(v -> v.from() == null || v.to() == null || v.from() <= v.to());
  }

  private static IntStream years() {
    return IntStream.rangeClosed(FIRST - 1, LAST + 1);
  }
}
