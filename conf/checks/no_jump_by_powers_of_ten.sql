-- zh: 同一地区、指标、口径的一张表与其他年份相比，数值整体上没有十倍以上的跳跃（单位印错的迹象）
-- en: The figures of one table are not all ten times larger or smaller than those of the nearest other year, as they are when a unit is misprinted
WITH yearly AS (
  SELECT region_code, indicator, sector, item, basis, canonical_unit, year, path, sheet, printed, cell, edition,
         abs(canonical_value) AS value,
         -- The median holds against a single figure that changes by its nature.
         lag(abs(canonical_value)) OVER (PARTITION BY region_code, indicator, sector, item, basis, canonical_unit ORDER BY year, edition_rank DESC, path) AS before,
         lag(path) OVER (PARTITION BY region_code, indicator, sector, item, basis, canonical_unit ORDER BY year, edition_rank DESC, path) AS path_before
  FROM core.observation
  WHERE canonical_value <> 0
),
jump AS (
  SELECT path, sheet, path_before, region_code, indicator, count(*) AS figures, median(log10(value / before)) AS jump
  FROM yearly WHERE before > 0 AND path <> path_before
  GROUP BY path, sheet, path_before, region_code, indicator
)
SELECT concat_ws('!', path, sheet) AS place,
       format_string('%d figures of %s of region %s are %.0f times those of %s in the median', figures, indicator, region_code, pow(10, jump), path_before) AS message
FROM jump WHERE figures >= 3 AND abs(jump) > 0.9
