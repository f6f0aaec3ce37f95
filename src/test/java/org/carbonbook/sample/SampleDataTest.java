package org.carbonbook.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.carbonbook.notice.Notice;
import org.carbonbook.notice.Severity;
import org.carbonbook.yearbook.read.FileReading;
import org.carbonbook.yearbook.read.ReadingHints;
import org.carbonbook.yearbook.read.TableReading;
import org.carbonbook.yearbook.read.YearbookReader;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The sample data are what the generator writes, and every file is read without an error. {@code
 * -Dsample.write=true} writes them anew first.
 */
class SampleDataTest {
  private static final Path SAMPLE = Path.of("sample-data");
  private static final List<String> NOT_YEARBOOKS = List.of("meters", "transport");

  @BeforeAll
  static void writeIfAsked() throws IOException {
    if (Boolean.getBoolean("sample.write")) {
      SampleDataGenerator.write(SAMPLE);
    }
  }

  @Test
  void theGeneratorWritesTheCommittedBytes(@TempDir Path fresh) throws IOException {
    SampleDataGenerator.write(fresh);

    assertThat(files(fresh).keySet()).isEqualTo(files(SAMPLE).keySet());
    for (Map.Entry<String, Path> file : files(fresh).entrySet()) {
      Path committed = SAMPLE.resolve(file.getKey());
      assertThat(WorkbookText.of(committed))
          .as("cells of " + file.getKey() + "; write anew with -Dsample.write=true")
          .isEqualTo(WorkbookText.of(file.getValue()));
      assertThat(Files.readAllBytes(committed))
          .as(file.getKey())
          .isEqualTo(Files.readAllBytes(file.getValue()));
    }
  }

  /** No page with table 3-4 of the Yearbook 2014 was seen; another table gives the same figures. */
  @Test
  void theIndexOfGdpFollowsFromValueAddedAtConstantPrices() throws IOException {
    Map<String, TreeMap<Integer, BigDecimal>> real = new TreeMap<>();
    rows("national/value-added-constant-prices.csv")
        .forEach(
            row ->
                real.computeIfAbsent(row[7], basis -> new TreeMap<>())
                    .merge(Integer.valueOf(row[1]), new BigDecimal(row[5]), BigDecimal::add));
    Map<String, BigDecimal> index =
        rows("national/gdp-index.csv").stream()
            .collect(Collectors.toMap(row -> row[1], row -> new BigDecimal(row[5])));
    int compared = 0;
    for (TreeMap<Integer, BigDecimal> years : real.values()) {
      for (int year : years.keySet()) {
        if (years.containsKey(year - 1)) {
          double grown = 100 * years.get(year).doubleValue() / years.get(year - 1).doubleValue();
          assertThat(index.get("" + year).doubleValue())
              .as("" + year)
              .isCloseTo(grown, within(0.051));
          compared++;
        }
      }
    }
    assertThat(compared).isEqualTo(7);
  }

  private static List<String[]> rows(String file) throws IOException {
    return Files.readAllLines(SAMPLE.resolve(file)).stream()
        .skip(1)
        .map(line -> line.split(",", -1))
        .toList();
  }

  @Test
  void everyFileIsReadWithoutAnError() throws IOException {
    YearbookReader reader = YearbookReader.load(Path.of("conf"));
    for (Map.Entry<String, Path> file : files(SAMPLE).entrySet()) {
      if (file.getKey().endsWith(".source.yaml")) {
        continue;
      }
      FileReading reading = read(reader, file.getValue());

      assertThat(reading.listNotices())
          .as(file.getKey())
          .filteredOn(n -> n.severity() == Severity.ERROR)
          .isEmpty();
      assertThat(reading.tables())
          .as(file.getKey() + " " + reading.listNotices())
          .singleElement()
          .extracting(TableReading::status)
          .isEqualTo(TableReading.ACCEPTED);
    }
  }

  @Test
  void theAssumedBalancesHoldTheirIdentitiesAndSayWhatTheyAre() throws IOException {
    YearbookReader reader = YearbookReader.load(Path.of("conf"));
    for (int year : List.of(2007, 2010)) {
      Path file = SAMPLE.resolve("xianning/energy-balance-" + year + "-assumed-breakdown.xlsx");
      TableReading table = read(reader, file).tables().get(0);

      assertThat(table.regionCode()).isEqualTo("421200");
      assertThat(table.year()).isEqualTo(year);
      assertThat(table.notices())
          .extracting(Notice::severity)
          .doesNotContain(Severity.WARNING, Severity.ERROR);
      assertThat(Files.readString(Path.of(file + ".source.yaml")))
          .contains("kind: \"assumed\"", "assumed breakdown");
      assertThat(WorkbookText.of(file)).contains("假设分解");
    }
  }

  @Test
  void theCityIsAShareOfTheProvinceBySector() {
    SampleBalance hubei = SampleBalance.of(SheetFigures.read("hubei-2007-balance"));
    SampleBalance city = AssumedCityBalance.of(hubei, 2007);

    assertThat(city.find("industry", "raw_coal")).hasValue(new BigDecimal("128.10"));
    assertThat(city.find("residential_rural", "raw_coal")).hasValue(new BigDecimal("12.32"));
    assertThat(city.find("coking", "cleaned_coal")).isEmpty();
    assertThat(city.find("industry", "refinery_gas")).isEmpty();
    assertThat(AssumedCityBalance.of(hubei, 2010).find("industry", "raw_coal"))
        .hasValue(new BigDecimal("146.98"));
  }

  private static FileReading read(YearbookReader reader, Path file) throws IOException {
    boolean china = Files.readString(Path.of(file + ".source.yaml")).contains("region: \"100000\"");
    return reader.read(
        file.getFileName().toString(),
        Files.readAllBytes(file),
        china ? new ReadingHints("100000", null) : ReadingHints.NONE);
  }

  /**
   * The files of yearbooks; the registries and logs of meters and vehicles have generators of their
   * own.
   */
  private static Map<String, Path> files(Path root) throws IOException {
    try (Stream<Path> walk = Files.walk(root)) {
      return walk.filter(Files::isRegularFile)
          .filter(f -> NOT_YEARBOOKS.stream().noneMatch(root.relativize(f)::startsWith))
          .collect(
              Collectors.toMap(
                  f -> root.relativize(f).toString(), f -> f, (a, b) -> a, TreeMap::new));
    }
  }
}
