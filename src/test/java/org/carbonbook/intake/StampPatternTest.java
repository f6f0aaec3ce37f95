package org.carbonbook.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class StampPatternTest {

  private static final String USUAL = "yyyy-MM-dd HH:mm[:ss][.S][X]";

  private static long read(String pattern, String text) {
    return read(new FileFormat.TimeSpec(pattern, null, null, null, 0), text);
  }

  private static long read(FileFormat.TimeSpec spec, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return StampPattern.of(spec, StandardCharsets.UTF_8).seconds(bytes, 0, bytes.length);
  }

  @ParameterizedTest
  @CsvSource({
    "2024-02-29 13:45:10, 2024-02-29T13:45:10Z",
    "2024-02-29T13:45, 2024-02-29T13:45:00Z",
    "2024-02-29T13:45:10.250Z, 2024-02-29T13:45:10Z",
    "2024-02-29T13:45:10+08:00, 2024-02-29T05:45:10Z",
    "2024-12-31 24:00, 2025-01-01T00:00:00Z"
  })
  void readsWhatItShould(String text, String instant) {
    assertThat(read(USUAL, text)).isEqualTo(Instant.parse(instant).getEpochSecond());
  }

  @ParameterizedTest
  @CsvSource({
    "2023-02-29 00:00",
    "2024-13-01 00:00",
    "2024-01-01",
    "2024-01-01 25:00",
    "2024-01-01 10:61",
    "24-01-01 10:00",
    "2024-01-01 10:00x",
    "null",
    "2024-01-32 00:00"
  })
  void refusesWhatIsNoTime(String text) {
    assertThat(read(USUAL, text)).isEqualTo(StampPattern.INVALID);
  }

  @ParameterizedTest
  @CsvSource({
    "yyyy-MM-dd HH:mm[:ss][.S][X]",
    "d/M/yyyy H:mm",
    "yyyyMMddHHmm",
    "M/d/yy HH:mm",
    "yyyy-M-dH:mm",
    "yyyy[-]MM[-]dd HH:mm",
    "HH:mm dd.MM.yyyy"
  })
  void aStampReadsTheSameAfterAnyOther(String pattern) {
    var spec = new FileFormat.TimeSpec(pattern, null, null, null, 0);
    StampPattern one = StampPattern.of(spec, StandardCharsets.UTF_8);
    for (String text :
        List.of(
            "2024-02-29 13:45",
            "2024-02-29 14:45",
            "2024-02-29 1x:45",
            "2024-02-29 00:00:10Z",
            "2024-02-29",
            "2024-02-2913:45",
            "2024-2-2913:45",
            "2024-2-2:10",
            "2024-2-23:45",
            "2/11/2024 1:45",
            "2/11/2024 11:45",
            "2/1/2024 1:45",
            "2/1/24 01:45",
            "2/1/24 02:45",
            "202402291345",
            "202402291445",
            "20240229 13:45",
            "20240229 14:45",
            "2024-02-29 13:4",
            "13:45 29.02.2024",
            "14:45 29.02.2024",
            "2024-02-30 10:00",
            "2024-02-30 11:00")) {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      assertThat(one.seconds(bytes, 0, bytes.length)).as(text).isEqualTo(read(spec, text));
    }
  }

  @Test
  void midnightMayCarryTheDateOfTheDayItEnds() {
    var spec = new FileFormat.TimeSpec("dd/MM/yyyy HH:mm", null, "end", "previous_date", 0);
    assertThat(read(spec, "01/01/2018 00:00"))
        .isEqualTo(Instant.parse("2018-01-02T00:00:00Z").getEpochSecond());
    assertThat(read(spec, "01/01/2018 00:15"))
        .isEqualTo(Instant.parse("2018-01-01T00:15:00Z").getEpochSecond());
  }

  @Test
  void yearsMayBePrintedWithoutTheirCentury() {
    var spec = new FileFormat.TimeSpec("yyyy-MM-dd HH:mm:ss", null, null, null, 2000);
    assertThat(read(spec, "0014-11-18 15:40:26"))
        .isEqualTo(Instant.parse("2014-11-18T15:40:26Z").getEpochSecond());
  }

  @Property(tries = 500)
  void readsBackWhatIsPrinted(@ForAll @LongRange(min = 0, max = 4_102_444_799L) long second) {
    LocalDateTime time = LocalDateTime.ofEpochSecond(second, 0, ZoneOffset.UTC);
    String text = time.format(java.time.format.DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss"));
    assertThat(read(USUAL, text)).isEqualTo(second);
  }
}
