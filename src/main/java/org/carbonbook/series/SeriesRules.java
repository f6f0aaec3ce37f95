package org.carbonbook.series;

import java.io.Serializable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.carbonbook.conf.ConfRow;
import org.carbonbook.conf.ConfTable;
import org.carbonbook.industry.IndustryRules;
import org.carbonbook.notice.Notice;
import org.carbonbook.statistics.forecast.Scenario;

/**
 * The configuration of the series step.
 *
 * @param industry industries, their classifications and sets
 * @param segments where a change of classification breaks a series
 * @param levels where the level of a series steps
 * @param links which index of another publication holds for a series
 * @param names what the codes of a series mean
 * @param analysis which statistics are computed from which series
 * @param scenarios the scenarios of forecasts by drivers
 * @param places the level and the parent of each region, by code
 */
record SeriesRules(
    IndustryRules industry,
    SeriesSegments segments,
    LevelSteps levels,
    IndexLinks links,
    SeriesNames names,
    AnalysisRules analysis,
    List<Scenario> scenarios,
    Map<String, Place> places)
    implements Serializable {

  /**
   * A region's position among the others.
   *
   * @param level city, province or nation
   * @param parent the code of the region that it belongs to; blank for none
   */
  record Place(String level, String parent) implements Serializable {}

  /**
   * Reads a configuration folder.
   *
   * @param notices receives what does not fit in the configuration of industries
   * @throws IllegalArgumentException when a file cannot be used at all
   */
  static SeriesRules read(Path conf, List<Notice> notices) {
    IndustryRules industry = IndustryRules.read(conf, notices);
    AnalysisRules analysis = AnalysisRules.read(conf.resolve("industry/analysis.yaml"));
    return new SeriesRules(
        industry,
        new SeriesSegments(industry),
        new LevelSteps(analysis.levelSteps()),
        IndexLinks.read(conf.resolve("industry/links.csv")),
        SeriesNames.read(conf, industry),
        analysis,
        new ArrayList<>(Scenarios.read(conf.resolve(analysis.forecasts().scenarios()))),
        places(conf.resolve("regions.csv")));
  }

  private static Map<String, Place> places(Path file) {
    Map<String, Place> places = new HashMap<>();
    for (ConfRow line : ConfTable.read(file).rows()) {
      places.put(line.filled("region_code"), new Place(line.text("level"), line.text("parent")));
    }
    return places;
  }
}
