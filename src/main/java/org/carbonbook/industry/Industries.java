package org.carbonbook.industry;

import java.io.Serializable;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The sectors of {@code conf/sectors.csv} with their codes in each version of GB/T 4754. */
record Industries(Map<String, Industry> byCode) implements Serializable {

  private static final String CODE_COLUMN = "gbt4754_";

  /**
   * One sector.
   *
   * @param sector its code of ours
   * @param zh its Chinese name
   * @param en its English name
   * @param kind what kind of row it is: industry, final, economy …
   * @param divisions its code in each version, oldest first; blank where it has none
   */
  record Industry(String sector, String zh, String en, String kind, List<String> divisions)
      implements Serializable {

    Industry {
      divisions = new java.util.ArrayList<>(divisions);
    }

    /** Whether any version knows it. */
    boolean isClassified() {
      return divisions.stream().anyMatch(code -> !code.isEmpty());
    }

    boolean[] knows() {
      boolean[] knows = new boolean[divisions.size()];
      for (int i = 0; i < knows.length; i++) {
        knows[i] = !divisions.get(i).isEmpty();
      }
      return knows;
    }
  }

  Industries {
    byCode = new LinkedHashMap<>(byCode);
  }

  static Industries read(Path sectors, Classifications classifications) {
    Map<String, Industry> byCode = new LinkedHashMap<>();
    for (ConfTable.Line line : ConfTable.read(sectors)) {
      List<String> divisions =
          classifications.versions().stream()
              .map(version -> line.text(CODE_COLUMN + version.version()))
              .toList();
      String sector = line.filled("sector");
      byCode.put(
          sector,
          new Industry(sector, line.text("zh"), line.text("en"), line.text("kind"), divisions));
    }
    return new Industries(byCode);
  }

  Optional<Industry> find(String sector) {
    return Optional.ofNullable(byCode.get(sector));
  }
}
