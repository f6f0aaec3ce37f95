package org.carbonbook.factor.file;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.carbonbook.factor.value.CoefficientBasis;
import org.carbonbook.factor.value.Validity;
import org.carbonbook.unit.UnitRatio;
import org.carbonbook.unit.UnitRegistry;

/** Reads and lints tables of kind {@code coefficient}: standard coal per unit of fuel. */
public final class CoefficientReader {
  private static final List<String> COLUMNS =
      List.of(
          "row",
          "zh",
          "en",
          "coefficient",
          "unit",
          "basis",
          "range_low",
          "range_high",
          "ncv",
          "ncv_unit",
          "valid_from",
          "valid_to",
          "flag",
          "note");

  /** Flag of a row whose publisher divides by another heat than 29271 kJ. */
  private static final String OTHER_BASE = "other_base";

  private final FactorUnits units;
  private final FactorFindings findings;

  public CoefficientReader(UnitRegistry units, FactorFindings findings) {
    this.units = new FactorUnits(units);
    this.findings = findings;
  }

  public List<CoefficientRow> read(FactorFile table) {
    List<CoefficientRow> rows = new ArrayList<>();
    if (!table.hasColumns(COLUMNS, findings)) {
      return rows;
    }
    KeyLint keys = new KeyLint();
    for (FactorRow row : table.rows()) {
      Validity validity = table.validityOf(row);
      if (row.isFilled("row") && keys.isNew(row.text("row"), validity, row)) {
        coefficient(table, row, validity).ifPresent(rows::add);
      }
    }
    return rows;
  }

  private Optional<CoefficientRow> coefficient(FactorFile table, FactorRow row, Validity validity) {
    Optional<BigDecimal> value = row.findRequired("coefficient");
    Optional<UnitRatio> unit = units.findCoefficient(row.text("unit"));
    if (unit.isEmpty()) {
      unknownUnit(row, "unit", FactorUnits.COEFFICIENTS);
    }
    Optional<CoefficientBasis> basis = basis(row);
    Optional<BigDecimal> ncv = row.findNonNegative("ncv");
    Optional<UnitRatio> ncvUnit = units.findHeatContent(row.text("ncv_unit"));
    if (ncv.isPresent() && ncvUnit.isEmpty()) {
      unknownUnit(row, "ncv_unit", FactorUnits.HEAT_CONTENTS);
      return Optional.empty();
    }
    if (value.isEmpty() || unit.isEmpty() || basis.isEmpty()) {
      return Optional.empty();
    }
    CoefficientRow read =
        new CoefficientRow(
            table.name(),
            row.text("row"),
            value.get(),
            unit.get(),
            basis.get(),
            ncv.orElse(null),
            ncvUnit.orElse(null),
            validity,
            table.source(),
            row);
    lint(read);
    return Optional.of(read);
  }

  private static void unknownUnit(FactorRow row, String column, String remedy) {
    row.note(FactorNotice.FACTOR_UNIT_UNKNOWN, column + " is '" + row.text(column) + "'", remedy);
  }

  private static Optional<CoefficientBasis> basis(FactorRow row) {
    Optional<CoefficientBasis> basis =
        Arrays.stream(CoefficientBasis.values())
            .filter(b -> b.code().equals(row.text("basis")))
            .findFirst();
    if (basis.isEmpty()) {
      row.note(
          FactorNotice.FACTOR_VALUE_UNKNOWN,
          "basis is '" + row.text("basis") + "'",
          "use equivalent, coal_consumption or embodied");
    }
    return basis;
  }

  private static void lint(CoefficientRow read) {
    FactorRow row = read.place();
    if (read.ncv() == null || row.text("flag").contains(OTHER_BASE)) {
      return;
    }
    if (!read.ncvUnit().activityUnit().equals(read.unit().activityUnit())) {
      row.note(
          FactorNotice.FACTOR_UNIT_MISMATCH,
          "coefficient is in " + row.text("unit") + ", ncv in " + row.text("ncv_unit"),
          "give both per mass or both per volume");
      return;
    }
    BigDecimal tj = read.ncvTjPerUnit();
    if (!PrintedLint.agreesWithStandardCoal(read.unit().toCanonical(read.coefficient()), tj)) {
      row.note(
          FactorNotice.FACTOR_TCE_DIFFERS,
          "coefficient "
              + read.coefficient().toPlainString()
              + " "
              + row.text("unit")
              + ", NCV / 29271 kJ = "
              + PrintedLint.sixDigits(PrintedLint.standardCoal(tj).doubleValue())
              + " tce/"
              + read.unit().activityUnit(),
          "check the coefficient (a lost digit, a shifted point) against its source");
    }
  }
}
