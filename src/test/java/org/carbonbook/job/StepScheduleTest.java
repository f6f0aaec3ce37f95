package org.carbonbook.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.carbonbook.step.Step;
import org.junit.jupiter.api.Test;

/** Steps of a job run some at once, each after those that write what it reads. */
class StepScheduleTest {

  private static final long PATIENCE_S = 30;

  private final List<String> ended = Collections.synchronizedList(new ArrayList<>());

  @Property(tries = 200)
  void aStepBeginsWhenItsInputsAreWritten(
      @ForAll @Size(min = 1, max = 12) List<@IntRange(max = 4095) Integer> inputs,
      @ForAll @IntRange(min = 1, max = 4) int atOnce)
      throws InterruptedException {
    List<Step> steps = stepsOf(inputs);
    Set<String> written = ConcurrentHashMap.newKeySet();
    List<String> tooEarly = Collections.synchronizedList(new ArrayList<>());
    List<String> done = Collections.synchronizedList(new ArrayList<>());
    AtomicInteger atWork = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    new StepSchedule(steps, atOnce)
        .run(
            step -> {
              most.accumulateAndGet(atWork.incrementAndGet(), Math::max);
              step.reads().stream()
                  .filter(table -> !written.contains(table))
                  .forEach(table -> tooEarly.add(step.name() + " before " + table));
              written.addAll(step.writes());
              done.add(step.name());
              atWork.decrementAndGet();
            });
    assertThat(tooEarly).isEmpty();
    assertThat(done).containsExactlyInAnyOrderElementsOf(steps.stream().map(Step::name).toList());
    assertThat(most.get()).isLessThanOrEqualTo(atOnce);
  }

  /** One step for each number, which reads the earlier tables that its bits name. */
  private static List<Step> stepsOf(List<Integer> inputs) {
    List<Step> steps = new ArrayList<>();
    for (int i = 0; i < inputs.size(); i++) {
      List<String> reads = new ArrayList<>();
      for (int j = 0; j < i; j++) {
        if ((inputs.get(i) >> j & 1) == 1) {
          reads.add("t" + j);
        }
      }
      steps.add(ToyStep.of("s" + i, reads, List.of("t" + i)));
    }
    return steps;
  }

  @Test
  void independentStepsRunAtTheSameTime() throws InterruptedException {
    CyclicBarrier both = new CyclicBarrier(2);
    new StepSchedule(List.of(step("one"), step("two")), 2)
        .run(
            step -> {
              await(both);
              ended.add(step.name());
            });
    assertThat(ended).containsExactlyInAnyOrder("one", "two");
  }

  @Test
  void afterAFailureNoStepBeginsAndThoseAtWorkEnd() {
    CyclicBarrier both = new CyclicBarrier(2);
    StepSchedule schedule =
        new StepSchedule(List.of(step("fails"), step("works"), step("waits")), 2);
    assertThatThrownBy(
            () ->
                schedule.run(
                    step -> {
                      await(both);
                      if (step.name().equals("fails")) {
                        throw new IllegalStateException("broken");
                      }
                      sleep();
                      ended.add(step.name());
                    }))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("broken");
    assertThat(ended).containsExactly("works");
  }

  @Test
  void aSecondFailureIsKeptBesideTheFirst() {
    CyclicBarrier both = new CyclicBarrier(2);
    assertThatThrownBy(
            () ->
                new StepSchedule(List.of(step("one"), step("two")), 2)
                    .run(
                        step -> {
                          await(both);
                          throw new IllegalStateException("broken");
                        }))
        .satisfies(error -> assertThat(error.getSuppressed()).hasSize(1));
  }

  private static Step step(String name) {
    return ToyStep.of(name, List.of(), List.of("table_of_" + name));
  }

  private static void await(CyclicBarrier barrier) {
    try {
      barrier.await(PATIENCE_S, TimeUnit.SECONDS);
    } catch (InterruptedException | BrokenBarrierException | TimeoutException e) {
      throw new IllegalStateException("the other step is not at work", e);
    }
  }

  /** Long enough for a step that must not begin to begin. */
  private static void sleep() {
    try {
      Thread.sleep(50);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
