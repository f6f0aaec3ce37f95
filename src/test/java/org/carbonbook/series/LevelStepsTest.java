package org.carbonbook.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.carbonbook.series.LevelSteps.Runs;
import org.junit.jupiter.api.Test;

/** Where the level of a series steps. */
class LevelStepsTest {

  private static final LevelSteps STEPS = Figures.RULES.levels();

  private static Runs split(double[] values) {
    return STEPS.split(
        Figures.find(
            Figures.region(
                Figures.series(
                    "421200",
                    "emission_co2///tCO2",
                    2000,
                    1999 + values.length,
                    y -> values[y - 2000]),
                new ArrayList<>()),
            "emission_co2.tCO2"));
  }

  /** CEADs city inventories, Xianning 2006-2019, Mt (10^6 t): the source steps twice. */
  @Test
  void theInventoryOfXianningStepsIn2013AndIn2017() {
    double[] xianning = {
      8.398, 8.558, 9.425, 10.126, 9.905, 10.077, 9.803, 15.379, 15.747, 15.054, 16.830, 24.078,
      23.971, 25.777
    };
    Runs runs = split(xianning);
    assertThat(runs.steps()).extracting(LevelSteps.LevelStep::lastYear).containsExactly(2006, 2010);
    assertThat(runs.steps().get(0).change()).isCloseTo(0.569, within(0.0005));
    assertThat(runs.runs()).extracting(YearSeries::size).containsExactly(7, 4, 3);
    assertThat(runs.startOf(2008)).isEqualTo(2007);
  }

  @Test
  void aSeriesThatAlwaysMovesThatMuchHasNoStep() {
    double[] restless = {10, 16, 9, 17, 10, 15, 8, 16};
    assertThat(split(restless).steps()).isEmpty();
    assertThat(split(new double[] {10, 10, 20, 20}).steps()).isEmpty();
    assertThat(split(new double[] {10, 11, -30, 11, 12, 13, 14}).steps()).isEmpty();
  }

  @Property(tries = 200)
  void aStepThatIsPutInIsFoundAndOnlyThatOne(
      @ForAll long seed,
      @ForAll @IntRange(min = 4, max = 15) int at,
      @ForAll @DoubleRange(min = 0.6, max = 3) double size) {
    Random random = new Random(seed);
    double[] values = new double[20];
    values[0] = 100;
    for (int i = 1; i < values.length; i++) {
      values[i] = values[i - 1] * Math.exp(0.03 + 0.03 * (random.nextDouble() - 0.5));
      values[i] *= i == at ? 1 + size : 1;
    }
    Runs runs = split(values);
    assertThat(runs.steps())
        .singleElement()
        .satisfies(step -> assertThat(step.nextYear()).isEqualTo(2000 + at));
    List<SeriesFigure> all = runs.runs().stream().flatMap(run -> run.figures().stream()).toList();
    assertThat(all.stream().mapToInt(SeriesFigure::year).boxed().toList())
        .isEqualTo(IntStream.range(2000, 2020).boxed().toList());
  }
}
