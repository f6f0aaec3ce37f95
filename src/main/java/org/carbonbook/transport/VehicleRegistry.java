package org.carbonbook.transport;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The registrations of vehicles by day, and which vehicle has which card. */
final class VehicleRegistry {

  private final Map<String, List<Vehicle>> byId = new TreeMap<>();
  private final Map<String, List<Vehicle>> byCard = new TreeMap<>();

  VehicleRegistry(Collection<Vehicle> vehicles) {
    for (Vehicle vehicle : vehicles) {
      byId.computeIfAbsent(vehicle.vehicleId(), none -> new ArrayList<>()).add(vehicle);
      if (vehicle.card() != null) {
        byCard.computeIfAbsent(vehicle.card(), none -> new ArrayList<>()).add(vehicle);
      }
    }
    byId.values().forEach(list -> list.sort(java.util.Comparator.comparing(Vehicle::validFrom)));
  }

  /** The registration of a vehicle on a day. */
  Optional<Vehicle> find(String vehicleId, LocalDate day) {
    return byId.getOrDefault(vehicleId, List.of()).stream()
        .filter(vehicle -> vehicle.isValidOn(day))
        .findFirst();
  }

  /** The vehicles that have a card on a day. */
  List<String> holders(String card, LocalDate day) {
    return byCard.getOrDefault(card, List.of()).stream()
        .filter(vehicle -> vehicle.isValidOn(day))
        .map(Vehicle::vehicleId)
        .distinct()
        .toList();
  }

  /** The last registration of a vehicle that began before a day. */
  Vehicle lastBefore(String vehicleId, LocalDate day) {
    List<Vehicle> versions = byId.get(vehicleId);
    Vehicle last = versions.get(0);
    for (Vehicle version : versions) {
      if (version.validFrom().isBefore(day)) {
        last = version;
      }
    }
    return last;
  }

  boolean knows(String vehicleId) {
    return byId.containsKey(vehicleId);
  }
}
