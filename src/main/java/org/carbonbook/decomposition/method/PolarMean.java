package org.carbonbook.decomposition.method;

import java.util.List;
import java.util.function.IntToDoubleFunction;

/**
 * The mean of the two polar orders: factors changed from the first to the last, and from the last
 * to the first (Dietzenbacher and Los 1998, eq. 8). Exact; unlike the Shapley value it depends on
 * the order in which the identity names more than two factors.
 */
public final class PolarMean implements MixedTotals {

  private static final long serialVersionUID = 1L;

  @Override
  public String code() {
    return "polar";
  }

  @Override
  public List<String> aliases() {
    return List.of("sda-polar");
  }

  @Override
  public double[] additiveTerms(Comparison c) {
    double[] terms = new double[c.factors * c.cells];
    for (int k = 0; k < c.factors; k++) {
      for (int i = 0; i < c.cells; i++) {
        double forward = 1;
        double backward = 1;
        for (int j = 0; j < c.factors; j++) {
          if (j != k) {
            int at = j * c.cells + i;
            forward *= j < k ? c.xT[at] : c.x0[at];
            backward *= j < k ? c.x0[at] : c.xT[at];
          }
        }
        int at = k * c.cells + i;
        terms[at] = (c.xT[at] - c.x0[at]) * (forward + backward) / 2;
      }
    }
    return terms;
  }

  @Override
  public double[] logs(Comparison c, IntToDoubleFunction ln) {
    double[] logs = new double[c.factors];
    int all = (1 << c.factors) - 1;
    for (int k = 0; k < c.factors; k++) {
      int before = (1 << k) - 1;
      int through = before | (1 << k);
      double forward = ln.applyAsDouble(through) - ln.applyAsDouble(before);
      double backward = ln.applyAsDouble(all & ~before) - ln.applyAsDouble(all & ~through);
      logs[k] = (forward + backward) / 2;
    }
    return logs;
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
