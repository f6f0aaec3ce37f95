package org.carbonbook.industry;

import java.io.Serializable;
import java.nio.file.Path;
import java.util.List;
import org.carbonbook.industry.IndustrySets.IndustrySet;
import org.carbonbook.notice.Notice;

/**
 * The configuration of industries.
 *
 * @param classifications the editions of GB/T 4754
 * @param concordance what became of each division when the classification changed
 * @param industries the sectors with their codes in each edition
 * @param sets the sets of industries, the official six high-energy industries among them
 */
public record IndustryRules(
    Classifications classifications,
    Concordance concordance,
    Industries industries,
    IndustrySets sets)
    implements Serializable {

  /**
   * Reads a configuration folder.
   *
   * @param notices receives the members of sets that do not fit
   * @throws IllegalArgumentException with file and line, when a file cannot be used
   */
  public static IndustryRules read(Path conf, List<Notice> notices) {
    Path folder = conf.resolve("industry");
    Classifications classifications = Classifications.read(folder);
    Industries industries = Industries.read(conf.resolve("sectors.csv"), classifications);
    return new IndustryRules(
        classifications,
        Concordance.read(folder),
        industries,
        IndustrySets.read(folder, classifications, industries, notices));
  }

  /** The name of a sector or of a set of industries, in Chinese; its code where it has none. */
  public String nameOf(String sector) {
    return sets.find(sector).map(IndustrySet::zh).orElseGet(() -> industries.nameOf(sector));
  }
}
