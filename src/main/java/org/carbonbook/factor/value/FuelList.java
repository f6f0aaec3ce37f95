package org.carbonbook.factor.value;

import java.io.Serializable;
import java.util.List;
import java.util.Optional;

/** The fuels of {@code conf/fuel-groups.csv}, in its order. */
public record FuelList(List<Fuel> fuels) implements Serializable {

  public Optional<Fuel> find(String code) {
    return fuels.stream().filter(f -> f.fuel().equals(code)).findFirst();
  }

  public List<String> codes() {
    return fuels.stream().map(Fuel::fuel).toList();
  }
}
