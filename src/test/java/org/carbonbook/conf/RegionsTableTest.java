package org.carbonbook.conf;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The regions that the project ships. */
class RegionsTableTest {
  private static final Map<String, ConfRow> REGIONS = byColumn(rows("regions.csv"), "region_code");

  @Test
  void everyPrefectureOfTheMainlandHasItsCode() {
    List<ConfRow> inForce =
        REGIONS.values().stream()
            .filter(r -> r.text("level").equals("city") && r.find("valid_to").isEmpty())
            .toList();

    assertThat(inForce).hasSize(333).allSatisfy(r -> assertThat(r.filled("en")).isNotBlank());
    assertThat(inForce).extracting(r -> r.text("zh")).doesNotHaveDuplicates();
    assertThat(inForce).extracting(r -> r.text("en")).doesNotHaveDuplicates();
  }

  @Test
  void everyRegionLiesInItsProvince() {
    for (ConfRow region : REGIONS.values()) {
      String code = region.text("region_code");
      assertThat(code).as(region.place()).matches("\\d{6}");
      switch (region.text("level")) {
        case "nation" -> assertThat(region.text("parent")).isEmpty();
        case "province" -> assertThat(region.text("parent")).isEqualTo("100000");
        default -> assertThat(region.text("parent")).isEqualTo(code.substring(0, 2) + "0000");
      }
    }
  }

  /** A code that is no longer in force says what took its place, with no year missing between. */
  @Test
  void everyFormerCodeHasSuccessorsInForce() {
    List<ConfRow> former =
        REGIONS.values().stream().filter(r -> r.find("valid_to").isPresent()).toList();
    assertThat(former).hasSize(19);
    for (ConfRow region : former) {
      int to = region.decimal("valid_to").intValueExact();
      assertThat(region.list("successor")).as(region.place()).isNotEmpty();
      for (String code : region.list("successor")) {
        ConfRow successor = REGIONS.get(code);
        assertThat(successor).as(region.place()).isNotNull();
        assertThat(successor.find("valid_to")).as(region.place()).isEmpty();
        successor
            .findDecimal("valid_from")
            .ifPresent(from -> assertThat(from.intValueExact()).isLessThanOrEqualTo(to + 1));
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "421200, 咸宁, Xianning, 420000",
    "220200, 吉林, Jilin City, 220000",
    "533100, 德宏, Dehong, 530000",
    "460400, 儋州, Danzhou, 460000",
    "150700, 呼伦贝尔, Hulunbuir, 150000"
  })
  void someRegions(String code, String zh, String en, String parent) {
    assertThat(REGIONS.get(code).cells())
        .containsEntry("zh", zh)
        .containsEntry("en", en)
        .containsEntry("parent", parent);
  }

  private static List<ConfRow> rows(String file) {
    return ConfTable.read(Path.of("conf").resolve(file)).rows();
  }

  private static Map<String, ConfRow> byColumn(List<ConfRow> rows, String column) {
    return rows.stream().collect(Collectors.toMap(r -> r.text(column), Function.identity()));
  }
}
