package org.carbonbook.factor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVRecord;
import org.carbonbook.factor.file.CoefficientReader;
import org.carbonbook.factor.file.CoefficientRow;
import org.carbonbook.factor.file.FactorFile;
import org.carbonbook.factor.file.FactorFileReader;
import org.carbonbook.factor.file.FactorFindings;
import org.carbonbook.factor.file.GasRow;
import org.carbonbook.factor.file.GasTableReader;
import org.carbonbook.factor.grid.GridFactor;
import org.carbonbook.factor.value.Gwp;
import org.carbonbook.factor.value.PublishedFactor;
import org.carbonbook.factor.value.SectorGroup;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Every figure of the reference's factor files stands in conf/factors. */
@Tag("reference")
class ReferenceFactorsTest {
  private static final FactorLibrary LIBRARY = FactorLibrary.load(Path.of("conf"));

  @Test
  void provincialGuideline() throws IOException {
    List<CSVRecord> rows = Reference.csv("factors/cn_provincial_guideline_fuels.csv");
    assertThat(published("provincial_guideline")).hasSize(rows.size());
    for (CSVRecord row : rows) {
      PublishedFactor ours = published("provincial_guideline").get(row.get("fuel_zh"));
      assertThat(ours).as(row.toString()).isNotNull();
      assertThat(ours.ncv()).isEqualTo(number(row, "ncv_kj_per_kg_or_m3"));
      assertThat(ours.carbonContentTcPerTj()).isEqualTo(number(row, "carbon_content_tc_per_tj"));
      assertThat(ours.oxidation()).isEqualTo(number(row, "oxidation_pct") / 100);
      assertThat(ours.printedEf()).isEqualTo(number(row, "printed_ef"));
      assertThat(ours.efValue()).isCloseTo(number(row, "recomputed_ef"), within(6e-7));
      assertThat(ours.flag() == null).as(row.toString()).isEqualTo(row.get("lint").isEmpty());
    }
  }

  @Test
  void enterpriseGuideline() throws IOException {
    List<CSVRecord> rows = Reference.csv("factors/cn_enterprise_guideline_fuels.csv");
    assertThat(published("enterprise_guideline")).hasSize(rows.size());
    for (CSVRecord row : rows) {
      PublishedFactor ours = published("enterprise_guideline").get(row.get("fuel_zh"));
      double scale = row.get("basis").equals("t") ? 1 : 1e-4;
      assertThat(ours.ncv()).isEqualTo(number(row, "ncv_gj_per_t_or_1e4m3"));
      assertThat(ours.carbonContentTcPerTj())
          .isCloseTo(number(row, "carbon_content_tc_per_gj") * 1000, within(1e-9));
      assertThat(ours.oxidation()).isEqualTo(number(row, "oxidation_pct") / 100);
      double printed = number(row, "ef_tco2_per_t_or_1e4m3");
      assertThat(ours.printedEf()).isEqualTo(printed);
      assertThat(ours.efValue()).isCloseTo(printed * scale, within(printed * scale * 1e-3));
    }
  }

  @Test
  void workedExample() throws IOException {
    List<CSVRecord> rows = Reference.csv("factors/cn_worked_example.csv");
    assertThat(published("worked_example")).hasSize(rows.size());
    for (CSVRecord row : rows) {
      PublishedFactor ours = published("worked_example").get(row.get("fuel_zh"));
      double scale = row.get("unit").equals("kg") ? 1 : 1e-3;
      assertThat(ours.efValue()).isCloseTo(number(row, "co2_recomputed") * scale, within(1e-12));
      assertThat(ours.printedEf()).isEqualTo(number(row, "co2_factor_kg_per_unit_published"));
    }
  }

  @Test
  void ipcc2006() throws IOException {
    List<CSVRecord> rows = Reference.csv("factors/ipcc2006_stationary_by_fuel.csv");
    assertThat(published("ipcc2006")).hasSize(rows.size());
    for (CSVRecord row : rows) {
      PublishedFactor ours = published("ipcc2006").get(name(row));
      Double ncv = row.get("ncv_tj_per_gg").isEmpty() ? null : number(row, "ncv_tj_per_gg");
      assertThat(ours.ncv()).isEqualTo(ncv);
      assertThat(ours.carbonContentTcPerTj()).isEqualTo(number(row, "carbon_content_kg_per_gj"));
      assertThat(ours.oxidation()).isEqualTo(number(row, "oxidation_fraction"));
      for (String group : List.of("energy_ind", "manuf", "comm", "resid_agri")) {
        assertThat(ours.printedEf()).isEqualTo(number(row, "co2_kg_per_tj_" + group));
      }
    }
  }

