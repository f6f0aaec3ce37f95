package org.carbonbook.decomposition.method;

/**
 * The two sides of one comparison, cell by cell: factor k of cell i is at {@code k * cells + i}. In
 * each cell the product of the factors is the cell's value on that side. A factor that is 0/0 on
 * one side has the value of the other side ("unchanged").
 */
public final class Comparison {

  final int factors;
  final int cells;
  final double[] x0;
  final double[] xT;
  final double[] v0;
  final double[] vT;
  final double total0;
  final double totalT;

  /**
   * @param factors number of factors
   * @param x0 factor values on the first side, {@code factors * cells} of them
   * @param xT factor values on the second side
   * @param v0 cell values on the first side
   * @param vT cell values on the second side
   */
  public Comparison(int factors, double[] x0, double[] xT, double[] v0, double[] vT) {
    this.factors = factors;
    this.cells = v0.length;
    this.x0 = x0;
    this.xT = xT;
    this.v0 = v0;
    this.vT = vT;
    this.total0 = ExactSum.of(v0);
    this.totalT = ExactSum.of(vT);
  }

  /** A comparison whose cell values are the products of the factors. */
  public static Comparison ofProducts(int factors, double[] x0, double[] xT) {
    return new Comparison(factors, x0, xT, products(factors, x0), products(factors, xT));
  }

  private static double[] products(int factors, double[] x) {
    int cells = x.length / factors;
    double[] v = new double[cells];
    for (int i = 0; i < cells; i++) {
      double product = 1;
      for (int k = 0; k < factors; k++) {
        product *= x[k * cells + i];
      }
      v[i] = product;
    }
    return v;
  }

  /** Number of factors. */
  public int factors() {
    return factors;
  }

  /** Number of cells. */
  public int cells() {
    return cells;
  }

  /** The left side on the first side of the comparison. */
  public double total0() {
    return total0;
  }

  /** The left side on the second side of the comparison. */
  public double totalT() {
    return totalT;
  }

  /** A cell's value on the first side. */
  public double value0(int cell) {
    return v0[cell];
  }

  /** A cell's value on the second side. */
  public double valueT(int cell) {
    return vT[cell];
  }

  /** A factor of a cell on the first side. */
  public double factor0(int factor, int cell) {
    return x0[factor * cells + cell];
  }

  /** A factor of a cell on the second side. */
  public double factorT(int factor, int cell) {
    return xT[factor * cells + cell];
  }

  /**
   * The larger of the two sides' sums of absolute cell values. Residuals are given as a share of
   * it.
   */
  public double scale() {
    if (cells == 1) {
      return Math.max(Math.abs(v0[0]), Math.abs(vT[0]));
    }
    double before = 0;
    double after = 0;
    for (int i = 0; i < cells; i++) {
      before += Math.abs(v0[i]);
      after += Math.abs(vT[i]);
    }
    return Math.max(before, after);
  }

  /** Whether every cell is zero on both sides. */
  boolean isAllZero() {
    return scale() == 0;
  }

  /**
   * The value of the left side with some factors taken from the second side and the others from the
   * first.
   *
   * @param changed bit k set takes factor k from the second side
   */
  double mixedTotal(int changed) {
    double[] products = new double[cells];
    for (int i = 0; i < cells; i++) {
      products[i] = mixedProduct(i, changed);
    }
    return ExactSum.of(products);
  }

  /** The product of a cell's factors, some taken from the second side. */
  double mixedProduct(int cell, int changed) {
    double product = 1;
    for (int k = 0; k < factors; k++) {
      product *= ((changed >> k) & 1) == 1 ? xT[k * cells + cell] : x0[k * cells + cell];
    }
    return product;
  }

  /** The products of a cell with every choice of changed factors. */
  double[] mixedProducts(int cell) {
    double[] products = new double[1 << factors];
    for (int changed = 0; changed < products.length; changed++) {
      products[changed] = mixedProduct(cell, changed);
    }
    return products;
  }

  /** ln(total of the second side / total of the first). */
  double lnTotalRatio() {
    if (total0 == 0 || totalT == 0) {
      throw new NotComputableException(
          NotComputableReason.ZERO_TOTAL,
          "the left side is " + total0 + " before and " + totalT + " after: it has no ratio");
    }
    if ((total0 > 0) != (totalT > 0)) {
      throw new NotComputableException(
          NotComputableReason.SIGN_CHANGE,
          "the left side goes from " + total0 + " to " + totalT + ": it has no ratio");
    }
    return LogMean.lnRatio(totalT, total0);
  }
}
