package org.carbonbook.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.carbonbook.transport.OdometerChain.ChainLimits;
import org.carbonbook.transport.OdometerChain.Kept;
import org.carbonbook.transport.OdometerChain.Link;
import org.junit.jupiter.api.Test;

/** Which readings of an odometer agree with each other; a reading every ten days, in km. */
class OdometerChainTest {

  private static final ChainLimits LIMITS = new ChainLimits(600_000, 1_000_000_000L, 2.5);

  @Test
  void takesOutAReadingTypedWrong() {
    assertThat(kept(210_000, 6_211_000, 212_000, 213_000)).containsExactly(0, 2, 3);
    assertThat(kept(210_000, 21_100, 212_000, 213_000)).containsExactly(0, 2, 3);
  }

  @Test
  void takesOutAWrongFirstAndAWrongLastReading() {
    assertThat(kept(6_210_000, 211_000, 212_000, 213_000)).containsExactly(1, 2, 3);
    assertThat(kept(210_000, 211_000, 212_000, 2_130)).containsExactly(0, 1, 2);
  }

  @Test
  void twoReadingsTypedWrongAlikeAreNoNewOdometer() {
    assertThat(kept(210_000, 6_211_000, 6_212_000, 213_000, 214_000)).containsExactly(0, 3, 4);
  }

  @Test
  void manyReadingsAtAnotherLevelAreANewOdometer() {
    List<Kept> chain = find(210_000, 211_000, 212_000, 500, 1_500, 2_500, 3_500);

    assertThat(chain).hasSize(7);
    assertThat(chain.get(3).link()).isEqualTo(Link.REPLACED);
    assertThat(chain.get(4).link()).isEqualTo(Link.DRIVEN);
  }

  @Test
  void aStatedNewOdometerNeedsOneReadingOnly() {
    long[] km = {210_000, 211_000, 15};
    boolean[] isNew = {false, false, true};

    assertThat(OdometerChain.find(times(3), metres(km), isNew, LIMITS))
        .extracting(Kept::link)
        .containsExactly(Link.DRIVEN, Link.DRIVEN, Link.REPLACED);
  }

  @Test
  void aRolloverIsDriven() {
    List<Kept> chain = find(998_000, 999_000, 100, 1_100);

    assertThat(chain)
        .extracting(Kept::link)
        .containsExactly(Link.DRIVEN, Link.DRIVEN, Link.ROLLED_OVER, Link.DRIVEN);
  }

  @Test
  void nothingKeepsNothing() {
    assertThat(find()).isEmpty();
  }

  private static List<Integer> kept(long... km) {
    return find(km).stream().map(Kept::index).toList();
  }

  private static List<Kept> find(long... km) {
    return OdometerChain.find(times(km.length), metres(km), new boolean[km.length], LIMITS);
  }

  private static long[] times(int count) {
    long[] times = new long[count];
    for (int i = 0; i < count; i++) {
      times[i] = i * 10L * 86_400;
    }
    return times;
  }

  private static long[] metres(long[] km) {
    return java.util.Arrays.stream(km).map(each -> each * 1000).toArray();
  }
}
