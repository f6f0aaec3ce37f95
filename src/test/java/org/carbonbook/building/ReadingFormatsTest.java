package org.carbonbook.building;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.io.FileUtils;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.carbonbook.fixtures.NightlyLake;
import org.carbonbook.lake.LakeSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The same readings of two days, written in every way that a format can say, are the same days. */
class ReadingFormatsTest {

  private static final int HOURS = 48;
  private static final int ABSENT = 5;
  private static final int ESTIMATED = 7;
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

  @TempDir static Path folder;
  private static Path landing;
  private static NightlyLake lake;

  private record Reading(LocalDateTime at, String value, String quality) {

    String stamp() {
      return STAMP.format(at);
    }
  }

  @BeforeAll
  static void load() throws IOException {
    landing = Files.createDirectory(folder.resolve("landing"));
    Path conf = folder.resolve("conf");
    FileUtils.copyDirectory(Path.of("conf").toFile(), conf.toFile());
    writeFormats(conf.resolve("formats"));
    writeRegistry();
    writeLong();
    writeWide();
    writeParquet();
    lake = new NightlyLake(folder.resolve("lake"), landing, conf).run();
  }

  private static List<Reading> readings() {
    return IntStream.range(0, HOURS)
        .mapToObj(
            hour ->
                new Reading(
                    LocalDateTime.of(2024, 3, 1, 0, 0).plusHours(hour),
                    hour == ABSENT ? "" : "%d.%02d".formatted(1200 + hour, 25 * (hour % 4)),
                    hour == ESTIMATED ? "E" : ""))
        .toList();
  }

  private static void writeFormats(Path formats) throws IOException {
    writeLogger(formats, "LOGGER", ";", "GBK");
    writeLogger(formats, "PIPED", "|", "GBK");
    writeLogger(formats, "WIDE16", "\\t", "UTF-16");
    Files.writeString(
        formats.resolve("a_column_a_meter.yaml"),
        """
        format: a_column_a_meter
        zh: 每表一列
        en: One column a meter
        paths: ["columns-*.csv"]
        wide: meters
        columns: {time: when}
        """);
    Files.writeString(
        formats.resolve("a_day_a_row.yaml"),
        """
        format: a_day_a_row
        zh: 每日一行
        en: One row a day
        paths: ["days-*.csv"]
        wide: times
        columns: {meter: meter, time: day}
        time: {pattern: "yyyy-MM-dd"}
        """);
  }

  private static void writeLogger(Path formats, String name, String delimiter, String encoding)
      throws IOException {
    Files.writeString(
        formats.resolve(name + ".yaml"),
        """
        format: %1$s
        zh: 采集器
        en: A logger of its own ways
        paths: ["%1$s-*.txt"]
        delimiter: "%2$s"
        encoding: %3$s
        decimal: ","
        columns: {meter: 表号, time: 时间, value: 用电量, quality: 状态}
        time: {pattern: "yyyy年M月d日 H:mm"}
        missing: ["缺"]
        quality: {estimated: ["估"]}
        """
            .formatted(name, delimiter, encoding));
  }

  private static void writeRegistry() throws IOException {
    StringBuilder meters =
        new StringBuilder(
            "meter_id,building_id,energy_kind,reading,unit,time_zone,interval_minutes\n");
    for (String id :
        "CSV PLAIN GZ QUOTED LOGGER PIPED WIDE16 JSON TEXTS TYPED COLUMN DAY".split(" ")) {
      meters.append(id).append(",B1,electricity,interval,kWh,Asia/Shanghai,60\n");
    }
    Files.writeString(landing.resolve("meters.csv"), meters);
  }

  private static void writeLong() throws IOException {
    String header = "meter_id,timestamp,value,quality\n";
    String line = "%s,%s,%s,%s\n";
    Files.writeString(
        landing.resolve("readings-a.csv"),
        header
            + lines(r -> line.formatted("CSV", r.stamp(), r.value(), r.quality()))
            + lines(r -> line.formatted("PLAIN", r.stamp(), r.value(), "")));
    Files.writeString(
        landing.resolve("readings-quoted.csv"),
        header
            + lines(
                r ->
                    "\"QUOTED\",\"%s\",\"%s\",%s\r\n"
                        .formatted(r.stamp(), r.value(), r.quality())));
    try (OutputStream gzip =
        new GZIPOutputStream(Files.newOutputStream(landing.resolve("readings-b.csv.gz")))) {
      String text = header + lines(r -> line.formatted("GZ", r.stamp(), r.value(), r.quality()));
      gzip.write(text.getBytes(StandardCharsets.UTF_8));
    }
    Files.writeString(
        landing.resolve("readings-c.jsonl"),
        lines(
            r ->
                "{\"quality\":\"%s\",\"value\":%s,\"timestamp\":\"%sT%s:00+08:00\",\"meter_id\":\"JSON\"}\n"
                    .formatted(
                        r.quality(),
                        r.value().isEmpty() ? "null" : r.value(),
                        r.at().toLocalDate(),
                        r.at().toLocalTime())));
    writeLog("LOGGER", ";", "GBK");
    writeLog("PIPED", "|", "GBK");
    writeLog("WIDE16", "\t", "UTF-16");
  }

