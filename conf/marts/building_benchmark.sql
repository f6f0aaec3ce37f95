-- table: mart.building_benchmark
-- zh: 建筑能耗对标：建筑、年份、能源种类各一行
-- en: Energy intensity of buildings against their peers and their limit, by year and kind of energy
-- question: {zh: "这栋楼与同类建筑相比，能耗强度高还是低？", en: "Does this building use more or less energy per square metre than its peers?"}
-- key: [building_id, year, energy_kind]
-- columns:
--   - {name: building_id, type: string, zh: 建筑编号, en: Building}
--   - {name: building_name, type: string, zh: 建筑名称, en: Name of the building}
--   - {name: region_code, type: string, zh: 地区代码, en: Region of the building}
--   - {name: region_name, type: string, zh: 地区, en: Name of the region}
--   - {name: climate_zone, type: string, zh: 气候区, en: Climate zone}
--   - {name: year, type: int, zh: 年份, en: Year of local days}
--   - {name: energy_kind, type: string, zh: "能源种类；all为各种外购能源合计", en: "Kind of energy, or all: the sum of the kinds that the building buys; what it generates itself (pv) is a row of its own"}
--   - {name: energy_kind_zh, type: string, zh: 能源种类名称, en: Kind of energy in Chinese}
--   - {name: use_type, type: string, zh: 用途, en: Use type}
--   - {name: area_m2, type: double, zh: 当年平均建筑面积（平方米）, en: "Floor area in m2, the mean over the days of the year"}
--   - {name: status, type: string, zh: 是否可评, en: "assessed; or not assessed with the gate that failed: a kind without readings, no floor area, coverage of the year, zero hours, a run of zeros"}
--   - {name: missing, type: string, zh: 缺少的能源种类, en: "Kinds of energy that the building has meters of and that have no readings of the year, only for all"}
--   - {name: coverage, type: double, zh: 全年小时中有读数的比例, en: "Share of the hours of the whole year that readings cover; of all kinds the lowest"}
--   - {name: zero_share, type: double, zh: 零值小时比例, en: Share of hours that read zero}
--   - {name: zero_longest_h, type: int, zh: 最长连续零值小时, en: Longest run of hours that read zero}
--   - {name: kwh, type: double, zh: 计量用量（千瓦时）, en: "Energy in kWh that the readings of the year show; of the whole year only where status is assessed; null for all when a kind is missing"}
--   - {name: kwhe, type: double, zh: 等效电（千瓦时）, en: The same in kWh of equivalent electricity}
--   - {name: tce, type: double, zh: 折标准煤（吨，当量值）, en: "The same in t of standard coal, equivalent value"}
--   - {name: co2_location_yearly_kg, type: double, zh: 二氧化碳（千克，年均电网因子）, en: kg CO2 of that energy with the yearly location-based factor}
--   - {name: co2_location_yearly_notation, type: string, zh: 缺数符号, en: NE where it is not estimated}
--   - {name: co2_location_hourly_kg, type: double, zh: 二氧化碳（千克，逐时电网因子）, en: kg CO2 with hourly location-based factors}
--   - {name: co2_location_hourly_notation, type: string, zh: 缺数符号, en: NE where an hour has no factor}
--   - {name: co2_market_kg, type: double, zh: 二氧化碳（千克，市场法）, en: "kg CO2 with the factors of contracts and, for the rest, of the residual mix of the year"}
--   - {name: co2_market_notation, type: string, zh: 缺数符号, en: "NE where no residual mix of the year is known; the location average never takes its place"}
--   - {name: factor_value, type: double, zh: 年均因子, en: "Factor of co2_location_yearly_kg; in rows of all that of electricity"}
--   - {name: factor_unit, type: string, zh: 因子单位, en: Unit of the factor}
--   - {name: factor_area, type: string, zh: 因子所属区域, en: Area that the factor is of}
--   - {name: factor_year, type: int, zh: 因子年份, en: "Year that the factor is of, null for fuels and heat"}
--   - {name: factor_id, type: string, zh: 因子编号, en: Row of core.grid_factor or core.building_energy_factor}
--   - {name: residual_value, type: double, zh: 剩余电量因子（千克/千瓦时）, en: Factor of the residual mix in kg CO2 per kWh}
--   - {name: residual_area, type: string, zh: 剩余电量因子所属区域, en: Area of the residual mix}
--   - {name: residual_year, type: int, zh: 剩余电量因子年份, en: Year of the residual mix}
--   - {name: residual_id, type: string, zh: 剩余电量因子编号, en: Row of core.grid_factor}
--   - {name: eui_kwh_m2, type: double, zh: 能耗强度（千瓦时/平方米）, en: "Energy intensity in kWh per m2 and year, null unless status is assessed"}
--   - {name: eui_low_kwh_m2, type: double, zh: 能耗强度下限, en: "Energy intensity without what was estimated"}
--   - {name: eui_high_kwh_m2, type: double, zh: 能耗强度上限, en: "Energy intensity with what was estimated counted twice and missing hours at the year's mean"}
--   - {name: kgce_m2, type: double, zh: 能耗强度（千克标准煤/平方米，当量值）, en: "kg of standard coal per m2 and year, equivalent value"}
--   - {name: kgco2_m2, type: double, zh: 碳强度（千克/平方米）, en: kg CO2 per m2 and year with the yearly location-based factor}
--   - {name: peers, type: int, zh: 同类建筑数, en: "Assessed buildings of the same year, use type, climate zone and kinds of energy, this one among them"}
--   - {name: peer_status, type: string, zh: 能否排名, en: "assessed; or not assessed: the building itself is not, or there are fewer peers than min_peers"}
--   - {name: rank, type: int, zh: 名次（1为最低）, en: "Rank by intensity, 1 is the lowest"}
--   - {name: percentile, type: double, zh: 百分位, en: "(rank - 0.5) / peers x 100"}
--   - {name: percentile_low, type: double, zh: 百分位下限, en: Percentile if every overlapping peer stood above}
--   - {name: percentile_high, type: double, zh: 百分位上限, en: Percentile if every overlapping peer stood below}
--   - {name: not_distinguishable, type: int, zh: 区间重叠的同类数, en: "Peers whose intensity cannot be distinguished from this one, because the ranges overlap"}
--   - {name: peer_p10, type: double, zh: 同类第10百分位, en: "10th percentile of the peers' intensity, linear (type 7)"}
--   - {name: peer_p25, type: double, zh: 同类第25百分位, en: 25th percentile of the peers}
--   - {name: peer_median, type: double, zh: 同类中位数, en: Median of the peers}
--   - {name: peer_p75, type: double, zh: 同类第75百分位, en: 75th percentile of the peers}
--   - {name: peer_p90, type: double, zh: 同类第90百分位, en: 90th percentile of the peers}
--   - {name: heating_kwhe_m2, type: double, zh: 供暖能耗（等效电，千瓦时/平方米）, en: "Energy of meters whose end use is heating, in kWh of equivalent electricity per m2; only for all"}
--   - {name: special_kwhe_m2, type: double, zh: 特定功能能耗（等效电，千瓦时/平方米）, en: "Energy of data centres and kitchens, which no limit covers; only for all"}
--   - {name: non_heating_kwhe_m2, type: double, zh: 非供暖能耗（等效电，千瓦时/平方米）, en: "All energy without heating and special uses, in kWh of equivalent electricity per m2; only for all"}
--   - {name: limit_kwhe_m2, type: double, zh: 约束值（等效电，千瓦时/平方米）, en: "Limit (约束值) in kWh of equivalent electricity per m2 and year; only for all"}
--   - {name: guide_kwhe_m2, type: double, zh: 引导值（等效电，千瓦时/平方米）, en: "Value to aim for (引导值), same unit"}
--   - {name: limit_heating, type: string, zh: "限额是否含供暖：included含 excluded不含", en: "Whether the limit is for energy with heating: included or excluded (GB/T 51161: excluded in the zones 严寒 and 寒冷)"}
--   - {name: limit_source, type: string, zh: 限额依据, en: Where the limit is from}
--   - {name: compared_kwhe_m2, type: double, zh: 与限额比较的能耗（等效电，千瓦时/平方米）, en: "What is compared with the limit: non-heating energy, with heating where the limit includes it"}
--   - {name: limit_distance_kwhe_m2, type: double, zh: 距约束值（正为超出）, en: "What is compared less the limit, positive above it"}
--   - {name: limit_status, type: string, zh: 与限额相比, en: "within the guide value, within the limit, above the limit, or not assessed with the reason"}
--   - {name: origin, type: string, zh: 来历, en: "computed; estimated where a part of the energy is; assumed for a made-up building"}
WITH rule AS (
  SELECT MAX(IF(rule = 'min_year_coverage', value, NULL)) AS min_coverage,
         MAX(IF(rule = 'max_zero_share', value, NULL)) AS max_zero_share,
         MAX(IF(rule = 'max_zero_run_h', value, NULL)) AS max_zero_run_h,
         CAST(MAX(IF(rule = 'min_peers', value, NULL)) AS INT) AS min_peers
  FROM core.building_rule
),
month AS (
  SELECT *, CAST(substr(month, 1, 4) AS INT) AS year, CAST(substr(month, 6, 2) AS INT) AS number
  FROM core.meter_month WHERE kwh IS NOT NULL
),
meter_year AS (
  SELECT meter_id, building_id, energy_kind, year, bool_or(in_total) AS in_total,
         SUM(CAST(kwh AS DECIMAL(38, 12))) AS kwh,
         SUM(CAST(kwhe AS DECIMAL(38, 12))) AS kwhe, COUNT(*) - COUNT(kwhe) AS no_kwhe,
         SUM(CAST(tce AS DECIMAL(38, 12))) AS tce, COUNT(*) - COUNT(tce) AS no_tce,
         SUM(CAST(estimated * kwh_factor AS DECIMAL(38, 12))) AS estimated,
         SUM(CAST(kgco2_yearly AS DECIMAL(38, 12))) AS yearly, COUNT(*) - COUNT(kgco2_yearly) AS no_yearly,
         SUM(CAST(kgco2_hourly AS DECIMAL(38, 12))) AS hourly, COUNT(*) - COUNT(kgco2_hourly) AS no_hourly,
         SUM(CAST(kgco2_market AS DECIMAL(38, 12))) AS market, COUNT(*) - COUNT(kgco2_market) AS no_market,
         COUNT(DISTINCT factor_id) AS factors, MIN(factor_value) AS factor_value, MIN(factor_unit) AS factor_unit,
         MIN(factor_area) AS factor_area, MIN(factor_year) AS factor_year, MIN(factor_id) AS factor_id,
         MIN(residual_value) AS residual_value, MIN(residual_area) AS residual_area,
         MIN(residual_year) AS residual_year, MIN(residual_id) AS residual_id,
         SUM(CAST(measured_h + estimated_h AS DECIMAL(38, 12))) AS covered_h,
         MAX(year_h) AS year_h, SUM(month_h) AS month_h, SUM(zero_h) AS zero_h,
         -- The longest run goes on from month to month: what ends one month and begins the next is one.
         aggregate(
           array_sort(collect_list(struct(number, zero_h, zero_first_h, zero_longest_h, zero_last_h, month_h))),
           CAST(struct(0, 0, 0) AS struct<longest: int, run: int, number: int>),
           (a, m) -> struct(
             greatest(a.longest, m.zero_longest_h, IF(a.number = m.number - 1, a.run, 0) + m.zero_first_h) AS longest,
             IF(m.zero_h = m.month_h, IF(a.number = m.number - 1, a.run, 0) + m.month_h, m.zero_last_h) AS run,
             m.number AS number)).longest AS zero_longest_h,
         CASE WHEN bool_or(origin = 'assumed') THEN 'assumed' WHEN bool_or(origin = 'estimated') THEN 'estimated' ELSE 'computed' END AS origin
  FROM month WHERE NOT is_submeter
  GROUP BY meter_id, building_id, energy_kind, year
),
-- Hours of the year that any meter covers: meters that are valid for a part of the year do not make it whole.
year_share AS (
  SELECT building_id, energy_kind, year,
         CAST(SUM(covered_h) AS DOUBLE) / (24 * datediff(make_date(year + 1, 1, 1), make_date(year, 1, 1))) AS share
  FROM (
    SELECT building_id, energy_kind, year, month,
           least(CAST(MAX(month_h) AS DECIMAL(38, 12)), SUM(CAST(measured_h + estimated_h AS DECIMAL(38, 12)))) AS covered_h
    FROM month WHERE NOT is_submeter
    GROUP BY building_id, energy_kind, year, month
  )
  GROUP BY building_id, energy_kind, year
),
kind AS (
  SELECT y.building_id, y.year, y.energy_kind, bool_or(y.in_total) AS in_total,
         SUM(y.kwh) AS kwh, SUM(y.kwhe) AS kwhe, SUM(y.no_kwhe) AS no_kwhe, SUM(y.tce) AS tce, SUM(y.no_tce) AS no_tce,
         SUM(y.estimated) AS estimated,
         SUM(y.yearly) AS yearly, SUM(y.no_yearly) AS no_yearly, SUM(y.hourly) AS hourly, SUM(y.no_hourly) AS no_hourly,
         SUM(y.market) AS market, SUM(y.no_market) AS no_market,
         MAX(y.factors) = 1 AND COUNT(DISTINCT y.factor_id) = 1 AS one_factor,
         MIN(y.factor_value) AS factor_value, MIN(y.factor_unit) AS factor_unit,
         MIN(y.factor_area) AS factor_area, MIN(y.factor_year) AS factor_year, MIN(y.factor_id) AS factor_id,
         MIN(y.residual_value) AS residual_value, MIN(y.residual_area) AS residual_area,
         MIN(y.residual_year) AS residual_year, MIN(y.residual_id) AS residual_id,
         least(1D, CAST(SUM(y.covered_h) AS DOUBLE) / SUM(y.year_h), MAX(s.share)) AS coverage,
         -- Zeros of gas and heat are how summers are; the gates on zeros are for electricity.
         CAST(SUM(IF(y.energy_kind = 'electricity', y.zero_h, 0)) AS DOUBLE) / SUM(y.month_h) AS zero_share,
         MAX(IF(y.energy_kind = 'electricity', y.zero_longest_h, 0)) AS zero_longest_h,
         MAX(CASE y.origin WHEN 'assumed' THEN 3 WHEN 'estimated' THEN 2 ELSE 1 END) AS origin
  FROM meter_year y
  JOIN year_share s ON s.building_id = y.building_id AND s.energy_kind = y.energy_kind AND s.year = y.year
  GROUP BY y.building_id, y.year, y.energy_kind
),
-- Kinds that the building has meters of, whether or not they have readings of the year.
registered AS (
  SELECT DISTINCT m.building_id, y.year, m.energy_kind
  FROM core.meter m
  JOIN core.building_energy_factor f ON f.energy_kind = m.energy_kind AND f.unit = m.unit AND f.in_total AND f.kwh_per_unit IS NOT NULL
  JOIN (SELECT DISTINCT building_id, year FROM kind) y ON y.building_id = m.building_id
    AND m.valid_from < make_date(y.year + 1, 1, 1) AND m.valid_to > make_date(y.year, 1, 1)
  WHERE m.parent_meter_id IS NULL
),
absent AS (
  SELECT r.building_id, r.year, array_join(array_sort(collect_set(r.energy_kind)), ', ') AS missing
  FROM registered r
  LEFT ANTI JOIN kind k ON k.building_id = r.building_id AND k.year = r.year AND k.energy_kind = r.energy_kind
  GROUP BY r.building_id, r.year
),
building_kind AS (
  SELECT building_id, year, energy_kind, energy_kind AS kinds, CAST(NULL AS STRING) AS missing,
         kwh, IF(no_kwhe = 0, kwhe, NULL) AS kwhe, IF(no_tce = 0, tce, NULL) AS tce, estimated,
         IF(no_yearly = 0, yearly, NULL) AS yearly, IF(no_hourly = 0, hourly, NULL) AS hourly,
         IF(no_market = 0, market, NULL) AS market,
         IF(one_factor, factor_value, NULL) AS factor_value, IF(one_factor, factor_unit, NULL) AS factor_unit,
         IF(one_factor, factor_area, NULL) AS factor_area, IF(one_factor, factor_year, NULL) AS factor_year,
         IF(one_factor, factor_id, NULL) AS factor_id,
         residual_value, residual_area, residual_year, residual_id,
         coverage, zero_share, zero_longest_h, origin
  FROM kind
  UNION ALL
  SELECT k.building_id, k.year, 'all', array_join(array_sort(collect_set(k.energy_kind)), '+'), MAX(a.missing),
         IF(MAX(a.missing) IS NULL, SUM(k.kwh), NULL),
         IF(MAX(a.missing) IS NULL AND SUM(k.no_kwhe) = 0, SUM(k.kwhe), NULL),
         IF(MAX(a.missing) IS NULL AND SUM(k.no_tce) = 0, SUM(k.tce), NULL),
         IF(MAX(a.missing) IS NULL, SUM(k.estimated), NULL),
         IF(MAX(a.missing) IS NULL AND SUM(k.no_yearly) = 0, SUM(k.yearly), NULL),
         IF(MAX(a.missing) IS NULL AND SUM(k.no_hourly) = 0, SUM(k.hourly), NULL),
         IF(MAX(a.missing) IS NULL AND SUM(k.no_market) = 0, SUM(k.market), NULL),
         MAX(IF(k.energy_kind = 'electricity' AND one_factor, k.factor_value, NULL)),
         MAX(IF(k.energy_kind = 'electricity' AND one_factor, k.factor_unit, NULL)),
         MAX(IF(k.energy_kind = 'electricity' AND one_factor, k.factor_area, NULL)),
         MAX(IF(k.energy_kind = 'electricity' AND one_factor, k.factor_year, NULL)),
         MAX(IF(k.energy_kind = 'electricity' AND one_factor, k.factor_id, NULL)),
         MAX(k.residual_value), MAX(k.residual_area), MAX(k.residual_year), MAX(k.residual_id),
         MIN(k.coverage), MAX(k.zero_share), MAX(k.zero_longest_h), MAX(k.origin)
  FROM kind k
  LEFT JOIN absent a ON a.building_id = k.building_id AND a.year = k.year
  WHERE k.in_total
  GROUP BY k.building_id, k.year
),
-- Fuel and steam whose use nothing states may be heating or not.
uses AS (
  SELECT building_id, year, SUM(heating) AS heating, SUM(special) AS special, array_join(array_sort(collect_set(IF(unknown, energy_kind, NULL))), ', ') AS unknown
  FROM (
    SELECT building_id, year, energy_kind,
           SUM(IF(end_use = 'heating', CAST(kwhe AS DECIMAL(38, 12)), 0)) AS heating,
           SUM(IF(end_use IN ('cooking', 'data_centre'), CAST(kwhe AS DECIMAL(38, 12)), 0)) AS special,
           energy_kind NOT IN ('electricity', 'cooling') AND bool_or(in_total) AND NOT bool_or(end_use IS NOT NULL) AS unknown
    FROM month
    GROUP BY building_id, year, energy_kind
  )
  GROUP BY building_id, year
),
version AS (
  SELECT k.*, b.name, b.use_type, b.region, b.climate_zone, b.area_m2, b.valid_from,
         b.limit_kwhe_m2, b.guide_kwhe_m2, b.limit_heating, b.limit_source, b.limit_reason,
         datediff(least(b.valid_to, make_date(k.year + 1, 1, 1)), greatest(b.valid_from, make_date(k.year, 1, 1))) AS days
  FROM building_kind k
  LEFT JOIN core.building b ON b.building_id = k.building_id
    AND b.valid_from < make_date(k.year + 1, 1, 1) AND b.valid_to > make_date(k.year, 1, 1)
),
place AS (
  SELECT building_id, year, energy_kind,
         coalesce(max_by(name, valid_from), building_id) AS name,
         coalesce(max_by(use_type, valid_from), 'unstated') AS use_type,
         max_by(region, valid_from) AS region, max_by(climate_zone, valid_from) AS climate_zone,
         CAST(SUM(CAST(area_m2 AS DECIMAL(20, 6)) * days) / SUM(IF(area_m2 IS NULL, NULL, days)) AS DOUBLE) AS area_m2,
         max_by(struct(limit_kwhe_m2, guide_kwhe_m2, limit_heating, limit_source, limit_reason), valid_from) AS limit
  FROM version GROUP BY building_id, year, energy_kind
),
gated AS (
  SELECT k.*, p.name, p.use_type, p.region, p.climate_zone, p.area_m2, p.limit, r.min_peers,
         CASE WHEN k.missing IS NOT NULL THEN concat('not assessed: no readings of ', k.missing)
              WHEN p.area_m2 IS NULL THEN 'not assessed: no floor area'
              WHEN k.coverage < r.min_coverage THEN format_string('not assessed: coverage of the year %.3f below %.2f', k.coverage, r.min_coverage)
              WHEN k.zero_share > r.max_zero_share THEN format_string('not assessed: share of zero hours %.3f above %.2f', k.zero_share, r.max_zero_share)
              WHEN k.zero_longest_h > r.max_zero_run_h THEN format_string('not assessed: a run of %d zero hours, above %.0f', k.zero_longest_h, r.max_zero_run_h)
              ELSE 'assessed' END AS status
  FROM building_kind k
  JOIN place p ON p.building_id = k.building_id AND p.year = k.year AND p.energy_kind = k.energy_kind
  CROSS JOIN rule r
),
rated AS (
  SELECT *, IF(status = 'assessed', CAST(kwh AS DOUBLE) / area_m2, NULL) AS eui, CAST(estimated AS DOUBLE) / area_m2 AS unsure
  FROM gated
),
ranged AS (
  SELECT *, eui - unsure AS low, eui + unsure + eui * greatest(0D, 1 / coverage - 1) AS high,
         IF(status = 'assessed', concat_ws('|', year, use_type, coalesce(climate_zone, '-'), energy_kind, kinds), NULL) AS peer_group
  FROM rated
),
peered AS (
  SELECT *, CAST(COUNT(*) OVER p AS INT) AS all_peers,
         RANK() OVER (PARTITION BY peer_group ORDER BY eui) AS all_rank,
         percentile(eui, array(0.1, 0.25, 0.5, 0.75, 0.9)) OVER p AS all_q
  FROM ranged
  WINDOW p AS (PARTITION BY peer_group)
),
-- How many peers lie wholly below or above: a running count over both ends of all ranges.
ends AS (
  SELECT p.*, e.side, e.is_peer,
         SUM(e.is_peer) OVER (PARTITION BY peer_group, e.side ORDER BY e.at, e.is_peer
                              ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS passed
  FROM peered p
  LATERAL VIEW explode(array(
    struct('below' AS side, low AS at, 0 AS is_peer), struct('below' AS side, high AS at, 1 AS is_peer),
    struct('above' AS side, -high AS at, 0 AS is_peer), struct('above' AS side, -low AS at, 1 AS is_peer))) x AS e
),
apart AS (
  SELECT *, MAX(IF(side = 'below' AND is_peer = 0, passed, 0)) OVER r AS below,
         MAX(IF(side = 'above' AND is_peer = 0, passed, 0)) OVER r AS above
  FROM ends WINDOW r AS (PARTITION BY building_id, year, energy_kind)
),
ranked AS (
  SELECT a.*, IF(status = 'assessed', all_peers, NULL) AS peers,
         status = 'assessed' AND all_peers >= min_peers AS has_peers,
         energy_kind = 'all' AND status = 'assessed' AS is_whole,
         CAST(a.kwhe AS DOUBLE) / area_m2 AS kwhe_m2,
         CAST(coalesce(u.heating, 0) AS DOUBLE) / area_m2 AS heating_m2,
         CAST(coalesce(u.special, 0) AS DOUBLE) / area_m2 AS special_m2,
         coalesce(u.unknown, '') AS unknown_use
  FROM apart a
  LEFT JOIN uses u ON u.building_id = a.building_id AND u.year = a.year
  WHERE side = 'below' AND is_peer = 0
),
compared AS (
  SELECT *,
         CASE WHEN NOT is_whole OR kwhe_m2 IS NULL OR limit.limit_kwhe_m2 IS NULL THEN NULL
              WHEN limit.limit_heating = 'included' THEN kwhe_m2 - special_m2
              WHEN unknown_use = '' THEN kwhe_m2 - special_m2 - heating_m2 END AS compared_m2,
         CASE WHEN energy_kind <> 'all' THEN 'not assessed: limits are for all kinds together'
              WHEN status <> 'assessed' THEN status
              WHEN limit.limit_kwhe_m2 IS NULL THEN concat('not assessed: ', coalesce(limit.limit_reason, 'the building is not registered'))
              WHEN kwhe_m2 IS NULL THEN 'not assessed: a kind of energy has no figure of equivalent electricity'
              WHEN limit.limit_heating = 'excluded' AND unknown_use <> ''
                THEN concat('not assessed: the end use of ', unknown_use, ' is not stated, so heating cannot be left out') END AS limit_gate
  FROM ranked
),
kind_name AS (
  SELECT energy_kind, MIN(zh) AS zh FROM core.building_energy_factor GROUP BY energy_kind
)
SELECT c.building_id, c.name AS building_name, c.region AS region_code, g.zh AS region_name, c.climate_zone,
       c.year, c.energy_kind, IF(c.energy_kind = 'all', '合计', n.zh) AS energy_kind_zh, c.use_type, c.area_m2,
       c.status, c.missing, c.coverage, c.zero_share, c.zero_longest_h,
       CAST(c.kwh AS DOUBLE) AS kwh, CAST(c.kwhe AS DOUBLE) AS kwhe, CAST(c.tce AS DOUBLE) AS tce,
       CAST(c.yearly AS DOUBLE) AS co2_location_yearly_kg, IF(c.yearly IS NULL, 'NE', NULL) AS co2_location_yearly_notation,
       CAST(c.hourly AS DOUBLE) AS co2_location_hourly_kg, IF(c.hourly IS NULL, 'NE', NULL) AS co2_location_hourly_notation,
       CAST(c.market AS DOUBLE) AS co2_market_kg, IF(c.market IS NULL, 'NE', NULL) AS co2_market_notation,
       c.factor_value, c.factor_unit, c.factor_area, c.factor_year, c.factor_id,
       c.residual_value, c.residual_area, c.residual_year, c.residual_id,
       c.eui AS eui_kwh_m2, c.low AS eui_low_kwh_m2, c.high AS eui_high_kwh_m2,
       IF(c.status = 'assessed', CAST(c.tce AS DOUBLE) * 1000 / c.area_m2, NULL) AS kgce_m2,
       IF(c.status = 'assessed', CAST(c.yearly AS DOUBLE) / c.area_m2, NULL) AS kgco2_m2,
       c.peers,
       CASE WHEN c.status <> 'assessed' THEN c.status
            WHEN NOT c.has_peers THEN format_string('not assessed: %d peers, at least %d needed', c.peers, c.min_peers)
            ELSE 'assessed' END AS peer_status,
       IF(c.has_peers, c.all_rank, NULL) AS rank,
       IF(c.has_peers, (c.all_rank - 0.5D) / c.peers * 100, NULL) AS percentile,
       IF(c.has_peers, (c.below + 0.5D) / c.peers * 100, NULL) AS percentile_low,
       IF(c.has_peers, (c.peers - c.above - 0.5D) / c.peers * 100, NULL) AS percentile_high,
       IF(c.has_peers, CAST(c.peers - 1 - c.below - c.above AS INT), NULL) AS not_distinguishable,
       IF(c.has_peers, c.all_q[0], NULL) AS peer_p10, IF(c.has_peers, c.all_q[1], NULL) AS peer_p25,
       IF(c.has_peers, c.all_q[2], NULL) AS peer_median, IF(c.has_peers, c.all_q[3], NULL) AS peer_p75,
       IF(c.has_peers, c.all_q[4], NULL) AS peer_p90,
       IF(c.is_whole, c.heating_m2, NULL) AS heating_kwhe_m2,
       IF(c.is_whole, c.special_m2, NULL) AS special_kwhe_m2,
       IF(c.is_whole, c.kwhe_m2 - c.heating_m2 - c.special_m2, NULL) AS non_heating_kwhe_m2,
       IF(c.energy_kind = 'all', c.limit.limit_kwhe_m2, NULL) AS limit_kwhe_m2,
       IF(c.energy_kind = 'all', c.limit.guide_kwhe_m2, NULL) AS guide_kwhe_m2,
       IF(c.energy_kind = 'all', c.limit.limit_heating, NULL) AS limit_heating,
       IF(c.energy_kind = 'all', c.limit.limit_source, NULL) AS limit_source,
       c.compared_m2 AS compared_kwhe_m2, c.compared_m2 - c.limit.limit_kwhe_m2 AS limit_distance_kwhe_m2,
       CASE WHEN c.limit_gate IS NOT NULL THEN c.limit_gate
            WHEN c.compared_m2 > c.limit.limit_kwhe_m2 THEN 'above the limit'
            WHEN c.compared_m2 <= c.limit.guide_kwhe_m2 THEN 'within the guide value'
            ELSE 'within the limit' END AS limit_status,
       CASE c.origin WHEN 3 THEN 'assumed' WHEN 2 THEN 'estimated' ELSE 'computed' END AS origin
FROM compared c
LEFT JOIN kind_name n ON n.energy_kind = c.energy_kind
LEFT JOIN core.region g ON g.region_code = c.region
