package org.carbonbook.attribution;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;

/** Which sector is part of which, from {@code conf/sectors.csv}. */
final class SectorTree {

  private static final CSVFormat FORMAT =
      CSVFormat.DEFAULT.builder().setCommentMarker('#').setHeader().setSkipHeaderRecord(true).get();

  private final Map<String, String> parents;

  private SectorTree(Map<String, String> parents) {
    this.parents = parents;
  }

  static SectorTree read(Path file) throws IOException {
    Map<String, String> parents = new LinkedHashMap<>();
    try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8);
        CSVParser csv = FORMAT.parse(reader)) {
      csv.forEach(r -> parents.put(r.get("sector"), r.get("parent")));
    }
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
