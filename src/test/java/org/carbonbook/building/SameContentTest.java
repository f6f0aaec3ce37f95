package org.carbonbook.building;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.carbonbook.fixtures.NightlyLake;
import org.carbonbook.lake.Digest;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same content gives the same marts, whatever the names, folders and times of its files. */
class SameContentTest {

  private static final String HEADER = "meter_id,timestamp,value,quality\n";
  private static final Map<String, String> FILES = new LinkedHashMap<>();

  @TempDir static Path folder;

  private static Map<String, String> expected;

  @BeforeAll
  static void load() throws IOException {
    FILES.put(
        "meters.csv",
        "meter_id,building_id,energy_kind,reading,unit,multiplier,interval_minutes,valid_from,"
            + "valid_to\n"
            + "M1,B1,electricity,interval,kWh,1,60,2024-03-01,\n"
            + "M2,B1,electricity,interval,kWh,1,60,2024-01-01,\n");
    FILES.put(
        "older-meters.csv",
        "meter_id,building_id,energy_kind,reading,unit,multiplier,interval_minutes,valid_from,"
            + "valid_to\n"
            + "M1,B1,electricity,interval,MWh,1,30,2024-01-01,2024-03-01\n");
    FILES.put(
        "buildings.csv",
        "building_id,name,use_type,area_m2,region\nB1,One,office,1000,Hubei\nB2,Two,office,50,Hubei\n");
    FILES.put("weather_a.csv", weather(3));
    FILES.put("weather_b.csv", weather(11));
    FILES.put("readings_1.csv", readings(1, 60, 10));
    FILES.put("readings_2.csv", readings(40, 90, 20));
    FILES.put("readings_3.csv", HEADER + "M1,2999-01-01 00:00,7,\n" + "M2,2024-02-01 00:00,7,\n");
    expected = marts("as-sent", new LinkedHashMap<>(), Instant.now());
  }

  private static String weather(int celsius) {
    StringBuilder text = new StringBuilder("region,timestamp,celsius\n");
    for (int day = 1; day <= 28; day++) {
      text.append("Hubei,2024-02-%02d 12:00,%d\n".formatted(day, celsius));
    }
    return text.toString();
  }

  private static String readings(int fromDay, int toDay, int value) {
    StringBuilder text = new StringBuilder(HEADER);
    java.time.LocalDate first = java.time.LocalDate.of(2024, 1, 1);
    for (int day = fromDay; day <= toDay; day++) {
      for (int hour = 0; hour < 24; hour++) {
        for (String meter : List.of("M1", "M2")) {
          text.append(
              "%s,%s %02d:00,%d,\n".formatted(meter, first.plusDays(day), hour, value + hour % 5));
        }
      }
    }
    return text.toString();
  }

  /** A new lake of the same content under other names; names that are not given stay. */
  private static Map<String, String> marts(String name, Map<String, String> names, Instant modified)
      throws IOException {
    Path landing = folder.resolve(name).resolve("landing");
    for (Map.Entry<String, String> file : FILES.entrySet()) {
      Path path = landing.resolve(names.getOrDefault(file.getKey(), file.getKey()));
      Files.createDirectories(path.getParent());
      Files.writeString(path, file.getValue());
      Files.setLastModifiedTime(path, FileTime.from(modified));
    }
    Path lake = folder.resolve(name).resolve("lake");
    new NightlyLake(lake, landing).run();
    return bytes(lake.resolve("mart"));
  }

  private static Map<String, String> bytes(Path marts) throws IOException {
    Map<String, String> bytes = new TreeMap<>();
    try (Stream<Path> files = Files.walk(marts)) {
      files
          .filter(file -> file.toString().endsWith(".parquet"))
          .forEach(file -> bytes.put(marts.relativize(file).getName(0).toString(), digest(file)));
    }
    return bytes;
  }

  private static String digest(Path file) {
    try {
      return new Digest().add(Files.readAllBytes(file)).hex();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void theTimesOfFilesDecideNothing() throws IOException {
    assertThat(marts("touched", Map.of(), Instant.parse("2001-01-01T00:00:00Z")))
        .isEqualTo(expected);
  }

  @Test
  void theOrderOfNamesDecidesNothing() throws IOException {
    Map<String, String> names =
        Map.of(
            "meters.csv", "a-meters.csv",
            "older-meters.csv", "z-meters.csv",
            "weather_a.csv", "weather_z.csv",
            "readings_1.csv", "readings_9.csv",
            "readings_2.csv", "readings_8.csv",
            "readings_3.csv", "readings_7.csv");
    assertThat(marts("renamed", names, Instant.now())).isEqualTo(expected);
  }

  @Test
  void foldersDecideNothing() throws IOException {
    Map<String, String> names =
        Map.of(
            "meters.csv", "z/meters.csv",
            "older-meters.csv", "a/meters.csv",
            "buildings.csv", "b/c/buildings.csv",
            "weather_b.csv", "a/weather.csv",
            "readings_1.csv", "y/x/readings.csv",
            "readings_2.csv", "a/readings.csv");
    assertThat(marts("moved", names, Instant.now())).isEqualTo(expected);
  }
}
