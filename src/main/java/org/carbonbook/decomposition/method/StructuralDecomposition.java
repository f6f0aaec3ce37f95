package org.carbonbook.decomposition.method;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;

/**
 * Structural decomposition of a product of matrices, such as x = L * f, x = L * B * y, or e =
 * diag(c) * L * f (Miller and Blair 2009, ch. 13; Dietzenbacher and Los 1998). Factors are named
 * and multiplied in the order in which they are given; each has a value on both sides.
 */
public final class StructuralDecomposition {

  private final List<String> names = new ArrayList<>();
  private final List<RealMatrix> first = new ArrayList<>();
  private final List<RealMatrix> second = new ArrayList<>();

  /** The next matrix of the product. */
  public StructuralDecomposition matrix(String name, double[][] before, double[][] after) {
    names.add(name);
    first.add(MatrixUtils.createRealMatrix(before));
    second.add(MatrixUtils.createRealMatrix(after));
    return this;
  }

  /** The next matrix of the product, a column: final demand, or its mix. */
  public StructuralDecomposition column(String name, double[] before, double[] after) {
    return matrix(name, columnOf(before), columnOf(after));
  }

  /** The next matrix of the product, a row: intensities that sum over sectors. */
  public StructuralDecomposition row(String name, double[] before, double[] after) {
    return matrix(name, new double[][] {before}, new double[][] {after});
  }

  /** The next matrix of the product, a diagonal: intensities kept sector by sector. */
  public StructuralDecomposition diagonal(String name, double[] before, double[] after) {
    return matrix(
        name,
        MatrixUtils.createRealDiagonalMatrix(before).getData(),
        MatrixUtils.createRealDiagonalMatrix(after).getData());
  }

  /** The next factor of the product, a number. */
  public StructuralDecomposition level(String name, double before, double after) {
    return matrix(name, new double[][] {{before}}, new double[][] {{after}});
  }

  /** The factors' names, in order. */
  public List<String> listNames() {
    return List.copyOf(names);
  }

  /** The mean of all n! orders; {@code [factor][component of the result]}, row by row. */
  public double[][] meanOfAllOrders() {
    return Shapley.effects(names.size(), this::product);
  }

  /** The mean of the two polar orders; {@code [factor][component of the result]}. */
  public double[][] polarMean() {
    int all = (1 << names.size()) - 1;
    double[][] effects = new double[names.size()][];
    for (int k = 0; k < effects.length; k++) {
      int before = (1 << k) - 1;
      int through = before | (1 << k);
      double[] forward = difference(product(through), product(before));
      double[] backward = difference(product(all & ~before), product(all & ~through));
      effects[k] = new double[forward.length];
      for (int i = 0; i < forward.length; i++) {
        effects[k][i] = (forward[i] + backward[i]) / 2;
      }
    }
    return effects;
  }

  /** The change of the product, component by component. */
  public double[] change() {
    return difference(product((1 << names.size()) - 1), product(0));
  }

  private double[] product(int changed) {
    int last = names.size() - 1;
    RealMatrix product = side(last, changed);
    for (int k = last - 1; k >= 0; k--) {
      product = side(k, changed).multiply(product);
    }
    double[] components = new double[product.getRowDimension() * product.getColumnDimension()];
    for (int i = 0; i < components.length; i++) {
      components[i] =
          product.getEntry(i / product.getColumnDimension(), i % product.getColumnDimension());
    }
    return components;
  }

  private RealMatrix side(int k, int changed) {
    return ((changed >> k) & 1) == 1 ? second.get(k) : first.get(k);
  }

  private static double[] difference(double[] a, double[] b) {
    double[] difference = new double[a.length];
    for (int i = 0; i < a.length; i++) {
      difference[i] = a[i] - b[i];
    }
    return difference;
  }

  private static double[][] columnOf(double[] values) {
    double[][] column = new double[values.length][1];
    for (int i = 0; i < values.length; i++) {
      column[i][0] = values[i];
    }
    return column;
  }
}
