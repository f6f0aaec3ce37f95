package org.carbonbook.statistics.regression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVRecord;
import org.assertj.core.data.Offset;
import org.carbonbook.fixtures.ReferenceFiles;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

/** Longley's data: NIST's certified least squares and the ridge of R's MASS. */
@Tag("reference")
class LongleyTest {

  private static final List<String> NAMES =
      List.of("GNP.deflator", "GNP", "Unemployed", "Armed.Forces", "Population", "Year");

  @TestFactory
  Stream<DynamicTest> everyRow() {
    Ridge longley = longley();
    List<CSVRecord> rows = ReferenceFiles.records("statistics/v12_longley_ols_ridge_expected.csv");
    assertThat(rows).hasSizeGreaterThan(40);
    return rows.stream()
        .map(
            row ->
                dynamicTest(
                    String.join(" ", row.get("model"), row.get("quantity"), row.get("term")),
                    () -> check(longley, row)));
  }

  private static void check(Ridge longley, CSVRecord row) {
    String printed = row.get("value");
    double wanted = Double.parseDouble(printed);
    double actual = figure(longley, row);
    assertThat(actual).isCloseTo(wanted, Offset.offset(tolerance(printed, wanted)));
  }

  /** One part in 10^12, or one of the last digit where fewer are printed (cut off there). */
  private static double tolerance(String printed, double wanted) {
    String digits = printed.replaceAll("[-.]", "").replaceAll("^0+", "");
    int decimals = printed.contains(".") ? printed.length() - printed.indexOf('.') - 1 : 0;
    double lastDigit = Math.pow(10, -decimals);
    boolean full = digits.length() >= 12 || printed.equals("0.0028");
    return full ? 1e-12 * Math.abs(wanted) : lastDigit;
  }

  private static double figure(Ridge longley, CSVRecord row) {
    LinearFit least = longley.fit(0);
    String quantity = row.get("quantity");
    if (quantity.equals("coef") || quantity.equals("std_error")) {
      String model = row.get("model");
      double lambda =
          model.contains("=") ? Double.parseDouble(model.substring(model.indexOf('=') + 1)) : 0;
      LinearFit fit = longley.fit(lambda);
      boolean coefficient = quantity.equals("coef");
      if (row.get("term").equals("intercept")) {
        return coefficient ? fit.constant() : fit.constantError();
      }
      int k = NAMES.indexOf(row.get("term"));
      return coefficient ? fit.coefficient(k) : fit.error(k);
    }
    if (quantity.startsWith("GCV lambda=")) {
      return longley.gcv(Double.parseDouble(quantity.substring("GCV lambda=".length())));
    }
    return switch (quantity) {
      case "R2" -> least.r2();
      case "resid_sd" -> least.residualSd();
      case "F" -> least.f();
      case "kHKB" -> longley.hkb();
      case "kLW" -> longley.lawlessWang();
      case "argmin GCV on grid 0:0.0001:0.1" ->
          longley.leastGcv(IntStream.rangeClosed(0, 1000).mapToDouble(i -> i / 10000.0).toArray());
      default -> throw new AssertionError("a figure this test does not know: " + quantity);
    };
  }

  private static Ridge longley() {
    List<CSVRecord> rows = ReferenceFiles.records("statistics/v12_longley_input.csv");
    double[][] x =
        NAMES.stream()
            .map(name -> ReferenceFiles.numbers(rows, name.equals("Year") ? "year" : name))
            .toArray(double[][]::new);
    assertThat(Arrays.stream(x).mapToInt(column -> column.length).distinct()).containsExactly(16);
    return Design.of(NAMES, x, ReferenceFiles.numbers(rows, "employed")).then(Ridge::of).get();
  }
}
