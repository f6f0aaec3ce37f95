package org.carbonbook.factor.set;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.carbonbook.factor.file.CoefficientRow;
import org.carbonbook.factor.file.FactorFiles;
import org.carbonbook.factor.file.FuelMapping;
import org.carbonbook.factor.value.PublishedFactor;

/** Finds the net calorific value of a mapping row: its factor's own, or the row it names. */
final class NcvFinder {
  private final FactorFiles files;

  NcvFinder(FactorFiles files) {
    this.files = files;
  }

  /**
   * The choices, one per period of validity; none when the named row does not exist or has none.
   */
  List<NcvChoice> list(FuelMapping mapping, PublishedFactor factor) {
    if (!mapping.hasOwnNcvSource()) {
      return factor.ncvTjPerUnit() == null ? List.of() : List.of(own(factor, null));
    }
    String source = mapping.ncvTable() + " " + mapping.ncvRow();
    List<NcvChoice> choices = new ArrayList<>();
    for (PublishedFactor row : rows(files.published(), mapping.ncvTable())) {
      if (row.row().equals(mapping.ncvRow()) && row.ncvTjPerUnit() != null) {
        choices.add(own(row, source));
      }
    }
    for (CoefficientRow row : rows(files.coefficients(), mapping.ncvTable())) {
      if (row.row().equals(mapping.ncvRow()) && row.ncv() != null) {
        choices.add(
            new NcvChoice(
                row.ncv().doubleValue(),
                row.place().text("ncv_unit"),
                row.ncvUnit().tjPerUnit(row.ncv()).doubleValue(),
                row.ncvUnit().activityUnit(),
                source,
                row.validity()));
      }
    }
    return choices;
  }

  private static NcvChoice own(PublishedFactor row, String source) {
    return new NcvChoice(
        row.ncv(), row.ncvUnit(), row.ncvTjPerUnit(), row.activityUnit(), source, row.validity());
  }

  private static <T> List<T> rows(Map<String, List<T>> tables, String name) {
    return tables.getOrDefault(name, List.of());
  }
}
