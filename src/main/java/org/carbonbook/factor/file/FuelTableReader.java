package org.carbonbook.factor.file;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.carbonbook.factor.value.PublishedFactor;
import org.carbonbook.factor.value.Validity;
import org.carbonbook.unit.UnitRatio;
import org.carbonbook.unit.UnitRegistry;

/** Reads and lints tables of kind {@code fuel}: NCV, carbon content and oxidation by fuel. */
final class FuelTableReader {
  private static final List<String> COLUMNS =
      List.of(
          "row",
          "zh",
          "en",
          "ncv",
          "ncv_unit",
          "carbon_content_tc_per_tj",
          "oxidation",
          "printed_ef",
          "printed_ef_unit",
          "valid_from",
          "valid_to",
          "flag",
          "note");

  private final FactorUnits units;
  private final FactorFindings findings;

  FuelTableReader(UnitRegistry units, FactorFindings findings) {
    this.units = new FactorUnits(units);
    this.findings = findings;
  }

  List<PublishedFactor> read(FactorFile table) {
    List<PublishedFactor> factors = new ArrayList<>();
    if (!table.hasColumns(COLUMNS, findings)) {
      return factors;
    }
    KeyLint keys = new KeyLint();
    for (FactorRow row : table.rows()) {
      Validity validity = table.validityOf(row);
      if (row.isFilled("row") && keys.isNew(row.text("row"), validity, row)) {
        factor(table, row, validity).ifPresent(factors::add);
      }
    }
    return factors;
  }

  private Optional<PublishedFactor> factor(FactorFile table, FactorRow row, Validity validity) {
    Optional<BigDecimal> carbon = row.findRequired("carbon_content_tc_per_tj");
    Optional<BigDecimal> oxidation = row.findRequired("oxidation").filter(o -> isFraction(o, row));
    Optional<UnitRatio> unit = unit(row);
    boolean ncvBroken = !row.text("ncv").isEmpty() && row.findNonNegative("ncv").isEmpty();
    if (carbon.isEmpty() || oxidation.isEmpty() || unit.isEmpty() || ncvBroken) {
      return Optional.empty();
    }
    BigDecimal ncv = row.text("ncv").isEmpty() ? null : new BigDecimal(row.text("ncv"));
    Double ncvTj = ncv == null ? null : FactorUnits.tjPerUnit(unit.get(), ncv).doubleValue();
    double cc = carbon.get().doubleValue();
    double ox = oxidation.get().doubleValue();
    Double ef = ncvTj == null ? null : ncvTj * cc * ox * 44 / 12;
    PublishedFactor factor =
        new PublishedFactor(
            table.name(),
            row.text("row"),
            row.text("zh"),
            row.text("en"),
            ncv == null ? null : ncv.doubleValue(),
            row.text("ncv_unit"),
            ncvTj,
            unit.get().activityUnit(),
            cc,
            ox,
            ef,
            row.findNonNegative("printed_ef").map(BigDecimal::doubleValue).orElse(null),
            row.textOrNull("printed_ef_unit"),
            validity.from(),
            validity.to(),
            row.textOrNull("flag"),
            row.textOrNull("note"),
            table.source(),
            table.file(),
            row.line());
    lintPrinted(row, factor);
    return Optional.of(factor);
  }

  private static boolean isFraction(BigDecimal oxidation, FactorRow row) {
    if (oxidation.compareTo(BigDecimal.ONE) <= 0) {
      return true;
    }
    row.note(
        FactorNotice.FACTOR_OXIDATION_RANGE,
        "oxidation is " + oxidation.toPlainString(),
        "write a fraction: 0.94, not 94");
    return false;
  }

  private Optional<UnitRatio> unit(FactorRow row) {
    Optional<UnitRatio> unit = units.findHeatContent(row.text("ncv_unit"));
    if (unit.isEmpty()) {
      row.note(
          FactorNotice.FACTOR_UNIT_UNKNOWN,
          "ncv_unit is '" + row.text("ncv_unit") + "'",
          FactorUnits.HEAT_CONTENTS);
    }
    return unit;
  }

  private void lintPrinted(FactorRow row, PublishedFactor factor) {
    Optional<BigDecimal> printed = row.findNonNegative("printed_ef");
    if (printed.isEmpty()) {
      return;
    }
    Optional<UnitRatio> unit = units.findEmission(row.text("printed_ef_unit"));
    if (unit.isEmpty()) {
      row.note(
          FactorNotice.FACTOR_UNIT_UNKNOWN,
          "printed_ef_unit is '" + row.text("printed_ef_unit") + "'",
          FactorUnits.EMISSIONS);
      return;
    }
    boolean perEnergy = unit.get().denominator().dimension().equals("energy");
    if (!perEnergy && !unit.get().activityUnit().equals(factor.activityUnit())) {
      row.note(
          FactorNotice.FACTOR_UNIT_MISMATCH,
          "printed_ef is in " + row.text("printed_ef_unit") + ", ncv in " + factor.ncvUnit(),
          "give both per mass or both per volume");
      return;
    }
    Double computed = perEnergy ? Double.valueOf(factor.kgCo2PerTj() / 1e6) : factor.efValue();
    if (computed != null && !PrintedLint.agrees(unit.get().toCanonical(printed.get()), computed)) {
      row.note(
          FactorNotice.FACTOR_PRINTED_DIFFERS,
          "NCV x carbon content x oxidation x 44/12 = "
              + PrintedLint.sixDigits(computed)
              + " t, printed "
              + printed.get().toPlainString()
              + " "
              + row.text("printed_ef_unit"),
          "check the four terms and the printed factor against the source");
    }
  }
}
