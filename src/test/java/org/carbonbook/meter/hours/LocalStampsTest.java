package org.carbonbook.meter.hours;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Row;
import org.carbonbook.intake.LocalStamps;
import org.carbonbook.intake.Millionths;
import org.carbonbook.intake.StampPattern;
import org.carbonbook.meter.log.ReadingBlock;
import org.junit.jupiter.api.Test;

/** Local stamps around the changes of the clocks. */
final class LocalStampsTest {

  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  private static ReadingBlock stamps(LocalDateTime first, int stepMinutes, List<Integer> steps) {
    ReadingBlock block = new ReadingBlock();
    for (int step : steps) {
      block.add(
          first.plusMinutes((long) step * stepMinutes).toEpochSecond(ZoneOffset.UTC),
          Millionths.ONE,
          (byte) 0);
    }
    return block;
  }

  private static ReadingBlock instants(ReadingBlock local) {
    long[] instants = new long[local.size];
    LocalStamps.toInstants(BERLIN, local.seconds, i -> false, false, instants);
    ReadingBlock block = new ReadingBlock();
    for (long instant : instants) {
      if (instant != StampPattern.INVALID) {
        block.add(instant, Millionths.ONE, ReadingBlock.INSTANT);
      }
    }
    return block;
  }

  @Test
  void bothPassesOfTheAutumnHourAreKept() {
    // 27 October 2024: 03:00 summer time becomes 02:00 winter time.
    List<Integer> steps = new ArrayList<>();
    for (int quarter = 0; quarter < 12; quarter++) {
      steps.add(quarter);
    }
    for (int quarter = 8; quarter < 96; quarter++) {
      steps.add(quarter);
    }
    ReadingBlock all = instants(stamps(LocalDateTime.of(2024, 10, 27, 0, 0), 15, steps));
    MeterDays months =
        new MeterDays(
            MeterFixtures.interval(BERLIN, 900), MeterFixtures.RULES, List.of("stuck"), all);
    List<Row> days = months.days(null);
    assertThat(days).hasSize(1);
    assertThat(days.get(0).<Integer>getAs("hours")).isEqualTo(25);
    assertThat(days.get(0).<Double>getAs("measured")).isEqualTo(100);
    assertThat(days.get(0).<Double>getList(days.get(0).fieldIndex("hour_quantity")))
        .containsOnly(4.0);
  }

  @Test
  void anHourlyMeterShowsTheRepeatedHourTwice() {
    ReadingBlock all =
        instants(stamps(LocalDateTime.of(2024, 10, 27, 0, 0), 60, List.of(0, 1, 2, 2, 3, 4)));
    for (int i = 1; i < all.size; i++) {
      assertThat(all.seconds[i] - all.seconds[i - 1]).isEqualTo(3600);
    }
  }

  @Test
  void theSpringDayHas23HoursAndNoSkippedHour() {
    List<Integer> steps = List.of(0, 1, 2, 3, 4, 5);
    ReadingBlock local = stamps(LocalDateTime.of(2024, 3, 31, 0, 0), 60, steps);
    ReadingBlock all = instants(local);
    assertThat(all.size).isEqualTo(5);
    MeterDays months =
        new MeterDays(MeterFixtures.interval(BERLIN, 3600), MeterFixtures.RULES, List.of(), all);
    assertThat(months.days(null).get(0).<Integer>getAs("hours")).isEqualTo(23);
  }
}
