package org.carbonbook.decomposition;

import org.carbonbook.decomposition.method.Comparison;
import org.carbonbook.decomposition.method.ExactSum;
import org.carbonbook.decomposition.method.Form;
import org.carbonbook.decomposition.method.NotComputableException;
import org.carbonbook.decomposition.method.NotComputableReason;

/** Compares effects with the change that they explain. */
final class Closure {

  private Closure() {}

  /**
   * Additive: change minus the sum of effects. Multiplicative: ratio over their product, minus 1.
   */
  static double residual(
      Form form, double value0, double valueT, Comparison comparison, double[] effects) {
    if (form == Form.MULTIPLICATIVE) {
      if (value0 == 0 && valueT == 0) {
        return 0;
      }
      double quotient = valueT / value0;
      for (double effect : effects) {
        quotient /= effect;
      }
      return quotient - 1;
    }
    boolean computed = value0 == comparison.total0() && valueT == comparison.totalT();
    if (computed && comparison.cells() == 1) {
      return oneCell(comparison, effects);
    }
    ExactSum rest = new ExactSum();
    if (computed) {
      for (int i = 0; i < comparison.cells(); i++) {
        rest.add(comparison.valueT(i)).add(-comparison.value0(i));
      }
    } else {
      rest.add(valueT).add(-value0);
    }
    for (double effect : effects) {
      rest.add(-effect);
    }
    return rest.value();
  }

  /** The same with Neumaier's compensation, which is enough for a few numbers of one cell. */
  private static double oneCell(Comparison comparison, double[] effects) {
    double sum = comparison.valueT(0);
    double lost = 0;
    for (int k = -1; k < effects.length; k++) {
      double part = k < 0 ? -comparison.value0(0) : -effects[k];
      double next = sum + part;
      lost += Math.abs(sum) >= Math.abs(part) ? (sum - next) + part : (part - next) + sum;
      sum = next;
    }
    return sum + lost;
  }

  /**
   * The residual as a share of the larger side or, where effects offset each other, of their
   * absolute sum; a multiplicative residual is a share already.
   */
  static double relative(
      Form form,
      double residual,
      double value0,
      double valueT,
      Comparison comparison,
      double[] terms) {
    if (form == Form.MULTIPLICATIVE || residual == 0) {
      return residual;
    }
    double scale = Math.max(comparison.scale(), Math.max(Math.abs(value0), Math.abs(valueT)));
    double moved = 0;
    for (double term : terms) {
      moved += Math.abs(term);
    }
    return residual / Math.max(scale, moved);
  }

  static NotComputableException notClosed(
      Form form, double residual, double relative, double value0, double valueT) {
    String change =
        form == Form.ADDITIVE ? "change " + (valueT - value0) : "ratio " + valueT / value0;
    return new NotComputableException(
        NotComputableReason.NOT_CLOSED,
        "effects leave a residual of "
            + residual
            + " ("
            + relative
            + " of the scale) of the "
            + change
            + ": the left side given is not what the identity gives");
  }
}
