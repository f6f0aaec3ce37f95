package org.carbonbook.attribution;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.carbonbook.conf.ConfTable;

/** Which sector is part of which, from {@code conf/sectors.csv}. */
final class SectorTree {

  static final String FILE = "sectors.csv";

  private final Map<String, String> parents;

  private SectorTree(Map<String, String> parents) {
    this.parents = parents;
  }

  static SectorTree read(Path file) {
    Map<String, String> parents = new LinkedHashMap<>();
    ConfTable.read(file)
        .requireColumns("sector", "parent")
        .rows()
        .forEach(row -> parents.put(row.filled("sector"), row.text("parent")));
    return new SectorTree(parents);
  }

  /**
   * The sectors below some others that have none below themselves, each standing for itself.
   *
   * @throws IllegalArgumentException when there is no such sector
   */
  Map<String, String> leavesOf(Iterable<String> sectors) {
    Map<String, String> leaves = new TreeMap<>();
    for (String above : sectors) {
      if (!parents.containsKey(above)) {
        throw new IllegalArgumentException("no sector " + above + " in conf/sectors.csv");
      }
      for (String sector : parents.keySet()) {
        if (!parents.containsValue(sector) && isBelow(sector, above)) {
          leaves.put(sector, sector);
        }
      }
    }
    return leaves;
  }

  private boolean isBelow(String sector, String above) {
    String parent = parents.get(sector);
    return parent != null && (parent.equals(above) || isBelow(parent, above));
  }
}
