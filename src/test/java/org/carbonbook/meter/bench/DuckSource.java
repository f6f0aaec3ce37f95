package org.carbonbook.meter.bench;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * How DuckDB reads a folder of logs.
 *
 * @param meters a query of meter_id and building_id
 * @param buildings a query of building_id, use_type and area_m2
 * @param readings a query of meter_id, ts and value, in the order of arrival
 */
record DuckSource(String meters, String buildings, String readings) {

  /** Of logs with a registry of meters, as generated, or of the Cambridge archive. */
  static DuckSource of(Path logs) {
    return Files.exists(logs.resolve("meters.csv")) ? generated(logs) : cambridge(logs);
  }

  private static DuckSource generated(Path logs) {
    return new DuckSource(
        "SELECT meter_id, building_id FROM read_csv('%s/meters.csv', header = true)"
            .formatted(logs),
        "SELECT building_id, use_type, area_m2::DOUBLE AS area_m2"
            + " FROM read_csv('%s/buildings.csv', header = true)".formatted(logs),
        "SELECT meter_id, timestamp AS ts, value"
            + " FROM read_csv('%s/readings-*.csv', header = true, auto_detect = false,"
                .formatted(logs)
            + " ignore_errors = true, columns = {'meter_id': 'VARCHAR', 'timestamp': 'TIMESTAMP',"
            + " 'value': 'DOUBLE', 'quality': 'VARCHAR'})");
  }

  /** One file a building and year, whose path says the meter. */
  private static DuckSource cambridge(Path logs) {
    String files = logs + "/UCam_Building_*/electricity/*.csv";
    String building = "regexp_extract(%s, 'UCam_Building_[^/]+')";
    return new DuckSource(
        "SELECT DISTINCT %s AS building_id, building_id || '_electricity' AS meter_id FROM glob('%s')"
            .formatted(building.formatted("file"), files),
        "SELECT 'UCam_Building_' || \"Building ID\" AS building_id, 'university' AS use_type,"
            + " \"GIA (m2)\"::DOUBLE AS area_m2"
            + " FROM read_csv('%s/ucam_building_floor_roof_areas.csv', header = true)"
                .formatted(logs),
        "SELECT %s || '_electricity' AS meter_id, ts, value"
                .formatted(building.formatted("filename"))
            + " FROM read_csv('%s', header = true, auto_detect = false, filename = true,"
                .formatted(files)
            + " ignore_errors = true, columns = {'ts': 'TIMESTAMP', 'value': 'DOUBLE'})");
  }
}
