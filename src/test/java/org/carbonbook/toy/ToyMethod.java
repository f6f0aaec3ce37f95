package org.carbonbook.toy;

import org.carbonbook.decomposition.method.Comparison;
import org.carbonbook.decomposition.method.EffectMethod;

/** A method that shares each cell's change equally over the factors. */
public final class ToyMethod implements EffectMethod {

  private static final long serialVersionUID = 1L;

  @Override
  public String code() {
    return "toy";
  }

  @Override
  public double[] additiveTerms(Comparison c) {
    double[] terms = new double[c.factors() * c.cells()];
    for (int i = 0; i < c.cells(); i++) {
      for (int k = 0; k < c.factors(); k++) {
        terms[k * c.cells() + i] = (c.valueT(i) - c.value0(i)) / c.factors();
      }
    }
    return terms;
  }

  @Override
  public double[] logEffects(Comparison c) {
    throw new UnsupportedOperationException();
  }

  @Override
  public boolean isExact() {
    return true;
  }

  @Override
  public boolean isCellwise() {
    return true;
  }
}
