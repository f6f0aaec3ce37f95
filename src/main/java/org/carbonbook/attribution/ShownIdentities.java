package org.carbonbook.attribution;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.carbonbook.decomposition.method.Form;
import org.carbonbook.decomposition.method.Method;

/**
 * Which identity the mart of effects shows for each region: of those that the configuration names
 * the one that covers the most years, and the first of those that cover as many.
 */
final class ShownIdentities {

  /** Exact, additive over sectors, fuels and years, and the usual method for energy. */
  static final Method METHOD = Method.LMDI1;

  static final Form FORM = Form.ADDITIVE;

  private final Map<String, String> byRegion = new HashMap<>();

  /**
   * Chooses by what was compared.
   *
   * @param shown the identities to choose from
   * @param comparisons all comparisons of each identity
   */
  ShownIdentities(List<String> shown, Map<String, List<RegionComparison>> comparisons) {
    TreeSet<String> regions = new TreeSet<>();
    comparisons.values().forEach(own -> own.forEach(c -> regions.add(c.regionCode())));
    for (String region : regions) {
      shown.stream()
          .filter(name -> isCompared(comparisons.get(name), region))
          .min(Comparator.comparingInt(name -> -yearsOf(comparisons.get(name), region)))
          .ifPresent(name -> byRegion.put(region, name));
    }
  }

  private static boolean isCompared(List<RegionComparison> comparisons, String region) {
    return comparisons.stream().anyMatch(c -> c.regionCode().equals(region));
  }

  private static int yearsOf(List<RegionComparison> comparisons, String region) {
    return comparisons.stream()
        .filter(c -> c.regionCode().equals(region) && c.isAssessed())
        .filter(c -> c.bases().contains(RegionComparison.CHAINED))
        .mapToInt(c -> c.to() - c.from())
        .sum();
  }

  boolean isShown(String identity, String region) {
    return identity.equals(byRegion.get(region));
  }
}
