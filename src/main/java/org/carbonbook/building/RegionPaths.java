package org.carbonbook.building;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;

/** The regions that a region belongs to, in order from the region itself to the nation. */
public final class RegionPaths implements Serializable {

  private static final long serialVersionUID = 1L;

  private final Map<String, String> parents = new HashMap<>();

  /** Builds the paths from the rows of {@code core.region}. */
  public RegionPaths(List<Row> regions) {
    regions.forEach(row -> parents.put(row.getAs("region_code"), row.getAs("parent")));
  }

  /** The region and every region that it belongs to; of an unknown region only itself. */
  public List<String> of(String regionCode) {
    List<String> path = new ArrayList<>();
    String at = regionCode;
    while (at != null && !at.isEmpty() && !path.contains(at)) {
      path.add(at);
      at = parents.get(at);
    }
    return path;
  }
}
