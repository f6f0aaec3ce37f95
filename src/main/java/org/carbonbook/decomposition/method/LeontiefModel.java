package org.carbonbook.decomposition.method;

import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;

/** Leontief's open model of an input-output table (Miller and Blair 2009, ch. 2). */
public final class LeontiefModel {

  private LeontiefModel() {}

  /**
   * The total requirements L = (I - A)^-1 with A_ij = z_ij / x_j.
   *
   * @param flows z, deliveries from row to column, in money
   * @param outputs x, total output of each column, in the same money
   * @return units of output of the row per unit of final demand for the column
   * @throws NotComputableException when an output is zero although there are inputs, or I - A has
   *     no inverse
   */
  public static double[][] totalRequirements(double[][] flows, double[] outputs) {
    int n = outputs.length;
    RealMatrix technology = new Array2DRowRealMatrix(n, n);
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        if (flows[i][j] != 0 && outputs[j] == 0) {
          throw new NotComputableException(
              NotComputableReason.DIVISION_BY_ZERO,
              "sector " + (j + 1) + " has inputs but no output");
        }
        technology.setEntry(i, j, flows[i][j] == 0 ? 0 : flows[i][j] / outputs[j]);
      }
    }
    LUDecomposition decomposition =
        new LUDecomposition(MatrixUtils.createRealIdentityMatrix(n).subtract(technology));
    if (!decomposition.getSolver().isNonSingular()) {
      throw new NotComputableException(
          NotComputableReason.OUT_OF_RANGE,
          "I - A has no inverse: the coefficients leave no final demand");
    }
    return decomposition.getSolver().getInverse().getData();
  }
}
