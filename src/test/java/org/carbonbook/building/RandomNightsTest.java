package org.carbonbook.building;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.commons.collections4.ListUtils;
import org.apache.commons.io.FileUtils;
import org.carbonbook.fixtures.NightlyLake;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whatever arrives in whatever order over several nights, the lake is what a rebuild from its
 * archive gives: new, late, revised, shortened, grown, re-sent and renamed files, emptied and
 * invalid values, changes of the registry.
 */
class RandomNightsTest {

  private static final String HEADER = "meter_id,timestamp,value,quality\n";
  private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");
  private static final LocalDateTime START = LocalDateTime.of(2024, 1, 1, 0, 0);
  private static final int NIGHTS = 4;

  @TempDir Path folder;

  private Random random;
  private Path landing;
  private final List<String> sent = new ArrayList<>();
  private int files;

  @ParameterizedTest
  @ValueSource(longs = {1, 2})
  void aLateFileEqualsARebuild(long seed) throws IOException {
    random = new Random(seed);
    landing = Files.createDirectories(folder.resolve("landing"));
    writeRegistry(40);
    List<String> nights = new ArrayList<>();
    NightlyLake lake = new NightlyLake(folder.resolve("lake"), landing);
    for (int night = 0; night < NIGHTS; night++) {
      String what = arrive(night);
      nights.add(what);
      lake.run(List.of("archive", "meters"));
      assertThat(lake.notices()).as(what).doesNotContain("METER_NOT_CONSERVED");
    }
    Path again = folder.resolve("again");
    FileUtils.copyDirectory(
        folder.resolve("lake/raw/files").toFile(), again.resolve("raw/files").toFile());
    FileUtils.copyDirectory(
        folder.resolve("lake/raw/source_file").toFile(), again.resolve("raw/source_file").toFile());
    NightlyLake rebuilt = new NightlyLake(again, landing).run(List.of("meters"));
    for (String table : List.of("core.meter_day", "core.meter", "raw.meter_file", "ops.reject")) {
      List<String> here = texts(lake, table);
      List<String> there = texts(rebuilt, table);
      assertThat(ListUtils.subtract(here, there))
          .as("%s after %s: rows of the lake that the rebuild has not", table, nights)
          .isEqualTo(ListUtils.subtract(there, here));
    }
  }

  /** The rows of a table as texts; the run that rejected a row is not part of it. */
  private static List<String> texts(NightlyLake lake, String table) {
    var rows = lake.table(table);
    return rows.drop("run").collectAsList().stream().map(Object::toString).sorted().toList();
  }

  private void writeRegistry(int multiplier) throws IOException {
    Files.writeString(
        landing.resolve("meters.csv"),
        "meter_id,building_id,energy_kind,reading,unit,multiplier,interval_minutes,time_zone\n"
            + "I,B,electricity,interval,kWh,1,60,Asia/Shanghai\n"
            + "R,B,electricity,register,kWh,%d,60,Europe/London\n".formatted(multiplier)
            + "S,B,gas,register,m3,1,1440,Asia/Shanghai\n");
  }

  private String arrive(int night) throws IOException {
    StringBuilder what = new StringBuilder();
    int arrivals = night == 0 ? 3 : 1 + random.nextInt(2);
    for (int i = 0; i < arrivals; i++) {
      int kind = night == 0 ? 0 : random.nextInt(9);
      what.append(kind).append(' ');
      switch (kind) {
        case 1 -> Files.writeString(any(), readings());
        case 2 -> shorten(any());
        case 3 -> Files.writeString(any(), rows(), StandardOpenOption.APPEND);
        case 4 -> Files.writeString(landing.resolve(name()), sent.get(random.nextInt(sent.size())));
        case 5 -> Files.writeString(any(), sent.get(random.nextInt(sent.size())));
        case 6 -> Files.move(any(), landing.resolve(name()));
        case 7 -> empty(any());
        case 8 -> writeRegistry(random.nextBoolean() ? 40 : 60);
        default -> Files.writeString(landing.resolve(name()), readings());
      }
    }
    return what.toString();
  }

  private String name() {
    return "%creadings-%d.csv".formatted('a' + random.nextInt(26), files++);
  }

  private Path any() throws IOException {
    try (var all = Files.list(landing)) {
      List<Path> logs =
          all.filter(path -> path.getFileName().toString().contains("readings")).sorted().toList();
      return logs.get(random.nextInt(logs.size()));
    }
  }

  private String readings() {
    String text = HEADER + rows();
    sent.add(text);
    return text;
  }

  /** Some days of one meter: counting up, the same value, with gaps, or few of them far apart. */
  private String rows() {
    String meter = List.of("I", "R", "S").get(random.nextInt(3));
    LocalDateTime from = START.plusDays(random.nextInt(150));
    int days = 1 + random.nextInt(40);
    int stepHours = meter.equals("S") ? 24 * (1 + random.nextInt(30)) : 1;
    boolean same = random.nextInt(4) == 0;
    StringBuilder text = new StringBuilder();
    for (LocalDateTime at = from; at.isBefore(from.plusDays(days)); at = at.plusHours(stepHours)) {
      long hours = java.time.Duration.between(START, at).toHours();
      String value =
          meter.equals("I")
              ? same ? "7" : Long.toString(5 + (hours * 31) % 11)
              : Long.toString(1000 + hours / (same ? 100 : 1));
      int chance = random.nextInt(60);
      String quality = chance == 0 ? "E" : chance == 1 ? "invalid" : "";
      if (chance != 2) {
        text.append(
            "%s,%s,%s,%s\n".formatted(meter, STAMP.format(at), chance == 3 ? "" : value, quality));
      }
    }
    return text.toString();
  }

  private void shorten(Path file) throws IOException {
    List<String> lines = Files.readAllLines(file);
    Files.write(file, lines.subList(0, 1 + lines.size() / 2));
  }

  private void empty(Path file) throws IOException {
    String text = Files.readString(file, StandardCharsets.UTF_8);
    Files.writeString(landing.resolve(name()), text.replaceAll(",[0-9]+,", ",,"));
  }
}
