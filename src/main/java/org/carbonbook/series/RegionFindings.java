package org.carbonbook.series;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.carbonbook.lake.Origin;
import org.carbonbook.lake.TableRows;
import org.carbonbook.series.AnalysisRows.Kind;
import org.carbonbook.series.AnalysisRows.Output;

/**
 * The statistics of one region, and for each series and kind whether it was assessed, or why not.
 */
final class RegionFindings {

  static final String ASSESSED = "assessed";
  static final String NOT_ASSESSED = "not assessed: ";

  private static final String NOT_ASKED =
      NOT_ASSESSED + "no rule of conf/industry/analysis.yaml asks for it";

  private final String region;
  private final List<Row> rows = new ArrayList<>();
  private final Map<String, Integer> lines = new HashMap<>();
  private final Map<String, Map<Kind, String>> statuses = new HashMap<>();

  RegionFindings(String region) {
    this.region = region;
  }

  /**
   * Adds a statistic.
   *
   * @param series the series, or the pressure
   * @param against the other series, or the model; blank where there is none
   * @param origin the weakest origin of what it is computed from
   * @param cells the values of the kind's column, by name
   */
  void add(Kind kind, String series, String against, Origin origin, Map<String, ?> cells) {
    String key = kind + "|" + series + "|" + against;
    TableRows.RowBuilder row =
        Output.STATISTIC
            .row()
            .set("kind", kind.column())
            .set("region_code", region)
            .set("series", series)
            .set("against", against)
            .set("line", lines.merge(key, 1, Integer::sum) - 1)
            .set("origin", origin.text());
    for (Kind each : Kind.values()) {
      row.set(each.column(), each == kind ? kind.cells(cells) : null);
    }
    rows.add(Output.STATISTIC.of(row.build()));
  }

  /** Notes that a series was assessed, or why not; one assessment counts before any reason. */
  void note(Kind kind, String series, String status) {
    Map<Kind, String> own = statuses.computeIfAbsent(series, name -> new EnumMap<>(Kind.class));
    if (!ASSESSED.equals(own.get(kind))) {
      if (status.equals(ASSESSED) || !own.containsKey(kind)) {
        own.put(kind, status);
      }
    }
  }

  /** Whether a series was assessed, or why not. */
  String statusOf(Kind kind, String series) {
    return statuses.getOrDefault(series, Map.of()).getOrDefault(kind, NOT_ASKED);
  }

  List<Row> rows() {
    return rows;
  }
}
