-- table: mart.building_benchmark
-- zh: 建筑能耗对标：建筑、年份、能源种类各一行
-- en: Energy intensity of buildings against their peers and their limit, by year and kind of energy
-- question: {zh: "这栋楼与同类建筑相比，能耗强度高还是低？", en: "Does this building use more or less energy per square metre than its peers?"}
-- method: docs/methods/buildings.md#benchmark
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
--   - {name: area_m2, type: double, zh: 当年平均建筑面积（平方米）, en: "Floor area in m2, the mean over the days of the year", null_when: "status <> 'assessed'"}
--   - {name: status, type: string, zh: 是否可评估, en: "assessed; or not assessed with the gate that failed: a kind without readings, no floor area, coverage of the year, zero hours, a run of zeros"}
--   - {name: missing, type: string, zh: 缺少的能源种类, en: "Kinds of energy that the building has meters of and that have no readings of the year, only for all"}
--   - {name: coverage, type: double, zh: 全年小时中有读数的比例, en: "Share of the hours of the whole year that readings cover; of all kinds the lowest", min: 0, max: 1}
--   - {name: zero_share, type: double, zh: 零值小时比例, en: Share of hours that read zero, min: 0, max: 1}
--   - {name: zero_longest_h, type: int, zh: 最长连续零值小时, en: Longest run of hours that read zero}
--   - {name: kwh, type: double, zh: 计量用量（千瓦时）, en: "Energy in kWh that the readings of the year show; of the whole year only where status is assessed; null for all when a kind is missing", null_when: "missing IS NOT NULL"}
--   - {name: kwhe, type: double, zh: 等效电（千瓦时）, en: The same in kWh of equivalent electricity, null_when: "kwhe_notation IS NOT NULL"}
--   - {name: kwhe_notation, type: string, zh: 缺数符号, en: "NE where a kind has no readings or no figure of equivalent electricity"}
--   - {name: tce, type: double, zh: 折标准煤（吨，当量值）, en: "The same in t of standard coal, equivalent value", null_when: "tce_notation IS NOT NULL"}
--   - {name: tce_notation, type: string, zh: 缺数符号, en: "NE where a kind has no readings or no coefficient of standard coal"}
--   - {name: co2_location_yearly_kg, type: double, zh: 二氧化碳（千克，年均电网因子）, en: kgCO2 of that energy with the yearly location-based factor, null_when: co2_location_yearly_notation IS NOT NULL, holds: co2_location_yearly_notation IS NULL}
--   - {name: co2_location_yearly_notation, type: string, zh: 缺数符号, en: NE where it is not estimated}
--   - {name: co2_location_hourly_kg, type: double, zh: 二氧化碳（千克，逐时电网因子）, en: kgCO2 with hourly location-based factors, null_when: co2_location_hourly_notation IS NOT NULL, holds: co2_location_hourly_notation IS NULL}
--   - {name: co2_location_hourly_notation, type: string, zh: 缺数符号, en: NE where an hour has no factor}
--   - {name: co2_market_kg, type: double, zh: 二氧化碳（千克，市场法）, en: "kgCO2 with the factors of contracts and, for the rest, of the residual mix of the year", null_when: co2_market_notation IS NOT NULL, holds: co2_market_notation IS NULL}
--   - {name: co2_market_notation, type: string, zh: 缺数符号, en: "NE where no residual mix of the year is known; the location average never takes its place"}
--   - {name: factor_value, type: double, zh: 年均因子, en: "Factor of co2_location_yearly_kg; in rows of all that of electricity", null_when: "factor_id IS NULL"}
--   - {name: factor_unit, type: string, zh: 因子单位, en: Unit of the factor}
--   - {name: factor_area, type: string, zh: 因子所属区域, en: Area that the factor is of}
--   - {name: factor_year, type: int, zh: 因子年份, en: "Year that the factor is of, null for fuels and heat", null_when: "factor_id IS NULL OR energy_kind NOT IN ('electricity', 'all')"}
--   - {name: factor_id, type: string, zh: 因子编号, en: Row of core.grid_factor or core.building_energy_factor}
--   - {name: residual_value, type: double, unit: kg/kWh, basis: CO2, zh: 剩余电量因子（千克/千瓦时）, en: Factor of the residual mix in kgCO2 per kWh, null_when: "residual_id IS NULL"}
--   - {name: residual_area, type: string, zh: 剩余电量因子所属区域, en: Area of the residual mix}
--   - {name: residual_year, type: int, zh: 剩余电量因子年份, en: Year of the residual mix, null_when: "residual_id IS NULL"}
--   - {name: residual_id, type: string, zh: 剩余电量因子编号, en: Row of core.grid_factor}
--   - {name: eui_kwh_m2, type: double, zh: 能耗强度（千瓦时/平方米）, en: "Energy intensity in kWh per m2 and year, null unless status is assessed", null_when: "status <> 'assessed'", holds: "status = 'assessed'"}
--   - {name: eui_low_kwh_m2, type: double, zh: 能耗强度下限, en: "Energy intensity without what was estimated", null_when: "status <> 'assessed'", holds: "eui_low_kwh_m2 <= eui_high_kwh_m2 AND (eui_kwh_m2 < 0 OR eui_low_kwh_m2 >= 0)"}
--   - {name: eui_high_kwh_m2, type: double, zh: 能耗强度上限, en: "Energy intensity with what was estimated counted twice and missing hours at the year's mean", null_when: "status <> 'assessed'"}
--   - {name: kgce_m2, type: double, zh: 能耗强度（千克标准煤/平方米，当量值）, en: "kg of standard coal per m2 and year, equivalent value", null_when: "status <> 'assessed' OR tce_notation IS NOT NULL", holds: "status = 'assessed'"}
--   - {name: kgco2_m2, type: double, zh: 碳强度（千克/平方米）, en: kgCO2 per m2 and year with the yearly location-based factor, null_when: "status <> 'assessed' OR co2_location_yearly_notation IS NOT NULL", holds: "status = 'assessed'"}
--   - {name: peers, type: int, zh: 同类建筑数, en: "Assessed buildings of the same year, use type, climate zone and kinds of energy, this one among them", null_when: "status <> 'assessed'"}
--   - {name: peer_status, type: string, zh: 能否排名, en: "assessed; or not assessed: the building itself is not, or there are fewer peers than min_peers"}
--   - {name: rank, type: int, zh: 名次（1为最低）, en: "Rank by intensity, 1 is the lowest", min: 1, null_when: "peer_status <> 'assessed'", holds: "peer_status = 'assessed' AND rank <= peers"}
--   - {name: percentile, type: double, zh: 百分位, en: "(rank - 0.5) / peers x 100", min: 0, max: 100, null_when: "peer_status <> 'assessed'", holds: "peer_status = 'assessed'"}
--   - {name: percentile_low, type: double, zh: 百分位下限, en: Percentile if every overlapping peer stood above, null_when: "peer_status <> 'assessed'", min: 0, max: 100, holds: "percentile_low <= percentile AND percentile <= percentile_high"}
--   - {name: percentile_high, type: double, zh: 百分位上限, en: Percentile if every overlapping peer stood below, null_when: "peer_status <> 'assessed'", min: 0, max: 100}
--   - {name: not_distinguishable, type: int, zh: 区间重叠的同类数, en: "Peers whose intensity cannot be distinguished from this one, because the ranges overlap", null_when: "peer_status <> 'assessed'"}
--   - {name: peer_p10, type: double, zh: 同类第10百分位, en: "10th percentile of the peers' intensity, linear (type 7)", null_when: "peer_status <> 'assessed'"}
--   - {name: peer_p25, type: double, zh: 同类第25百分位, en: 25th percentile of the peers, null_when: "peer_status <> 'assessed'"}
--   - {name: peer_median, type: double, zh: 同类中位数, en: Median of the peers, null_when: "peer_status <> 'assessed'", holds: "peer_status = 'assessed'"}
--   - {name: peer_p75, type: double, zh: 同类第75百分位, en: 75th percentile of the peers, null_when: "peer_status <> 'assessed'"}
--   - {name: peer_p90, type: double, zh: 同类第90百分位, en: 90th percentile of the peers, null_when: "peer_status <> 'assessed'"}
--   - {name: heating_kwhe_m2, type: double, zh: 供暖能耗（等效电，千瓦时/平方米）, en: "Energy of meters whose end use is heating, in kWh of equivalent electricity per m2; only for all", null_when: "energy_kind <> 'all' OR status <> 'assessed'"}
--   - {name: special_kwhe_m2, type: double, zh: 特定功能能耗（等效电，千瓦时/平方米）, en: "Energy of data centres and kitchens, which no limit covers; only for all", null_when: "energy_kind <> 'all' OR status <> 'assessed'"}
--   - {name: non_heating_kwhe_m2, type: double, zh: 非供暖能耗（等效电，千瓦时/平方米）, en: "All energy without heating and special uses, in kWh of equivalent electricity per m2; only for all", null_when: "energy_kind <> 'all' OR status <> 'assessed' OR kwhe_notation IS NOT NULL"}
--   - {name: limit_kwhe_m2, type: double, zh: 约束值（等效电，千瓦时/平方米）, en: "Limit (约束值) in kWh of equivalent electricity per m2 and year; only for all", null_when: "limit_status LIKE 'not assessed%'"}
--   - {name: guide_kwhe_m2, type: double, zh: 引导值（等效电，千瓦时/平方米）, en: "Value to aim for (引导值), same unit", null_when: "coalesce(limit_verdict, '') <> 'within the guide value'"}
--   - {name: limit_heating, type: string, zh: "限额是否含供暖：included含 excluded不含", en: "Whether the limit is for energy with heating: included or excluded (GB/T 51161: excluded in the zones 严寒 and 寒冷)"}
--   - {name: limit_source, type: string, zh: 限额依据, en: Where the limit is from}
--   - {name: compared_kwhe_m2, type: double, zh: 与限额比较的能耗（等效电，千瓦时/平方米）, en: "What is compared with the limit: non-heating energy, with heating where the limit includes it", null_when: "limit_status LIKE 'not assessed%'"}
--   - {name: limit_distance_kwhe_m2, type: double, zh: 距约束值（正为超出）, en: "What is compared less the limit, positive above it", null_when: "limit_status LIKE 'not assessed%'", holds: "limit_status NOT LIKE 'not assessed%'"}
--   - {name: limit_status, type: string, zh: 能否与限额相比, en: "assessed, or not assessed with the reason"}
--   - {name: limit_verdict, type: string, zh: "与限额相比（within the guide value 不高于引导值，within the limit 不高于约束值，above the limit 高于约束值）", en: "within the guide value, within the limit or above the limit; null where not assessed", null_when: "limit_status <> 'assessed'"}
--   - {name: origin, type: string, zh: 数据性质, en: "computed; estimated where a part of the energy is; assumed for a made-up building"}
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
         COUNT(DISTINCT factor_id) AS factors,
         MIN(IF(factor_id IS NULL, NULL, struct(factor_value AS value, factor_unit AS unit, factor_area AS area, factor_year AS year, factor_id AS id))) AS factor,
         MIN(IF(residual_id IS NULL, NULL, struct(residual_value AS value, residual_area AS area, residual_year AS year, residual_id AS id))) AS residual,
         SUM(CAST(measured_h + estimated_h AS DECIMAL(38, 12))) AS covered_h,
         MAX(year_h) AS year_h, SUM(month_h) AS month_h, SUM(zero_h) AS zero_h,
         -- A run can continue from month to month: the end of one month and the beginning of the next are one run.
         aggregate(
           array_sort(collect_list(struct(number, zero_h, zero_first_h, zero_longest_h, zero_last_h, month_h))),
           CAST(struct(0, 0, 0) AS struct<longest: int, run: int, number: int>),
           (a, m) -> struct(
             greatest(a.longest, m.zero_longest_h, IF(a.number = m.number - 1, a.run, 0) + m.zero_first_h) AS longest,
             IF(m.zero_h = m.month_h, IF(a.number = m.number - 1, a.run, 0) + m.month_h, m.zero_last_h) AS run,
             m.number AS number)).longest AS zero_longest_h,
         MAX(CASE origin WHEN 'assumed' THEN 3 WHEN 'estimated' THEN 2 ELSE 1 END) AS origin
  FROM month WHERE NOT is_submeter
  GROUP BY meter_id, building_id, energy_kind, year
),
-- By month over all meters: hours of the year that any main meter covers, as meters that are valid for a part of the
-- year do not make it whole; and what the energy is for. Fuel and steam whose use nothing states may be heating or not.
kind_use AS (
  SELECT building_id, energy_kind, year,
         CAST(SUM(covered_h) AS DOUBLE) / (24 * datediff(make_date(year + 1, 1, 1), make_date(year, 1, 1))) AS share,
         SUM(heating) AS heating, SUM(special) AS special,
         energy_kind NOT IN ('electricity', 'cooling') AND NOT bool_or(is_stated) AS is_unknown
  FROM (
    SELECT building_id, energy_kind, year, month,
           least(CAST(MAX(month_h) AS DECIMAL(38, 12)), SUM(IF(is_submeter, 0, CAST(measured_h + estimated_h AS DECIMAL(38, 12))))) AS covered_h,
           SUM(IF(end_use = 'heating', CAST(kwhe AS DECIMAL(38, 12)), 0)) AS heating,
           SUM(IF(end_use IN ('cooking', 'data_centre'), CAST(kwhe AS DECIMAL(38, 12)), 0)) AS special,
           bool_or(end_use IS NOT NULL) AS is_stated
    FROM month
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
         IF(MAX(y.factors) = 1 AND COUNT(DISTINCT y.factor.id) = 1, MIN(y.factor), NULL) AS factor,
         MIN(y.residual) AS residual,
         least(1D, CAST(SUM(y.covered_h) AS DOUBLE) / SUM(y.year_h), MAX(u.share)) AS coverage,
         -- Zeros of gas and heat are how summers are; the gates on zeros are for electricity.
         CAST(SUM(IF(y.energy_kind = 'electricity', y.zero_h, 0)) AS DOUBLE) / SUM(y.month_h) AS zero_share,
         MAX(IF(y.energy_kind = 'electricity', y.zero_longest_h, 0)) AS zero_longest_h,
         MAX(u.heating) AS heating, MAX(u.special) AS special, bool_or(u.is_unknown) AS is_unknown,
         MAX(y.origin) AS origin
  FROM meter_year y
  JOIN kind_use u ON u.building_id = y.building_id AND u.energy_kind = y.energy_kind AND u.year = y.year
  GROUP BY y.building_id, y.year, y.energy_kind
),
-- Each kind, and all kinds together.
building_kind AS (
  SELECT building_id, year, k.kind AS energy_kind, array_sort(collect_set(energy_kind)) AS kinds,
         SUM(kwh) AS kwh, IF(SUM(no_kwhe) = 0, SUM(kwhe), NULL) AS kwhe, IF(SUM(no_tce) = 0, SUM(tce), NULL) AS tce,
         SUM(estimated) AS estimated,
         IF(SUM(no_yearly) = 0, SUM(yearly), NULL) AS yearly, IF(SUM(no_hourly) = 0, SUM(hourly), NULL) AS hourly,
         IF(SUM(no_market) = 0, SUM(market), NULL) AS market,
         MAX(IF(k.kind <> 'all' OR energy_kind = 'electricity', factor, NULL)) AS factor, MAX(residual) AS residual,
         MIN(coverage) AS coverage, MAX(zero_share) AS zero_share, MAX(zero_longest_h) AS zero_longest_h,
         SUM(heating) AS heating, SUM(special) AS special,
         array_join(array_sort(collect_set(IF(is_unknown, energy_kind, NULL))), ', ') AS unknown_use,
         MAX(origin) AS origin
  FROM kind LATERAL VIEW explode(IF(in_total, array(energy_kind, 'all'), array(energy_kind))) k AS kind
  GROUP BY building_id, year, k.kind
),
-- Kinds that the building has meters of, whether or not they have readings.
registered AS (
  SELECT m.building_id, collect_set(struct(m.energy_kind, m.valid_from, m.valid_to)) AS meters
  FROM core.meter m
  JOIN core.building_energy_factor f ON f.energy_kind = m.energy_kind AND f.unit = m.unit AND f.in_total AND f.kwh_per_unit IS NOT NULL
  WHERE m.parent_meter_id IS NULL
  GROUP BY m.building_id
),
site AS (
  SELECT building_id,
         array_sort(collect_list(struct(valid_from, valid_to, name, use_type, region, climate_zone, area_m2,
                                        limit_kwhe_m2, guide_kwhe_m2, limit_heating, limit_source, limit_reason))) AS versions
  FROM core.building GROUP BY building_id
),
-- What holds in the year: versions of the building in it, the last of them, and kinds without readings.
held AS (
  SELECT k.*,
         filter(s.versions, v -> v.valid_from < make_date(k.year + 1, 1, 1) AND v.valid_to > make_date(k.year, 1, 1)) AS versions,
         IF(k.energy_kind = 'all',
            array_sort(array_except(
              transform(filter(coalesce(r.meters, array()), m -> m.valid_from < make_date(k.year + 1, 1, 1) AND m.valid_to > make_date(k.year, 1, 1)),
                        m -> m.energy_kind), k.kinds)),
            array()) AS absent
  FROM building_kind k
  LEFT JOIN site s ON s.building_id = k.building_id
  LEFT JOIN registered r ON r.building_id = k.building_id
),
placed AS (
  SELECT *, IF(size(absent) > 0, array_join(absent, ', '), NULL) AS missing,
         IF(size(versions) > 0, element_at(versions, -1), NULL) AS site,
         aggregate(versions, CAST(struct(0D, 0) AS struct<m2_days: double, days: int>),
           (a, v) -> IF(v.area_m2 IS NULL, a, struct(
             a.m2_days + v.area_m2 * datediff(least(v.valid_to, make_date(year + 1, 1, 1)), greatest(v.valid_from, make_date(year, 1, 1))) AS m2_days,
             a.days + datediff(least(v.valid_to, make_date(year + 1, 1, 1)), greatest(v.valid_from, make_date(year, 1, 1))) AS days)),
           a -> IF(a.days > 0, a.m2_days / a.days, NULL)) AS area_m2
  FROM held
),
gated AS (
  SELECT p.building_id, p.year, p.energy_kind, array_join(p.kinds, '+') AS kinds, p.missing,
         IF(p.missing IS NULL, p.kwh, NULL) AS kwh, IF(p.missing IS NULL, p.kwhe, NULL) AS kwhe,
         IF(p.missing IS NULL, p.tce, NULL) AS tce, IF(p.missing IS NULL, p.estimated, NULL) AS estimated,
         IF(p.missing IS NULL, p.yearly, NULL) AS yearly, IF(p.missing IS NULL, p.hourly, NULL) AS hourly,
         IF(p.missing IS NULL, p.market, NULL) AS market,
         p.factor, p.residual, p.coverage, p.zero_share, p.zero_longest_h, p.heating, p.special, p.unknown_use, p.origin,
         coalesce(p.site.name, p.building_id) AS name, coalesce(p.site.use_type, 'unstated') AS use_type,
         p.site.region, p.site.climate_zone, p.area_m2, p.site AS limit, r.min_peers,
         CASE WHEN p.missing IS NOT NULL THEN concat('not assessed: no readings of ', p.missing)
              WHEN p.area_m2 IS NULL THEN 'not assessed: no floor area'
              WHEN p.coverage < r.min_coverage THEN format_string('not assessed: coverage of the year %.3f below %.2f', p.coverage, r.min_coverage)
              WHEN p.zero_share > r.max_zero_share THEN format_string('not assessed: share of zero hours %.3f above %.2f', p.zero_share, r.max_zero_share)
              WHEN p.zero_longest_h > r.max_zero_run_h THEN format_string('not assessed: a run of %d zero hours, above %.0f', p.zero_longest_h, r.max_zero_run_h)
              ELSE 'assessed' END AS status
  FROM placed p
  CROSS JOIN rule r
),
rated AS (
  SELECT *, IF(status = 'assessed', CAST(kwh AS DOUBLE) / area_m2, NULL) AS eui, CAST(estimated AS DOUBLE) / area_m2 AS unsure
  FROM gated
),
ranged AS (
  SELECT *, IF(eui >= 0, greatest(0D, eui - unsure), eui - unsure) AS low, eui + unsure + eui * greatest(0D, 1 / coverage - 1) AS high,
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
  SELECT *, IF(status = 'assessed', all_peers, NULL) AS peers,
         status = 'assessed' AND all_peers >= min_peers AS has_peers,
         energy_kind = 'all' AND status = 'assessed' AS is_whole,
         CAST(kwhe AS DOUBLE) / area_m2 AS kwhe_m2,
         CAST(coalesce(heating, 0) AS DOUBLE) / area_m2 AS heating_m2,
         CAST(coalesce(special, 0) AS DOUBLE) / area_m2 AS special_m2
  FROM apart
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
       CAST(c.kwh AS DOUBLE) AS kwh, CAST(c.kwhe AS DOUBLE) AS kwhe, IF(c.kwhe IS NULL, 'NE', NULL) AS kwhe_notation,
       CAST(c.tce AS DOUBLE) AS tce, IF(c.tce IS NULL, 'NE', NULL) AS tce_notation,
       CAST(c.yearly AS DOUBLE) AS co2_location_yearly_kg, IF(c.yearly IS NULL, 'NE', NULL) AS co2_location_yearly_notation,
       CAST(c.hourly AS DOUBLE) AS co2_location_hourly_kg, IF(c.hourly IS NULL, 'NE', NULL) AS co2_location_hourly_notation,
       CAST(c.market AS DOUBLE) AS co2_market_kg, IF(c.market IS NULL, 'NE', NULL) AS co2_market_notation,
       c.factor.value AS factor_value, c.factor.unit AS factor_unit, c.factor.area AS factor_area,
       c.factor.year AS factor_year, c.factor.id AS factor_id,
       c.residual.value AS residual_value, c.residual.area AS residual_area, c.residual.year AS residual_year, c.residual.id AS residual_id,
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
       coalesce(c.limit_gate, 'assessed') AS limit_status,
       CASE WHEN c.limit_gate IS NOT NULL THEN NULL
            WHEN c.compared_m2 > c.limit.limit_kwhe_m2 THEN 'above the limit'
            WHEN c.compared_m2 <= c.limit.guide_kwhe_m2 THEN 'within the guide value'
            ELSE 'within the limit' END AS limit_verdict,
       CASE c.origin WHEN 3 THEN 'assumed' WHEN 2 THEN 'estimated' ELSE 'computed' END AS origin
FROM compared c
LEFT JOIN kind_name n ON n.energy_kind = c.energy_kind
LEFT JOIN core.region g ON g.region_code = c.region
