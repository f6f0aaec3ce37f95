package org.carbonbook.statistics.regression;

import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.carbonbook.statistics.series.Assessment;
import org.carbonbook.statistics.series.NotAssessedReason;

/**
 * STIRPAT (Dietz and Rosa 1997, PNAS 94; York, Rosa and Dietz 2003, Ecological Economics 46): ln I
 * = c + b1 ln P + b2 ln A + b3 ln T + squares, of a pressure I on population P, affluence A and
 * technology T. Rows in which one of the four is missing or not positive have no logarithm and are
 * excluded; they are counted.
 */
public final class Stirpat {

  private final List<StirpatTerm> terms;
  private final Ridge ridge;
  private final int leftOut;

  private Stirpat(List<StirpatTerm> terms, Ridge ridge, int leftOut) {
    this.terms = terms;
    this.ridge = ridge;
    this.leftOut = leftOut;
  }

  /**
   * Prepares the regression.
   *
   * @param terms the terms
   * @param columns pressure, population, affluence, technology, and for a panel with effects the
   *     number of the unit (any numbers)
   */
  public static Assessment<Stirpat> of(List<StirpatTerm> terms, double[]... columns) {
    int[] kept = usable(columns);
    int leftOut = columns[0].length - kept.length;
    if (kept.length == 0) {
      return Assessment.not(
          NotAssessedReason.NO_OBSERVATIONS,
          "none of %d rows has four positive values".formatted(columns[0].length));
    }
    double[][] predictors = new double[terms.size()][kept.length];
    for (int i = 0; i < kept.length; i++) {
      double[] logarithms = logarithms(columns, kept[i]);
      for (int k = 0; k < terms.size(); k++) {
        predictors[k][i] = terms.get(k).value(logarithms);
      }
    }
    double[] response = Arrays.stream(kept).mapToDouble(i -> Math.log(columns[0][i])).toArray();
    int[] units = columns.length > 4 ? numbered(columns[4], kept) : new int[kept.length];
    return Design.ofUnits(terms.stream().map(StirpatTerm::id).toList(), predictors, response, units)
        .then(Ridge::of)
        .then(ridge -> Assessment.of(new Stirpat(List.copyOf(terms), ridge, leftOut)));
  }

  private static int[] usable(double[][] columns) {
    return IntStream.range(0, columns[0].length)
        .filter(i -> IntStream.range(0, 4).allMatch(c -> isPositive(columns[c][i])))
        .filter(i -> columns.length < 5 || Double.isFinite(columns[4][i]))
        .toArray();
  }

  private static boolean isPositive(double value) {
    return value > 0 && Double.isFinite(value);
  }

  private static double[] logarithms(double[][] columns, int i) {
    return new double[] {Math.log(columns[1][i]), Math.log(columns[2][i]), Math.log(columns[3][i])};
  }

  private static int[] numbered(double[] unit, int[] kept) {
    TreeMap<Double, Integer> numbers = new TreeMap<>();
    for (int i : kept) {
      numbers.putIfAbsent(unit[i], 0);
    }
    int next = 0;
    for (var entry : numbers.entrySet()) {
      entry.setValue(next++);
    }
    return Arrays.stream(kept).map(i -> numbers.get(unit[i])).toArray();
  }

  /** The terms. */
  public List<StirpatTerm> terms() {
    return terms;
  }

  /** The regression, from which any ridge parameter can be fitted. */
  public Ridge ridge() {
    return ridge;
  }

  /** The number of rows without a logarithm. */
  public int leftOut() {
    return leftOut;
  }

  /** The logarithm of the pressure that a fit implies for three drivers. */
  public double predict(LinearFit fit, double population, double affluence, double technology) {
    double[] logarithms = {Math.log(population), Math.log(affluence), Math.log(technology)};
    return fit.predict(terms.stream().mapToDouble(term -> term.value(logarithms)).toArray());
  }
}
