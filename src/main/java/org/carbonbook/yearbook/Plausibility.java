package org.carbonbook.yearbook;

import static org.apache.spark.sql.functions.lit;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.carbonbook.conf.ConfRow;
import org.carbonbook.conf.ConfTable;

/**
 * Finds figures whose size cannot be right although their cells were read without a fault, as when
 * a unit is misprinted: figures of a table that are all ten times those of the nearest other year
 * or more, and figures per head or shares outside the bands of {@code conf/plausibility.csv}.
 */
final class Plausibility {

  /** The bands. */
  static final String FILE = "plausibility.csv";

  private static final StructType BAND =
      new StructType()
          .add("indicator", DataTypes.StringType)
          .add("sector", DataTypes.StringType)
          .add("item", DataTypes.StringType)
          .add("unit", DataTypes.StringType)
          .add("per", DataTypes.StringType)
          .add("low", DataTypes.DoubleType)
          .add("high", DataTypes.DoubleType);

  /**
   * Neighbours are other tables with the same series in the nearest year. Growth allows more in
   * later years. The median holds against a single figure that changes by its nature; of one or two
   * figures only a change of three powers of ten is a fault of the unit. Of two tables that differ,
   * the one that agrees with another neighbour, the next or the one after it, is right; where none
   * or both do, neither can be published.
   */
  private static final String JUMPS =
      """
      WITH yearly AS (
        SELECT *, abs(canonical_value) AS size,
               lag(abs(canonical_value)) OVER w AS size_before, lag(year) OVER w AS year_before,
               lag(path) OVER w AS path_before, lag(sheet) OVER w AS sheet_before,
               lag(abs(canonical_value), 2) OVER w AS size_second, lag(path, 2) OVER w AS path_second,
               lag(sheet, 2) OVER w AS sheet_second
        FROM {figures} WHERE canonical_value <> 0
        WINDOW w AS (PARTITION BY region_code, indicator, sector, item, basis, canonical_unit
                     ORDER BY year, edition_rank DESC, path, sheet, cell)),
      pair AS (
        SELECT path, sheet, path_before, sheet_before, region_code, indicator, count(*) AS figures,
               median(log10(size / size_before)) AS jump, max(year - year_before) AS years
        FROM yearly WHERE size_before > 0 AND (path <> path_before OR sheet <> sheet_before)
        GROUP BY path, sheet, path_before, sheet_before, region_code, indicator),
      judged AS (
        SELECT *, abs(jump) > IF(figures >= 3, 0.9, 2.9) + 0.06 * greatest(years - 1, 0) AS jumps FROM pair),
      second AS (
        SELECT path, sheet, path_second, sheet_second, region_code, indicator
        FROM yearly WHERE size_second > 0 AND (path <> path_second OR sheet <> sheet_second)
        GROUP BY path, sheet, path_second, sheet_second, region_code, indicator
        HAVING abs(median(log10(size / size_second))) <= 0.9),
      agreeing AS (
        SELECT path, sheet, region_code, indicator FROM judged WHERE NOT jumps
        UNION SELECT path_before, sheet_before, region_code, indicator FROM judged WHERE NOT jumps
        UNION SELECT path, sheet, region_code, indicator FROM second
        UNION SELECT path_second, sheet_second, region_code, indicator FROM second),
      jumping AS (
        SELECT j.*, a.path IS NOT NULL AS agrees, b.path IS NOT NULL AS before_agrees
        FROM judged j
        LEFT JOIN agreeing a ON a.path = j.path AND a.sheet = j.sheet AND a.region_code = j.region_code AND a.indicator = j.indicator
        LEFT JOIN agreeing b ON b.path = j.path_before AND b.sheet = j.sheet_before AND b.region_code = j.region_code AND b.indicator = j.indicator
        WHERE j.jumps),
      wrong AS (
        SELECT path, sheet, region_code, indicator, path_before AS other, figures, jump FROM jumping WHERE NOT agrees OR before_agrees
        UNION ALL
        SELECT path_before, sheet_before, region_code, indicator, path, figures, -jump FROM jumping WHERE NOT before_agrees OR agrees)
      SELECT f.observation_id,
             format_string('figures of %s of region %s are %s times those of %s in the median', w.indicator, w.region_code,
                           format_number(pow(10, w.jump), IF(w.jump < 0, '0.#####', '#')), w.other) AS what
      FROM {figures} f
      JOIN (SELECT path, sheet, region_code, indicator, min_by(other, other) AS other, max_by(jump, abs(jump)) AS jump
            FROM wrong GROUP BY path, sheet, region_code, indicator) w
        ON f.path = w.path AND f.sheet = w.sheet AND f.region_code = w.region_code AND f.indicator = w.indicator
      """;

