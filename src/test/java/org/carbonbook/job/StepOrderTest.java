package org.carbonbook.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.carbonbook.step.Step;
import org.junit.jupiter.api.Test;

/** The order of steps follows from tables. */
class StepOrderTest {

  @Test
  void whatIsReadIsWrittenBefore() {
    Step last = ToyStep.of("last", List.of("b", "a"), List.of("c"));
    Step middle = ToyStep.of("middle", List.of("a"), List.of("b"));
    Step first = ToyStep.of("first", List.of("outside"), List.of("a"));
    assertThat(StepOrder.sort(List.of(last, middle, first))).containsExactly(first, middle, last);
  }

  @Test
  void otherwiseTheGivenOrderStays() {
    Step two = ToyStep.of("two", List.of(), List.of("b"));
    Step one = ToyStep.of("one", List.of(), List.of("a"));
    assertThat(StepOrder.sort(List.of(two, one))).containsExactly(two, one);
  }

  @Test
  void aStepMayReadWhatItWrites() {
    Step own = ToyStep.of("own", List.of("a"), List.of("a"));
    assertThat(StepOrder.sort(List.of(own))).containsExactly(own);
  }

  @Test
  void stepsThatNeedEachOtherAreRefused() {
    Step one = ToyStep.of("one", List.of("c"), List.of("a"));
    Step two = ToyStep.of("two", List.of("a"), List.of("b"));
    Step three = ToyStep.of("three", List.of("b"), List.of("c"));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> StepOrder.sort(List.of(one, two, three)))
        .withMessage("steps need each other: one -> three -> two -> one");
  }

  @Test
  void oneTableHasOneWriter() {
    Step one = ToyStep.of("one", List.of(), List.of("a"));
    Step two = ToyStep.of("two", List.of(), List.of("a"));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> StepOrder.sort(List.of(one, two)))
        .withMessage("steps one and two both write a");
  }

  /** Each step reads from steps of lower numbers; they come in any order. */
  @Property(tries = 200)
  void everyReaderComesAfterEveryWriter(@ForAll("shuffled") List<Integer> numbers) {
    List<Step> steps = new ArrayList<>();
    for (int number : numbers) {
      List<String> reads = new ArrayList<>();
      for (int other = number / 2; other < number; other += 2) {
        reads.add("t" + other);
      }
      steps.add(ToyStep.of("s" + number, reads, List.of("t" + number)));
    }
    List<Step> sorted = StepOrder.sort(steps);
    assertThat(sorted).containsExactlyInAnyOrderElementsOf(steps);
    List<String> written = sorted.stream().map(step -> step.writes().get(0)).toList();
    for (int i = 0; i < sorted.size(); i++) {
      assertThat(written.subList(0, i)).containsAll(sorted.get(i).reads());
    }
  }

  @Provide
  Arbitrary<List<Integer>> shuffled() {
    return Arbitraries.integers()
        .between(1, 30)
        .flatMap(
            count ->
                Arbitraries.shuffle(java.util.stream.IntStream.range(0, count).boxed().toList()));
  }
}
