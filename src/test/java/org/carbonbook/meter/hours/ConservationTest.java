package org.carbonbook.meter.hours;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.carbonbook.intake.Millionths;
import org.carbonbook.meter.log.ReadingBlock;
import org.carbonbook.meter.registry.Meter;

/** No energy is lost or invented, whatever the readings are. */
final class ConservationTest {

  private static final long START = 1_704_067_200L;

  @Property(tries = 300)
  void registersKeepTheirDifference(
      @ForAll long seed,
      @ForAll @IntRange(min = 2, max = 400) int count,
      @ForAll @IntRange(min = 0, max = 3) int resets) {
    Random random = new Random(seed);
    ReadingBlock block = new ReadingBlock();
    long at = START;
    long register = random.nextInt(1_000_000_000);
    for (int i = 0; i < count; i++) {
      at += 60 + random.nextInt(random.nextInt(40) == 0 ? 100_000 : 7200);
      register += random.nextInt(5_000_000);
      long value = random.nextInt(30) == 0 ? random.nextInt(1_000_000_000) : register;
      block.add(at, value, ReadingBlock.INSTANT);
    }
    List<Meter.Reset> declared = new ArrayList<>();
    for (int i = 0; i < resets; i++) {
      long second = block.seconds[random.nextInt(count)] + random.nextInt(100);
      declared.add(new Meter.Reset(second, random.nextInt(1_000_000_000), 0));
    }
    declared.sort(java.util.Comparator.comparingLong(Meter.Reset::atS));
    MeterDays months =
        new MeterDays(MeterFixtures.register(3, declared), MeterFixtures.RULES, List.of(), block);
    assertThat(months.difference()).isZero();
    assertRegisterIsExplained(months.days(null));
  }

  /** Sum of hours = register end - start + adjustments, from the published columns alone. */
  private static void assertRegisterIsExplained(List<MeterDay> days) {
    Double start = null;
    double end = 0;
    long hours = 0;
    long adjusted = 0;
    for (MeterDay day : days) {
      hours += micro(day.getMeasured()) + micro(day.getEstimated()) + micro(day.getLost());
      adjusted += micro(day.getAdjusted());
      if (day.getRegisterStart() != null) {
        start = start == null ? day.getRegisterStart() : start;
        end = day.getRegisterEnd();
      }
    }
    assertThat(hours).isEqualTo(micro(end) - micro(start) + adjusted);
  }

  @Property(tries = 300)
  void intervalsKeepTheirEnergy(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 500) int count) {
    Random random = new Random(seed);
    ReadingBlock block = new ReadingBlock();
    long at = START;
    for (int i = 0; i < count; i++) {
      at += random.nextInt(20) == 0 ? random.nextInt(90_000) : 900;
      long second = random.nextInt(50) == 0 ? START + random.nextInt(100_000) : at;
      block.add(second, random.nextInt(9_000_000) - 100_000, ReadingBlock.INSTANT);
    }
    MeterDays months =
        new MeterDays(
            MeterFixtures.interval(java.time.ZoneId.of("Europe/Berlin"), 900),
            MeterFixtures.RULES,
            List.of(),
            block);
    assertThat(months.difference()).isZero();
  }

  private static long micro(double value) {
    return Math.round(value * Millionths.ONE);
  }
}
