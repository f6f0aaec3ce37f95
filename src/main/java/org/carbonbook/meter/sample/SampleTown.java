package org.carbonbook.meter.sample;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.carbonbook.meter.sample.TownBuilding.Load;
import org.carbonbook.meter.sample.TownBuilding.Use;

/**
 * Writes a made-up town of thirteen buildings of five uses with two years of electricity, gas, heat
 * and panels, the weather, the hourly carbon of the grid, a contract for green electricity and two
 * events: one that saves energy and one that does not. One building has faulty meters. The same
 * seed gives the same texts.
 */
public final class SampleTown {

  static final String CITY = "421200";
  static final int GOVERNMENT = 1;
  static final int SCHOOL = 2;
  static final int RETROFIT = 3;
  static final int PANELS = 4;
  static final int CAMPAIGN = 5;
  static final int DATA_CENTRE = 7;
  static final int TWO_MAINS = 10;
  static final int DEFECTS = 11;
  static final LocalDate RETROFIT_DAY = LocalDate.of(2023, 1, 1);

  private static final String PROVINCE = "420000";
  private static final long SEED = 20221201;
  private static final LocalDate FIRST = LocalDate.of(2022, 1, 1);
  private static final LocalDate NEW_YEAR = LocalDate.of(2024, 1, 1);
  private static final LocalDate END = LocalDate.of(2024, 1, 22);
  private static final double GRID_MEAN = 0.44;

  private static final List<TownBuilding> BUILDINGS =
      List.of(
          new TownBuilding(
              GOVERNMENT,
              "咸安区政务服务中心",
              Use.OFFICE,
              8200,
              2009,
              "office_government_b",
              new Load(2.6, 13, 1.5)),
          new TownBuilding(SCHOOL, "温泉中学教学楼", Use.SCHOOL, 5400, 2011, "", new Load(1.3, 8, 0.9)),
          new TownBuilding(
              RETROFIT,
              "香城大道办公楼",
              Use.OFFICE,
              12600,
              2004,
              "office_government_b",
              new Load(3.6, 16, 2.1)),
          new TownBuilding(
              PANELS,
              "银泉商务大厦",
              Use.OFFICE,
              21500,
              2016,
              "office_commercial_b",
              new Load(3.2, 15, 1.7)),
          new TownBuilding(
              CAMPAIGN,
              "淦河商务楼",
              Use.OFFICE,
              9800,
              2013,
              "office_commercial_b",
              new Load(3.0, 14, 1.6)),
          new TownBuilding(
              6, "潜山写字楼", Use.OFFICE, 16800, 2019, "office_commercial_b", new Load(2.4, 12, 1.3)),
          new TownBuilding(
              DATA_CENTRE,
              "城东信息大厦",
              Use.OFFICE,
              14200,
              2015,
              "office_commercial_b",
              new Load(5.4, 15, 1.8)),
          new TownBuilding(8, "温泉大酒店", Use.HOTEL, 24800, 2010, "", new Load(5.2, 7.5, 0.9)),
          new TownBuilding(9, "桂花宾馆", Use.HOTEL, 11300, 2006, "", new Load(5.8, 8, 1.0)),
          new TownBuilding(
              TWO_MAINS,
              "鄂南购物中心",
              Use.MALL,
              46000,
              2017,
              "mall_shopping_centre_b",
              new Load(4.6, 27, 1.6)),
          new TownBuilding(
              DEFECTS,
              "中商百货",
              Use.MALL,
              19500,
              2003,
              "mall_department_store_b",
              new Load(4.9, 25, 1.5)),
          new TownBuilding(12, "咸宁市第三医院", Use.HOSPITAL, 38200, 2012, "", new Load(7.1, 11, 0.9)),
          new TownBuilding(
              13, "永安写字楼", Use.OFFICE, 7600, 2001, "office_commercial_a", new Load(3.9, 17, 2.2)));

  private final TownCalendar calendar;
  private final TownWeather weather = new TownWeather(FIRST, END, new Random(SEED));

  /**
   * @param conf the folder of the configuration, whose calendars say when buildings are open
   */
  public SampleTown(Path conf) {
    this.calendar = new TownCalendar(conf);
  }

