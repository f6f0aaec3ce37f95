package org.carbonbook.building;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.carbonbook.conf.ConfTable;

/** The climate zone of regions: a region's own, else that of the nearest region above it. */
final class ClimateZones {

  static final String FILE = "building/climate_zones.csv";

  private final Map<String, String> zones = new HashMap<>();
  private final RegionPaths regions;

  ClimateZones(ConfTable table, RegionPaths regions) {
    this.regions = regions;
    table.rows().forEach(row -> zones.put(row.filled("region_code"), row.filled("climate_zone")));
  }

  Optional<String> find(String regionCode) {
    return regions.of(regionCode).stream().map(zones::get).filter(Objects::nonNull).findFirst();
  }
}
