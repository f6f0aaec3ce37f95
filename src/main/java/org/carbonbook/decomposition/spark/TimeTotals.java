package org.carbonbook.decomposition.spark;

import java.io.Serializable;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import org.carbonbook.decomposition.DecompositionOptions;
import org.carbonbook.decomposition.PanelDecomposer;
import org.carbonbook.decomposition.method.ExactSum;
import org.carbonbook.decomposition.panel.Panel;
import org.carbonbook.decomposition.panel.PanelPeriods;

/** Sums of absolute cell values over groups, by time; exact, so they depend on no order. */
final class TimeTotals implements Serializable {

  private static final long serialVersionUID = 1L;

  private final HashMap<Object, ExactSum> sums = new HashMap<>();

  static TimeTotals of(Iterator<PanelIterator.Group> groups, DecompositionOptions settings) {
    TimeTotals totals = new TimeTotals();
    while (groups.hasNext()) {
      Panel panel = groups.next().panel();
      double[] ofGroup = new PanelDecomposer(settings, new PanelPeriods(panel)).absoluteTotals();
      for (int t = 0; t < ofGroup.length; t++) {
        totals.sums.computeIfAbsent(panel.times[t], x -> new ExactSum()).add(ofGroup[t]);
      }
    }
    return totals;
  }

  TimeTotals plus(TimeTotals other) {
    TimeTotals both = new TimeTotals();
    for (Map<Object, ExactSum> part : java.util.List.of(sums, other.sums)) {
      part.forEach((time, sum) -> both.sums.computeIfAbsent(time, x -> new ExactSum()).add(sum));
    }
    return both;
  }

  double largest() {
    return sums.values().stream().mapToDouble(ExactSum::value).max().orElse(0);
  }
}