  /** 亅 is 81 7C in GBK: its second byte is the one of {@code |}. */
  private static void writeLog(String meter, String delimiter, String encoding) throws IOException {
    DateTimeFormatter chinese = DateTimeFormatter.ofPattern("yyyy年M月d日 H:mm", Locale.ROOT);
    String text =
        "状态;备注;用电量;时间;表号\n"
            + lines(
                r ->
                    "%s;丨亅;%s;%s;%s\n"
                        .formatted(
                            r.quality().isEmpty() ? "正常" : "估",
                            r.value().isEmpty() ? "缺" : r.value().replace('.', ','),
                            chinese.format(r.at()),
                            meter));
    Files.writeString(
        landing.resolve(meter + "-1.txt"), text.replace(";", delimiter), Charset.forName(encoding));
  }

  private static String lines(java.util.function.Function<Reading, String> line) {
    return readings().stream().map(line).collect(Collectors.joining());
  }

  private static void writeWide() throws IOException {
    Files.writeString(
        landing.resolve("columns-1.csv"),
        "when,COLUMN\n" + lines(r -> "%s,%s\n".formatted(r.stamp(), r.value())));
    StringBuilder days = new StringBuilder("meter,day");
    IntStream.range(0, 24).forEach(hour -> days.append(",%d:00".formatted(hour)));
    List<Reading> all = readings();
    for (int day = 0; day < HOURS / 24; day++) {
      days.append("\nDAY,").append(all.get(24 * day).at().toLocalDate());
      all.subList(24 * day, 24 * day + 24).forEach(r -> days.append(',').append(r.value()));
    }
    Files.writeString(landing.resolve("days-1.csv"), days.append('\n'));
  }

  private static void writeParquet() throws IOException {
    StructType texts =
        new StructType()
            .add("meter_id", DataTypes.StringType)
            .add("timestamp", DataTypes.StringType)
            .add("value", DataTypes.StringType)
            .add("quality", DataTypes.StringType);
    StructType typed =
        new StructType()
            .add("quality", DataTypes.StringType)
            .add("meter_id", DataTypes.StringType)
            .add("timestamp", DataTypes.TimestampType)
            .add("value", DataTypes.DoubleType);
    List<Row> ofTexts = new ArrayList<>();
    List<Row> ofTypes = new ArrayList<>();
    for (Reading r : readings()) {
      ofTexts.add(RowFactory.create("TEXTS", r.stamp(), r.value(), r.quality()));
      ofTypes.add(
          RowFactory.create(
              r.quality(),
              "TYPED",
              Timestamp.from(r.at().atZone(ZONE).toInstant()),
              r.value().isEmpty() ? null : Double.valueOf(r.value())));
    }
    writeParquet(ofTexts, texts, "readings-texts.parquet");
    writeParquet(ofTypes, typed, "readings-typed.parquet");
  }

  private static void writeParquet(List<Row> rows, StructType schema, String name)
      throws IOException {
    Path parts = folder.resolve(name);
    LakeSession.open("test")
        .createDataFrame(rows, schema)
        .coalesce(1)
        .write()
        .parquet(parts.toString());
    try (var files = Files.list(parts)) {
      Path part = files.filter(f -> f.toString().endsWith(".parquet")).findFirst().orElseThrow();
      Files.move(part, landing.resolve(name));
    }
  }

  private static List<String> days(String meter) {
    return lake
        .table("core.meter_day")
        .filter("meter_id = '" + meter + "'")
        .orderBy("day")
        .drop("meter_id")
        .collectAsList()
        .stream()
        .map(Row::json)
        .toList();
  }

  @Test
  void thePlainFormHasAllHours() {
    assertThat(days("CSV")).hasSize(2);
    assertThat(days("CSV").get(0))
        .contains("\"hour_state\":\"MMMMMLMEMMMMMMMMMMMMMMMM\"")
        .contains("\"starts_at\":\"2024-02-29 16:00:00");
  }

  @ParameterizedTest
  @ValueSource(strings = {"GZ", "QUOTED", "LOGGER", "PIPED", "WIDE16", "JSON", "TEXTS", "TYPED"})
  void everyLongFormIsTheSameDays(String meter) {
    assertThat(days(meter)).isEqualTo(days("CSV"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"COLUMN", "DAY"})
  void everyWideFormIsTheSameDays(String meter) {
    assertThat(days(meter)).hasSize(2).isEqualTo(days("PLAIN"));
  }

  @Test
  void everyReadingIsCounted() {
    assertThat(
            lake.table("raw.meter_file")
                .selectExpr("path", "rows - kept - missing - rejected", "rejected")
                .collectAsList())
        .hasSize(11)
        .allSatisfy(
            file -> {
              assertThat(file.getLong(1)).as(file.getString(0)).isZero();
              assertThat(file.getLong(2)).as(file.getString(0)).isZero();
            });
  }

  @Test
  void metersOfABuildingWithoutRegistrationAreTold() {
    assertThat(lake.notices()).contains("BUILDING_UNREGISTERED").contains("B1");
  }
}