  @Test
  void ipcc2006OtherGases() throws IOException {
    FactorFindings findings = new FactorFindings();
    FactorFile table =
        new FactorFileReader(Path.of("conf"), findings)
            .read("factors/ipcc2006_ch4_n2o.csv")
            .orElseThrow();
    Map<String, Double> ours =
        new GasTableReader(findings)
            .read(table).stream()
                .collect(Collectors.toMap(r -> r.row() + r.gas() + r.group(), GasRow::kgPerTj));
    Map<String, SectorGroup> groups =
        Map.of(
            "energy_ind", SectorGroup.ENERGY_INDUSTRIES,
            "manuf", SectorGroup.MANUFACTURING,
            "comm", SectorGroup.COMMERCIAL,
            "resid_agri", SectorGroup.RESIDENTIAL_AGRICULTURE);
    List<CSVRecord> rows = Reference.csv("factors/ipcc2006_stationary_by_fuel.csv");
    assertThat(ours).hasSize(rows.size() * 8);
    for (CSVRecord row : rows) {
      groups.forEach(
          (column, group) -> {
            assertThat(ours.get(name(row) + "CH4" + group))
                .isEqualTo(number(row, "ch4_kg_per_tj_" + column));
            assertThat(ours.get(name(row) + "N2O" + group))
                .isEqualTo(number(row, "n2o_kg_per_tj_" + column));
          });
    }
  }

  @Test
  void standardCoal() throws IOException {
    FactorFindings findings = new FactorFindings();
    FactorFile table =
        new FactorFileReader(Path.of("conf"), findings)
            .read("factors/tce_gbt2589.csv")
            .orElseThrow();
    Map<String, CoefficientRow> ours =
        new CoefficientReader(
                org.carbonbook.unit.UnitRegistry.load(Path.of("conf/units.csv")), findings)
            .read(table).stream()
                .collect(Collectors.toMap(CoefficientRow::row, Function.identity()));
    List<CSVRecord> rows = Reference.csv("factors/gbt2589_tce_coefficients.csv");
    assertThat(ours).hasSize(rows.size());
    for (CSVRecord row : rows) {
      CoefficientRow coefficient = ours.get(row.get("energy_zh"));
      String value = coefficient.coefficient().toPlainString();
      String use = row.get("use_value");
      if (use.contains("~")) {
        assertThat(use.split("~")).contains(value);
        assertThat(
                coefficient.place().text("range_low")
                    + "~"
                    + coefficient.place().text("range_high"))
            .isEqualTo(use);
      } else {
        assertThat(coefficient.coefficient()).isEqualByComparingTo(use);
      }
      boolean corrected = !row.get("lint").isEmpty();
      assertThat(coefficient.place().text("flag").contains("corrected")).isEqualTo(corrected);
      assertThat(coefficient.place().text("as_found"))
          .isEqualTo(corrected ? row.get("printed_in_source") : "");
    }
  }

  /** The reference's rows stand first and in its order; one is the figure of a draft. */
  @Test
  void gridFactors() throws IOException {
    List<CSVRecord> rows = Reference.csv("factors/cn_grid_factors.csv");
    assertThat(LIBRARY.listGridFactors()).hasSizeGreaterThan(rows.size());
    for (int i = 0; i < rows.size(); i++) {
      CSVRecord row = rows.get(i);
      GridFactor ours = LIBRARY.listGridFactors().get(i);
      assertThat(ours.year() + "").isEqualTo(row.get("year").replace("?", ""));
      assertThat(ours.kgCo2PerKwh()).isCloseTo(number(row, "kgco2_per_kwh"), within(1e-9));
      boolean draft = ours.series().equals("enterprise_draft");
      assertThat(ours.status().equals("rejected"))
          .isEqualTo(draft || row.get("status").startsWith("REJECT"));
      assertThat(row.get("area").replace("CN", "全国")).startsWith(ours.areaZh());
    }
  }

  @Test
  void globalWarmingPotentials() throws IOException {
    Map<String, CSVRecord> rows =
        Reference.csv("factors/gwp_all_ipcc_reports.csv").stream()
            .collect(Collectors.toMap(r -> r.get("Species"), Function.identity()));
    assertThat(LIBRARY.listGwps()).hasSizeGreaterThan(100);
    for (Gwp ours : LIBRARY.listGwps()) {
      if (!ours.gas().equals("CO2")) {
        String column = ours.report().replace("_", "") + "GWP" + ours.horizonYears();
        CSVRecord row = rows.get(ours.gas().replace("-", ""));
        assertThat(ours.gwp()).as(ours.toString()).isEqualTo(number(row, column));
      }
    }
  }

  private static Map<String, PublishedFactor> published(String table) {
    return LIBRARY.listPublishedFactors().stream()
        .filter(f -> f.table().equals(table))
        .collect(Collectors.toMap(PublishedFactor::row, Function.identity()));
  }

  private static String name(CSVRecord row) {
    return String.join(" ", row.get("fuel_ipcc2006").split("\\s+"));
  }

  private static double number(CSVRecord row, String column) {
    return Double.parseDouble(row.get(column));
  }
}