  /** Where two indicators or more are outside and none is within, the population is wrong. */
  private static final String BANDS =
      """
      WITH people AS (
        SELECT region_code, year, min_by(struct(observation_id, path, canonical_value), struct(edition_rank, path, cell)) AS of
        FROM {figures} WHERE indicator = 'population' AND sector IS NULL AND item IS NULL AND canonical_value > 0
        GROUP BY region_code, year),
      measured AS (
        SELECT f.observation_id, f.indicator, f.region_code, f.year, b.per, b.unit, b.low, b.high,
               p.of.observation_id AS people_id, p.of.path AS people_path,
               f.canonical_value / IF(b.per IS NULL, 1, p.of.canonical_value) AS value
        FROM {figures} f
        JOIN {bands} b ON b.indicator = f.indicator AND (b.sector = '*' OR b.sector <=> f.sector) AND (b.item = '*' OR b.item <=> f.item)
         AND b.unit = f.canonical_unit
        LEFT JOIN people p ON b.per = 'population' AND p.region_code = f.region_code AND p.year = f.year
        WHERE b.per IS NULL OR p.of IS NOT NULL),
      judged AS (
        SELECT *, value NOT BETWEEN low AND high AS outside,
               size(collect_set(IF(value NOT BETWEEN low AND high, indicator, NULL)) OVER (PARTITION BY people_id)) >= 2
                 AND min(value NOT BETWEEN low AND high) OVER (PARTITION BY people_id) AND people_id IS NOT NULL AS people_wrong
        FROM measured)
      SELECT IF(people_wrong, people_id, observation_id) AS observation_id,
             format_string('%s of region %s in %d is %s %s%s, outside %s to %s (conf/plausibility.csv)%s', indicator, region_code, year,
                           format_number(value, '#.####'), unit, IF(per IS NULL, '', ' per person'), low, high,
                           IF(people_wrong, '; other figures per head are outside too, so the population is wrong',
                              IF(per IS NULL, '', concat('; the population is of ', people_path)))) AS what
      FROM judged WHERE outside
      """;

  private final Path conf;

  Plausibility(Path conf) {
    this.conf = conf;
  }

  /**
   * The figures whose size cannot be right: {@code observation_id}, {@code code} and {@code what}.
   *
   * @param figures what tables print, with the columns of {@code core.observation}
   */
  Dataset<Row> find(Dataset<Row> figures) {
    SparkSession spark = figures.sparkSession();
    figures.createOrReplaceTempView("observation__figures");
    spark.createDataFrame(bands(), BAND).createOrReplaceTempView("observation__bands");
    return found(spark, JUMPS, ObservationNotice.MAGNITUDE_JUMPS)
        .unionByName(found(spark, BANDS, ObservationNotice.OUTSIDE_BAND));
  }

  private static Dataset<Row> found(SparkSession spark, String sql, ObservationNotice code) {
    return spark.sql(named(sql)).withColumn("code", lit(code.name()));
  }

  private static String named(String sql) {
    return sql.replace("{figures}", "observation__figures")
        .replace("{bands}", "observation__bands");
  }

  private List<Row> bands() {
    List<Row> bands = new ArrayList<>();
    for (ConfRow line : ConfTable.read(conf.resolve(FILE)).rows()) {
      line.filled("source");
      bands.add(
          RowFactory.create(
              line.filled("indicator"),
              line.find("sector").orElse(null),
              line.find("item").orElse(null),
              line.filled("unit"),
              line.find("per").orElse(null),
              line.decimal("low").doubleValue(),
              line.decimal("high").doubleValue()));
    }
    return bands;
  }
}
