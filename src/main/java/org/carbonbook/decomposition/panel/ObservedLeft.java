package org.carbonbook.decomposition.panel;

/**
 * The left side of a product identity as an input gives it, to compare the product with. A column
 * of its name may be a total that repeats on every row, or the rows' own parts; the interpretation
 * that is nearer to the product is used.
 */
public final class ObservedLeft {

  private static final ObservedLeft NONE = new ObservedLeft(new double[0], new double[0]);

  private final double[] sums;
  private final double[] repeats;

  private ObservedLeft(double[] sums, double[] repeats) {
    this.sums = sums;
    this.repeats = repeats;
  }

  static ObservedLeft of(PanelSums sums, int time) {
    int sum = sums.panel().plan.observed;
    if (sum < 0) {
      return NONE;
    }
    int variable = sums.panel().plan.sums.get(sum).variable();
    int tuples = sums.panel().tuplesOf[variable].size();
    double[] repeats = new double[sums.kept(sum).size()];
    for (int j = 0; j < tuples; j++) {
      double value = sums.panel().values[variable][time * tuples + j];
      int at = sums.keptOfTuple(sum, j);
      if (value != 0) {
        repeats[at] = repeats[at] == 0 || repeats[at] == value ? value : Double.NaN;
      }
    }
    return new ObservedLeft(sums.row(sum, time), repeats);
  }

  /**
   * The value of one part of the left side.
   *
   * @param at the part's number
   * @param product the product that it should equal
   * @return the product itself where no input gives a value
   */
  public double valueOr(int at, double product) {
    if (at >= sums.length || Double.isNaN(sums[at])) {
      return product;
    }
    boolean repeatIsNearer = Math.abs(repeats[at] - product) < Math.abs(sums[at] - product);
    return repeatIsNearer ? repeats[at] : sums[at];
  }
}
