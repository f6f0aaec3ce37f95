package org.carbonbook.factor.set;

import java.util.ArrayList;
import java.util.List;
import org.carbonbook.factor.file.CoefficientRow;
import org.carbonbook.factor.file.FactorFiles;
import org.carbonbook.factor.file.FactorNotice;
import org.carbonbook.factor.file.FuelMapping;
import org.carbonbook.factor.file.KeyLint;
import org.carbonbook.factor.value.EnergyCoefficient;
import org.carbonbook.factor.value.Fuel;
import org.carbonbook.factor.value.FuelList;
import org.carbonbook.factor.value.Validity;

/** Turns a set's mapping of fuels into standard-coal coefficients. */
public final class CoefficientResolver {
  private final FactorFiles files;
  private final FuelList fuels;

  public CoefficientResolver(FactorFiles files, FuelList fuels) {
    this.files = files;
    this.fuels = fuels;
  }

  public List<EnergyCoefficient> list(FactorSet set) {
    List<EnergyCoefficient> coefficients = new ArrayList<>();
    KeyLint keys = new KeyLint();
    for (FuelMapping mapping : files.mappings().getOrDefault(set.tceFuels(), List.of())) {
      List<CoefficientRow> rows =
          files.coefficients().getOrDefault(mapping.table(), List.of()).stream()
              .filter(r -> r.row().equals(mapping.row()))
              .toList();
      if (rows.isEmpty()) {
        mapping
            .place()
            .note(
                FactorNotice.FACTOR_ROW_UNKNOWN,
                mapping.fuel() + ": no " + mapping.table() + " " + mapping.row(),
                "name a table of conf/factors and a key of its column row");
      }
      for (CoefficientRow row : rows) {
        String key = mapping.fuel() + " " + row.basis().code();
        if (keys.isNew(key, row.validity(), mapping.place()) && meetsUnit(mapping, row)) {
          coefficients.add(coefficient(set, mapping, row));
        }
      }
    }
    return coefficients;
  }

  private boolean meetsUnit(FuelMapping mapping, CoefficientRow row) {
    String unit = fuels.find(mapping.fuel()).map(Fuel::unit).orElse("");
    if (row.unit().activityUnit().equals(unit)) {
      return true;
    }
    mapping
        .place()
        .note(
            FactorNotice.FACTOR_UNIT_MISMATCH,
            mapping.fuel() + " is counted in " + unit + ", its coefficient in " + text(row, "unit"),
            "name a coefficient per " + unit);
    return false;
  }

  private EnergyCoefficient coefficient(FactorSet set, FuelMapping mapping, CoefficientRow row) {
    Fuel fuel = fuels.find(mapping.fuel()).orElseThrow();
    Validity validity = row.validity().and(set.validity());
    return new EnergyCoefficient(
        set.name(),
        fuel.fuel(),
        fuel.zh(),
        fuel.en(),
        row.basis().code(),
        row.coefficient().doubleValue(),
        text(row, "unit"),
        row.unit().toCanonical(row.coefficient()).doubleValue(),
        row.unit().activityUnit(),
        row.place().findNonNegative("range_low").map(Number::doubleValue).orElse(null),
        row.place().findNonNegative("range_high").map(Number::doubleValue).orElse(null),
        row.ncv() == null ? null : row.ncv().doubleValue(),
        row.place().textOrNull("ncv_unit"),
        validity.from(),
        validity.to(),
        row.source(),
        row.table(),
        row.row(),
        row.place().file(),
        row.place().line(),
        row.place().textOrNull("flag"),
        row.place().textOrNull("note"),
        mapping.takenFrom(),
        mapping.reason());
  }

  private static String text(CoefficientRow row, String column) {
    return row.place().text(column);
  }
}
