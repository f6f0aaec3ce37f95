package org.carbonbook.job.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What arrives before the second night: one corrected yearbook table, one late day of meters. */
final class SecondNight {

  private SecondNight() {}

  static void change(Path landing) throws IOException {
    Path indicators = landing.resolve("xianning/indicators.csv");
    String before = Files.readString(indicators);
    String after = before.replaceAll("(咸宁,2007,人口,,,)\\d", "$19");
    assertThat(after).isNotEqualTo(before);
    Files.writeString(indicators, after);

    List<String> rows = Files.readAllLines(landing.resolve("meters/readings-2024-01.csv"));
    List<String> late = new ArrayList<>(rows.subList(0, 1));
    rows.stream()
        .filter(row -> row.contains("2024-01-21"))
        .forEach(row -> late.add(row.replace("2024-01-21", "2024-01-22")));
    assertThat(late.size()).isGreaterThan(10);
    Files.write(landing.resolve("meters/readings-2024-01-late.csv"), late);
  }
}
