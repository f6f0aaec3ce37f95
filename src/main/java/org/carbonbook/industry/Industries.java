package org.carbonbook.industry;

import java.io.Serializable;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.carbonbook.conf.ConfRow;
import org.carbonbook.conf.ConfTable;

/** The sectors of {@code conf/sectors.csv} with their codes in each version of GB/T 4754. */
public record Industries(Map<String, Industry> byCode) implements Serializable {

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
  public record Industry(String sector, String zh, String en, String kind, List<String> divisions)
      implements Serializable {

    public Industry {
      divisions = new java.util.ArrayList<>(divisions);
    }

    /** Whether any version contains it. */
    public boolean isClassified() {
      return divisions.stream().anyMatch(code -> !code.isEmpty());
    }

    public boolean[] knows() {
      boolean[] knows = new boolean[divisions.size()];
      for (int i = 0; i < knows.length; i++) {
        knows[i] = !divisions.get(i).isEmpty();
      }
      return knows;
    }
  }

  public Industries {
    byCode = new LinkedHashMap<>(byCode);
  }

  static Industries read(Path sectors, Classifications classifications) {
    Map<String, Industry> byCode = new LinkedHashMap<>();
    for (ConfRow line : ConfTable.read(sectors).rows()) {
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

  /** The name of a sector in Chinese; its code where it has none. */
  String nameOf(String sector) {
    return find(sector).map(Industry::zh).orElse(sector);
  }

  /** The sector of that code. */
  public Optional<Industry> find(String sector) {
    return Optional.ofNullable(byCode.get(sector));
  }
}
