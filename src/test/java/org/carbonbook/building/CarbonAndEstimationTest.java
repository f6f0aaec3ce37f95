package org.carbonbook.building;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.apache.commons.io.FileUtils;
import org.apache.spark.sql.Row;
import org.carbonbook.fixtures.NightlyLake;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A month of two buildings in Hubei, hour by hour: carbon three ways against sums over the hours,
 * and gaps that are filled with what the pattern of the hours says they must be.
 */
class CarbonAndEstimationTest {

  private static final int HOURS = 31 * 24;
  private static final LocalDateTime START = LocalDateTime.of(2022, 1, 1, 0, 0);
  private static final int CONTRACT_FROM = 15 * 24;
  private static final double CONTRACT = 0.2;

  /** Electricity of Hubei in 2022, kg CO2/kWh: conf/factors/grid_cn.csv. */
  private static final double YEARLY = 0.4364;

  /** The residual mix of the nation in 2022, kg CO2/kWh: conf/factors/grid_cn.csv. */
  private static final double RESIDUAL = 0.5856;

  /** Hours without a reading: so many, from an hour of the month on. */
  private enum Gap {
    SHORT(4 * 24 + 8, 3),
    LONGER(9 * 24, 30),
    TOO_LONG(18 * 24, 200);

    private final int from;
    private final int hours;

    Gap(int from, int hours) {
      this.from = from;
      this.hours = hours;
    }

    boolean has(int hour) {
      return hour >= from && hour < from + hours;
    }
  }

  @TempDir static Path folder;
  private static NightlyLake lake;

  @BeforeAll
  static void load() throws IOException {
    Path landing = Files.createDirectory(folder.resolve("landing"));
    Path conf = folder.resolve("conf");
    FileUtils.copyDirectory(Path.of("conf").toFile(), conf.toFile());
    Path quality = conf.resolve("meter/quality.yaml");
    Files.writeString(
        quality,
        Files.readString(quality).replaceFirst("method: none *#.*", "method: same_hour_day_type"));
    Files.writeString(
        landing.resolve("meters.csv"),
        """
        meter_id,building_id,energy_kind,reading,unit,time_zone,interval_minutes
        M1,B1,electricity,interval,kWh,UTC,60
        M2,B2,electricity,interval,kWh,UTC,60
        """);
    Files.writeString(
        landing.resolve("buildings.csv"),
        """
        building_id,name,use_type,area_m2,region
        B1,One,office,1000,420000
        B2,Two,office,1000,420000
        """);
    Files.writeString(
        landing.resolve("electricity_contracts.csv"),
        "building_id,valid_from,valid_to,kgco2_kwh\nB1,2022-01-16,2023-01-01," + CONTRACT + "\n");
    StringBuilder grid = new StringBuilder("region,timestamp,kgco2_kwh\n");
    StringBuilder readings = new StringBuilder("meter_id,timestamp,value,quality\n");
    for (int hour = 0; hour < HOURS; hour++) {
      String stamp = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").format(at(hour));
      grid.append("420000,%s,%s%n".formatted(stamp, hourlyFactor(hour)));
      readings.append("M1,%s,%s,%n".formatted(stamp, use(hour)));
      readings.append("M2,%s,%s,%n".formatted(stamp, isAbsent(hour) ? "" : use(hour)));
    }
    Files.writeString(landing.resolve("grid_carbon.csv"), grid);
    Files.writeString(landing.resolve("readings.csv"), readings);
    lake = new NightlyLake(folder.resolve("lake"), landing, conf).run();
  }

  private static boolean isAbsent(int hour) {
    return Arrays.stream(Gap.values()).anyMatch(gap -> gap.has(hour));
  }

  private static LocalDateTime at(int hour) {
    return START.plusHours(hour);
  }

