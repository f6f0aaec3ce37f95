package org.carbonbook.industry;

import java.io.Serializable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.carbonbook.notice.Notice;
import org.carbonbook.statistics.forecast.Scenario;
import org.carbonbook.statistics.forecast.ScenariosFile;

/** All of the configuration that the industry step works by. */
record IndustryRules(
    Classifications classifications,
    Industries industries,
    IndustrySets sets,
    Stretches stretches,
    AnalysisRules analysis,
    List<Scenario> scenarios,
    Map<String, Place> places)
    implements Serializable {

  /**
   * A region's place among the others.
   *
   * @param level city, province or nation
   * @param parent the code of the region it belongs to; blank for none
   */
  record Place(String level, String parent) implements Serializable {}

  /**
   * Reads a configuration folder.
   *
   * @param notices takes what does not fit together
   * @throws IllegalArgumentException when a file cannot be used at all
   */
  static IndustryRules read(Path conf, List<Notice> notices) {
    Path folder = conf.resolve("industry");
    Classifications classifications = Classifications.read(folder);
    Industries industries = Industries.read(conf.resolve("sectors.csv"), classifications);
    IndustrySets sets = IndustrySets.read(folder, classifications, industries, notices);
    Concordance concordance = Concordance.read(folder);
    AnalysisRules analysis = AnalysisRules.read(folder.resolve("analysis.yaml"));
    List<Scenario> scenarios =
        new ArrayList<>(ScenariosFile.list(conf.resolve(analysis.forecasts().scenarios())));
    return new IndustryRules(
        classifications,
        industries,
        sets,
        new Stretches(classifications, concordance, industries, sets),
        analysis,
        scenarios,
        places(conf.resolve("regions.csv")));
  }

  private static Map<String, Place> places(Path file) {
    Map<String, Place> places = new HashMap<>();
    for (ConfTable.Line line : ConfTable.read(file)) {
      places.put(line.filled("region_code"), new Place(line.text("level"), line.text("parent")));
    }
    return places;
  }
}
