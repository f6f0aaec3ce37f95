-- table: mart.transport_target
-- zh: 交通目标区间与实际值：地区、规划、指标、年份各一行
-- en: Bands that plans set for transport beside what is measured; without a datum nothing is assessed
-- question: {zh: "交通方面的规划目标达到了吗？", en: "Are the plan's targets for transport reached?"}
-- method: docs/methods/transport.md#fleet-and-target-bands
-- key: [region_code, plan, measure, year]
-- columns:
--   - {name: region_code, type: string, zh: 地区代码, en: Region (GB/T 2260)}
--   - {name: region_name, type: string, zh: 地区, en: Name of the region}
--   - {name: plan, type: string, zh: 规划, en: Plan}
--   - {name: measure, type: string, zh: 指标, en: Measure}
--   - {name: measure_zh, type: string, zh: 指标名称, en: Measure in Chinese}
--   - {name: measure_en, type: string, zh: 指标英文名, en: Measure in English}
--   - {name: year, type: int, zh: 目标年, en: Year of the band, null_when: "false"}
--   - {name: band_low, type: double, unit: 1, zh: 区间下限, en: Lower end of the band, null_when: "false", holds: band_low <= band_high}
--   - {name: band_high, type: double, unit: 1, zh: 区间上限, en: Upper end of the band, null_when: "false", holds: band_low <= band_high}
--   - {name: denominator, type: string, zh: 分母（英文）, en: What the shares are of}
--   - {name: denominator_zh, type: string, zh: 分母, en: The same in Chinese}
--   - {name: denominator_value, type: double, unit: none, zh: 分母数值, en: "Number of buses in service; null for surveys, which print shares", null_when: "status <> 'assessed' OR denominator <> 'buses in service'"}
--   - {name: actual, type: double, unit: 1, zh: 实际值, en: What is measured as a share of the denominator, null_when: status <> 'assessed'}
--   - {name: gap, type: double, unit: 1, zh: 与区间的差距, en: "Actual less the nearer end of the band; 0 within it, negative below it", null_when: status <> 'assessed'}
--   - {name: status, type: string, zh: 是否评估, en: "assessed, or not assessed and why"}
--   - {name: verdict, type: string, zh: 结论, en: "below, within or above the band", null_when: status <> 'assessed'}
--   - {name: origin, type: string, zh: 数据性质, en: "Origin of the actual value; printed (the band) where nothing is assessed"}
WITH bus AS (
  SELECT region_code, year, SUM(vehicles) AS n, SUM(new_energy_vehicles) AS new_energy,
         CASE WHEN bool_or(origin = 'assumed') THEN 'assumed' WHEN bool_or(origin = 'estimated') THEN 'estimated' ELSE 'computed' END AS origin
  FROM mart.fleet WHERE mode = 'public_transport' GROUP BY region_code, year
),
survey AS (
  SELECT m.region_code, m.year, m.survey, s.measure, SUM(CAST(m.trip_share AS DECIMAL(38, 12))) AS share, MIN(m.status) AS status, MIN(m.origin) AS origin
  FROM mart.transport_mode_share m
  JOIN (SELECT DISTINCT mode, measure FROM core.travel_survey WHERE measure IS NOT NULL) s ON s.mode = m.mode
  GROUP BY m.region_code, m.year, m.survey, s.measure
),
surveys AS (
  SELECT region_code, year, measure, COUNT(*) AS n, CAST(MIN(share) AS DOUBLE) AS share, MIN(status) AS status, MIN(origin) AS origin
  FROM survey GROUP BY region_code, year, measure
),
found AS (
  SELECT t.*,
         CASE t.actual_from WHEN 'bus_share' THEN b.new_energy / b.n WHEN 'trip_share' THEN s.share END AS actual,
         CASE t.actual_from WHEN 'bus_share' THEN CAST(b.n AS DOUBLE) END AS denominator_value,
         CASE t.actual_from WHEN 'bus_share' THEN b.origin WHEN 'trip_share' THEN s.origin END AS found_origin,
         CASE WHEN t.actual_from = 'none' THEN concat('not assessed: ', t.missing)
              WHEN t.actual_from = 'bus_share' AND b.n IS NULL THEN concat('not assessed: no buses with logs in ', t.year)
              WHEN t.actual_from = 'trip_share' AND s.n IS NULL THEN concat('not assessed: no travel survey of ', t.year)
              WHEN t.actual_from = 'trip_share' AND s.n > 1 THEN concat('not assessed: ', s.n, ' travel surveys of ', t.year, ' and no rule which counts')
              WHEN t.actual_from = 'trip_share' AND s.status <> 'assessed' THEN s.status
              ELSE 'assessed' END AS status
  FROM core.transport_target t
  LEFT JOIN bus b ON b.region_code = t.region_code AND b.year = t.year
  LEFT JOIN surveys s ON s.region_code = t.region_code AND s.year = t.year AND s.measure = t.measure
)
SELECT f.region_code, g.zh AS region_name, f.plan, f.measure, f.measure_zh, f.measure_en, f.year, f.band_low, f.band_high,
       f.denominator, f.denominator_zh, IF(f.status = 'assessed', f.denominator_value, NULL) AS denominator_value,
       IF(f.status = 'assessed', f.actual, NULL) AS actual,
       IF(f.status = 'assessed', CASE WHEN f.actual < f.band_low THEN f.actual - f.band_low WHEN f.actual > f.band_high THEN f.actual - f.band_high ELSE 0D END, NULL) AS gap,
       f.status,
       IF(f.status = 'assessed', CASE WHEN f.actual < f.band_low THEN 'below' WHEN f.actual > f.band_high THEN 'above' ELSE 'within' END, NULL) AS verdict,
       IF(f.status = 'assessed', f.found_origin, 'printed') AS origin
FROM found f
LEFT JOIN core.region g ON g.region_code = f.region_code
