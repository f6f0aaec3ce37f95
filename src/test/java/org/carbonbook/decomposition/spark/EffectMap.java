package org.carbonbook.decomposition.spark;

import java.util.LinkedHashMap;
import java.util.Map;

/** The effects of a result as a map, to be compared with printed ones. */
final class EffectMap {

  private EffectMap() {}

  /** The effects by "from-to factor". */
  static Map<String, Double> of(DecompositionResult result) {
    Map<String, Double> effects = new LinkedHashMap<>();
    result
        .effects()
        .orderBy("year_from", "year_to", "factor_order")
        .collectAsList()
        .forEach(
            r ->
                effects.put(
                    r.getAs("year_from") + "-" + r.getAs("year_to") + " " + r.getAs("factor"),
                    r.getAs("effect")));
    return effects;
  }
}