  /** Writes all files below a folder and returns how many readings there are. */
  public long write(Path folder) {
    try {
      Files.createDirectories(folder);
      writeSmallFiles(folder);
      return writeMeters(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(folder + ": " + e.getMessage(), e);
    }
  }

  private void writeSmallFiles(Path folder) throws IOException {
    Files.writeString(
        folder.resolve("source.yaml"),
        """
        publisher: carbonbook
        edition: made-up town of meters, 2022 to 2024
        citation: Generated for carbonbook by its command sample; names and figures are made up.
        licence: CC0-1.0
        region: "%s"
        origin: assumed
        """
            .formatted(CITY));
    StringBuilder buildings =
        new StringBuilder(
            "building_id,name,use_type,area_m2,valid_from,valid_to,region,year_built,calendar,"
                + "limit_category\n");
    for (TownBuilding building : BUILDINGS) {
      boolean grows = building.number() == GOVERNMENT;
      String day = "2023-07-01";
      buildings
          .append(building.row(building.areaM2(), "2010-01-01", grows ? day : ""))
          .append('\n');
      if (grows) {
        buildings.append(building.row(building.areaM2() + 900, day, "")).append('\n');
      }
    }
    Files.writeString(folder.resolve("buildings.csv"), buildings);
    Files.writeString(
        folder.resolve("building_events.csv"),
        """
        building_id,event,day,note
        XN-B-03,retrofit,%s,LED 照明与冷机更换
        XN-B-05,campaign,2023-01-01,行为节能宣传
        """
            .formatted(RETROFIT_DAY));
    Files.writeString(
        folder.resolve("electricity_contracts.csv"),
        """
        building_id,valid_from,valid_to,kgco2_kwh,note
        XN-B-01,2023-01-01,2024-01-01,0,绿色电力交易
        """);
    try (Writer file = writer(folder, "weather.csv")) {
      weather.write(file, CITY);
    }
    try (Writer file = writer(folder, "grid_carbon-2023.csv.gz")) {
      writeGrid(file);
    }
  }

  /** Less carbon at noon and in the wet season, more in the evening; stamps are UTC. */
  private static void writeGrid(Writer file) throws IOException {
    Random random = new Random(SEED + 1);
    file.write("region,timestamp,kgco2_kwh\n");
    LocalDateTime end = NEW_YEAR.atStartOfDay();
    for (LocalDateTime local = RETROFIT_DAY.atStartOfDay();
        local.isBefore(end);
        local = local.plusHours(1)) {
      double season = StrictMath.cos(2 * Math.PI * (local.getDayOfYear() - 20) / 365.0);
      double noon = StrictMath.cos(2 * Math.PI * (local.getHour() - 12) / 24.0);
      double factor = GRID_MEAN * (1 + 0.12 * season - 0.10 * noon) + 0.01 * random.nextGaussian();
      String stamp =
          local
              .atOffset(ZoneOffset.ofHours(8))
              .withOffsetSameInstant(ZoneOffset.UTC)
              .toLocalDateTime()
              .toString()
              .replace('T', ' ');
      file.write(String.format(Locale.ROOT, "%s,%s,%.4f\n", PROVINCE, stamp, factor));
    }
  }

  private long writeMeters(Path folder) throws IOException {
    TownEnergy energy = new TownEnergy(calendar, weather, SEED, FIRST, END);
    List<TownMeter> all = new ArrayList<>();
    List<TownMeter> newest = new ArrayList<>();
    for (TownBuilding building : BUILDINGS) {
      List<TownMeter> meters = energy.meters(building);
      all.addAll(meters);
      if (building.number() <= SCHOOL) {
        newest.addAll(meters);
      }
    }
    try (Writer file = writer(folder, "meters.csv")) {
      file.write(TownMeter.HEADER);
      for (TownMeter meter : all) {
        meter.writeRegistration(file);
      }
    }
    return writeReadings(folder, "readings-2022.csv.gz", all, FIRST, RETROFIT_DAY)
        + writeReadings(folder, "readings-2023.csv.gz", all, RETROFIT_DAY, NEW_YEAR)
        + writeReadings(folder, "readings-2024-01.csv", newest, NEW_YEAR, END);
  }

  private static long writeReadings(
      Path folder, String name, List<TownMeter> meters, LocalDate from, LocalDate to)
      throws IOException {
    long readings = 0;
    try (Writer file = writer(folder, name)) {
      file.write("meter_id,timestamp,value,quality\n");
      for (TownMeter meter : meters) {
        readings += meter.write(file, from.atStartOfDay(), to.atStartOfDay());
      }
    }
    return readings;
  }

  private static Writer writer(Path folder, String name) throws IOException {
    var bytes = Files.newOutputStream(folder.resolve(name));
    return new BufferedWriter(
        new OutputStreamWriter(
            name.endsWith(".gz") ? new GZIPOutputStream(bytes) : bytes, StandardCharsets.UTF_8));
  }
}