  /** kWh; a straight line within a day, less at weekends. */
  private static double use(int hour) {
    boolean rest = Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY).contains(at(hour).getDayOfWeek());
    return (rest ? 20 : 50) + 1.5 * at(hour).getHour();
  }

  private static double hourlyFactor(int hour) {
    return Math.round(1000 * (0.3 + 0.02 * at(hour).getHour())) / 1000.0;
  }

  private static double sum(IntPredicate which, IntToDoubleFunction each) {
    return IntStream.range(0, HOURS).filter(which).mapToDouble(each).sum();
  }

  private static Row month(String building) {
    return lake.table("mart.building_energy_monthly")
        .filter("building_id = '" + building + "'")
        .collectAsList()
        .get(0);
  }

  private static void near(Row row, String column, double expected) {
    assertThat(row.<Double>getAs(column)).as(column).isCloseTo(expected, within(1e-9 * expected));
  }

  @Test
  void carbonThreeWays() {
    Row month = month("B1");
    near(month, "kwh", sum(hour -> true, hour -> use(hour)));
    near(month, "co2_location_yearly_t", sum(hour -> true, hour -> use(hour) * YEARLY) / 1000);
    near(
        month,
        "co2_location_hourly_t",
        sum(hour -> true, hour -> use(hour) * hourlyFactor(hour)) / 1000);
    near(
        month,
        "co2_market_t",
        sum(hour -> true, hour -> use(hour) * (hour >= CONTRACT_FROM ? CONTRACT : RESIDUAL))
            / 1000);
  }

  @Test
  void withoutAContractElectricityHasTheResidualMix() {
    Row month = month("B2");
    near(month, "co2_market_t", month.<Double>getAs("kwh") * RESIDUAL / 1000);
    assertThat(month.<String>getAs("co2_market_notation")).isNull();
    near(month, "residual_value", RESIDUAL);
    assertThat(month.<String>getAs("residual_area")).isEqualTo("全国");
    assertThat(month.<Integer>getAs("residual_year")).isEqualTo(2022);
  }

  @Test
  void theFactorIsNamedBesideTheFigure() {
    Row month = month("B1");
    near(month, "factor_value", YEARLY);
    assertThat(month.<String>getAs("factor_unit")).isEqualTo("kgCO2/kWh");
    assertThat(month.<String>getAs("factor_area")).isEqualTo("湖北");
    assertThat(month.<Integer>getAs("factor_year")).isEqualTo(2022);
    assertThat(month.<String>getAs("factor_id")).startsWith("grid_cn/湖北/2022/average/");
  }

  @Test
  void gapsAreFilledByTheirLengthAndFlagged() {
    List<Row> days =
        lake.table("core.meter_day").filter("meter_id = 'M2'").orderBy("day").collectAsList();
    int filled = 0;
    for (int hour = 0; hour < HOURS; hour++) {
      Row day = days.get(hour / 24);
      String state = day.<String>getAs("hour_state").substring(hour % 24, hour % 24 + 1);
      Double quantity = (Double) day.getList(day.fieldIndex("hour_quantity")).get(hour % 24);
      if (Gap.TOO_LONG.has(hour)) {
        assertThat(state).as("state of hour %d", hour).isEqualTo("L");
        assertThat(quantity).as("hour %d", hour).isNull();
        continue;
      }
      assertThat(quantity).as("hour %d", hour).isCloseTo(use(hour), within(1e-6));
      assertThat(state).as("state of hour %d", hour).isEqualTo(isAbsent(hour) ? "E" : "M");
      if (isAbsent(hour)) {
        assertThat(day.getList(day.fieldIndex("hour_reason")).get(hour % 24))
            .isEqualTo(Gap.SHORT.has(hour) ? "estimated_linear" : "estimated_profile");
        filled++;
      }
    }
    assertThat(filled).isEqualTo(Gap.SHORT.hours + Gap.LONGER.hours);
    double estimated = sum(hour -> Gap.SHORT.has(hour) || Gap.LONGER.has(hour), hour -> use(hour));
    assertThat(days.stream().mapToDouble(day -> day.<Double>getAs("filled")).sum())
        .isCloseTo(estimated, within(1e-6));
    near(
        month("B2"),
        "estimated_share",
        estimated / sum(hour -> !Gap.TOO_LONG.has(hour), hour -> use(hour)));
  }
}
