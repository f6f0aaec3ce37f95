-- table: mart.transport_mode_share
-- zh: 出行方式比例：地区、年份、调查、出行方式各一行
-- en: Shares of trips and of passenger-km by mode, for each travel survey
-- question: {zh: "居民以哪些方式出行？", en: "By which modes do residents travel?"}
-- method: docs/methods/transport.md#travel-surveys
-- key: [region_code, year, survey, mode]
-- columns:
--   - {name: region_code, type: string, zh: 地区代码, en: Region (GB/T 2260)}
--   - {name: region_name, type: string, zh: 地区, en: Name of the region}
--   - {name: year, type: int, zh: 年份, en: Year, null_when: "false"}
--   - {name: survey, type: string, zh: 调查, en: Survey}
--   - {name: mode, type: string, zh: 出行方式, en: Mode}
--   - {name: mode_zh, type: string, zh: 出行方式名称, en: Mode in Chinese}
--   - {name: mode_en, type: string, zh: 出行方式英文名, en: Mode in English}
--   - {name: trips, type: double, unit: none, zh: 出行量（次/日）, en: "Trips a day, null where the survey prints shares only", null_when: trips_notation IS NOT NULL}
--   - {name: trips_notation, type: string, zh: 缺数符号, en: NE where the survey prints shares only}
--   - {name: trip_share, type: double, zh: 出行量比例, en: Share of all trips, min: 0, max: 1, null_when: status <> 'assessed'}
--   - {name: km_per_trip, type: double, unit: km, zh: 平均出行距离（公里）, en: Mean km of a trip, null_when: pkm_notation IS NOT NULL}
--   - {name: pkm_share, type: double, zh: 人公里比例, en: "Share of all passenger-km, null where a mode has no mean distance", min: 0, max: 1, null_when: status <> 'assessed' OR pkm_notation IS NOT NULL}
--   - {name: pkm_notation, type: string, zh: 缺数符号, en: NE where a mode of the survey has no mean distance}
--   - {name: status, type: string, zh: 是否可用, en: "assessed, or not assessed: the modes of the survey do not make a whole"}
--   - {name: origin, type: string, zh: 数据性质, en: "Origin of the survey; assumed for a made-up one"}
WITH one AS (
  SELECT region_code, year, survey, mode, MIN(mode_zh) AS mode_zh, MIN(mode_en) AS mode_en, MIN(status) AS status,
         IF(COUNT(trips) = COUNT(*), SUM(CAST(trips AS DECIMAL(38, 12))), NULL) AS trips,
         SUM(CAST(share AS DECIMAL(38, 12))) AS share, MAX(km_per_trip) AS km,
         CASE WHEN bool_or(origin = 'assumed') THEN 'assumed' WHEN bool_or(origin = 'estimated') THEN 'estimated' ELSE 'computed' END AS origin
  FROM core.travel_survey
  GROUP BY region_code, year, survey, mode
),
whole AS (
  SELECT o.*, COUNT(*) OVER s = COUNT(km) OVER s AS has_km,
         CAST(share AS DOUBLE) * km AS pkm, SUM(CAST(CAST(share AS DOUBLE) * km AS DECIMAL(38, 12))) OVER s AS all_pkm,
         SUM(share) OVER s AS all_shares
  FROM one o
  WINDOW s AS (PARTITION BY region_code, year, survey)
)
SELECT w.region_code, g.zh AS region_name, w.year, w.survey, w.mode, w.mode_zh, w.mode_en,
       CAST(w.trips AS DOUBLE) AS trips, IF(w.trips IS NULL, 'NE', NULL) AS trips_notation,
       IF(w.status = 'assessed', CAST(w.share AS DOUBLE) / CAST(w.all_shares AS DOUBLE), NULL) AS trip_share,
       IF(w.has_km, w.km, NULL) AS km_per_trip,
       IF(w.status = 'assessed' AND w.has_km AND w.all_pkm > 0, w.pkm / CAST(w.all_pkm AS DOUBLE), NULL) AS pkm_share,
       IF(w.has_km AND coalesce(w.all_pkm, 0) > 0, NULL, 'NE') AS pkm_notation,
       w.status, w.origin
FROM whole w
LEFT JOIN core.region g ON g.region_code = w.region_code
