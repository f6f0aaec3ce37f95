package org.carbonbook.factor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The footprint of two provinces beside the published inventory. Writes {@code
 * target/inventory-comparison.md}: {@code mvn -q test -Dtest=InventoryComparisonTest}, then {@code
 * cat target/inventory-comparison.md}.
 */
@Tag("reference")
class InventoryComparisonTest {
  private static final String SET = "provincial_guideline";

  @Test
  void energyRelatedScopeOneAgrees() throws IOException {
    InventoryComparison hubei = compare("Hubei", "17", SET);
    InventoryComparison zhejiang = compare("Zhejiang", "11", SET);
    Files.createDirectories(Path.of("target"));
    Files.writeString(
        Path.of("target/inventory-comparison.md"),
        hubei.markdown() + zhejiang.markdown() + setTable());

    assertThat(hubei.oursMt()).isCloseTo(256.4, within(256.4 * 0.02));
    assertThat(zhejiang.oursMt()).isCloseTo(320.4, within(320.4 * 0.02));
    assertThat(hubei.theirsMt()).isCloseTo(233.4, within(0.05));
    assertThat(hubei.oursMt() / hubei.theirsMt()).isCloseTo(1.10, within(0.01));
    assertThat(zhejiang.oursMt() / zhejiang.theirsMt()).isCloseTo(1.09, within(0.01));
  }

  private static String setTable() throws IOException {
    StringBuilder text =
        new StringBuilder("| factor set | Hubei, Mt | Zhejiang, Mt |\n|---|---:|---:|\n");
    for (String set : List.of(SET, "enterprise_guideline", "ipcc2006")) {
      text.append(
          String.format(
              Locale.ROOT,
              "| %s | %.2f | %.2f |%n",
              set,
              compare("Hubei", "17", set).oursMt(),
              compare("Zhejiang", "11", set).oursMt()));
    }
    return text.toString();
  }

  @Test
  void everyFuelOfTheInventoryIsCompared() throws IOException {
    InventoryComparison hubei = compare("Hubei", "17", SET);

    assertThat(hubei.oursByFuel().keySet()).containsAll(hubei.theirsByFuel().keySet());
  }

  @Test
  void theSetsDifferByTheirFactorsOnly() throws IOException {
    double provincial = compare("Hubei", "17", SET).oursMt();

    assertThat(compare("Hubei", "17", "ipcc2006").oursMt() / provincial)
        .isCloseTo(1.04, within(0.02));
    assertThat(compare("Hubei", "17", "enterprise_guideline").oursMt() / provincial)
        .isCloseTo(0.99, within(0.02));
  }

  private static InventoryComparison compare(String province, String table, String set)
      throws IOException {
    return InventoryComparison.of(
        province, Reference.file("yearbooks/cesy2008-6-" + table + ".xls"), set);
  }
}
