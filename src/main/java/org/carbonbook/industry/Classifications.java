package org.carbonbook.industry;

import java.io.Serializable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.carbonbook.conf.ConfRow;
import org.carbonbook.conf.ConfTable;

/**
 * The editions of GB/T 4754, oldest first, and which of them applies to a figure: the edition that
 * its publication declares, otherwise the one in force in its year.
 */
public record Classifications(List<Version> versions, Map<String, String> byEdition)
    implements Serializable {

  /**
   * One edition of the classification.
   *
   * @param version its year, e.g. 2011
   * @param firstYear the first year whose figures are counted by it
   */
  public record Version(String version, int firstYear) implements Serializable {}

  public Classifications {
    versions = new ArrayList<>(versions);
    byEdition = new HashMap<>(byEdition);
  }

  /** Reads {@code classifications.csv} and {@code editions.csv} of a folder. */
  static Classifications read(Path folder) {
    List<Version> versions = new ArrayList<>();
    for (ConfRow line : ConfTable.read(folder.resolve("classifications.csv")).rows()) {
      String year = line.text("first_year");
      int first = year.isEmpty() ? Integer.MIN_VALUE : Integer.parseInt(year);
      versions.add(new Version(line.filled("version"), first));
    }
    versions.sort(java.util.Comparator.comparingInt(Version::firstYear));
    Map<String, String> byEdition = new HashMap<>();
    for (ConfRow line : ConfTable.read(folder.resolve("editions.csv")).rows()) {
      byEdition.put(line.filled("edition"), line.filled("version"));
    }
    return new Classifications(versions, byEdition);
  }

  /**
   * The version that applies to a figure. If a version does not contain the industry, the nearest
   * newer version that contains it applies, otherwise the nearest older one: publications print
   * figures of earlier years again under new headings.
   *
   * @param knows which versions contain the industry, by position in {@link #versions}
   * @return the place of the version; -1 when none knows the industry
   */
  public int versionOf(String publication, int year, boolean[] knows) {
    int inForce = inForce(publication, year);
    for (int i = inForce; i < versions.size(); i++) {
      if (knows[i]) {
        return i;
      }
    }
    for (int i = inForce - 1; i >= 0; i--) {
      if (knows[i]) {
        return i;
      }
    }
    return -1;
  }

  private int inForce(String publication, int year) {
    String declared = byEdition.get(publication);
    int found = 0;
    for (int i = 0; i < versions.size(); i++) {
      boolean counts =
          declared == null
              ? versions.get(i).firstYear() <= year
              : versions.get(i).version().equals(declared);
      if (counts) {
        found = i;
      }
    }
    return found;
  }
}
