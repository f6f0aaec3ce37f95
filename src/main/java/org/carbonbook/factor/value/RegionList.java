package org.carbonbook.factor.value;

import java.io.Serializable;
import java.util.List;
import java.util.Optional;

/** The regions of {@code conf/regions.csv}, in its order. */
public record RegionList(List<Region> regions) implements Serializable {

  public Optional<Region> find(String code) {
    return regions.stream().filter(r -> r.regionCode().equals(code)).findFirst();
  }
}
