-- table: mart.building_health
-- zh: 建筑体检：建筑、年份各一行
-- en: State of a building, one row per building and year
-- question: {zh: "哪些建筑有异常用能、数据缺失或负荷问题，应先检查？", en: "Which buildings should be inspected first because of anomalies, missing data or their load?"}
-- method: docs/methods/buildings.md#anomalies
-- key: [building_id, year]
-- columns:
--   - {name: building_id, type: string, zh: 建筑编号, en: Building}
--   - {name: building_name, type: string, zh: 建筑名称, en: Name of the building}
--   - {name: region_code, type: string, zh: 地区代码, en: Region of the building}
--   - {name: region_name, type: string, zh: 地区, en: Name of the region}
--   - {name: year, type: int, zh: 年份, en: Year of local days}
--   - {name: use_type, type: string, zh: 用途, en: Use type}
--   - {name: area_m2, type: double, zh: 建筑面积（平方米）, en: "Floor area in m2, the mean over the days of the year", null_when: "status <> 'assessed'"}
--   - {name: status, type: string, zh: 能耗强度是否可评估, en: "assessed, or not assessed with the reason, of all kinds together"}
--   - {name: coverage, type: double, zh: 全年小时中有读数的比例, en: Share of the hours of the year that readings cover, min: 0, max: 1, null_when: "status <> 'assessed'"}
--   - {name: eui_kwh_m2, type: double, zh: 能耗强度（千瓦时/平方米）, en: "Energy intensity of all kinds, kWh per m2 and year", null_when: "status <> 'assessed'"}
--   - {name: kgce_m2, type: double, zh: 能耗强度（千克标准煤/平方米，当量值）, en: "kg of standard coal per m2 and year, equivalent value", null_when: "status <> 'assessed' OR kgce_m2_notation IS NOT NULL"}
--   - {name: kgce_m2_notation, type: string, zh: 缺数符号, en: NE where a kind of energy has no coefficient of standard coal}
--   - {name: kgco2_m2, type: double, zh: 碳强度（千克/平方米）, en: kgCO2 per m2 and year with the yearly location-based factor, null_when: "status <> 'assessed' OR kgco2_m2_notation IS NOT NULL"}
--   - {name: kgco2_m2_notation, type: string, zh: 缺数符号, en: NE where a kind of energy has no factor}
--   - {name: factor_value, type: double, zh: 电力因子, en: Factor of electricity behind kgco2_m2, null_when: "factor_id IS NULL"}
--   - {name: factor_unit, type: string, zh: 因子单位, en: Unit of the factor}
--   - {name: factor_area, type: string, zh: 因子所属区域, en: Area that the factor is of}
--   - {name: factor_year, type: int, zh: 因子年份, en: Year that the factor is of, null_when: "factor_id IS NULL"}
--   - {name: factor_id, type: string, zh: 因子编号, en: Row of core.grid_factor}
--   - {name: peer_status, type: string, zh: 能否排名, en: "assessed, or not assessed with the reason"}
--   - {name: percentile, type: double, zh: 同类百分位, en: Percentile among the peers, null_when: "peer_status <> 'assessed'", min: 0, max: 100}
--   - {name: limit_status, type: string, zh: 能否与限额相比, en: "assessed, or not assessed with the reason"}
--   - {name: limit_verdict, type: string, zh: "与限额相比（within the guide value 不高于引导值，within the limit 不高于约束值，above the limit 高于约束值）", en: "within the guide value, within the limit or above the limit; null where not assessed", null_when: "limit_status <> 'assessed'"}
--   - {name: load_status, type: string, zh: 负荷是否可评估, en: "assessed, or not assessed: too few days on which all meters of electricity cover all hours"}
--   - {name: base_load_kw, type: double, zh: 基荷（千瓦）, en: "Base load of electricity in kW, mean of the lowest hour of each day", null_when: "load_status <> 'assessed'"}
--   - {name: base_load_share, type: double, zh: 基荷占比, en: Base load over the mean load, null_when: "load_status <> 'assessed' OR peak_kw <= 0 OR base_load_kw <= 0"}
--   - {name: out_of_hours_share, type: double, zh: 非工作时段用电比例, en: "Share of electricity outside 7 to 19 o'clock of workdays, by the building's calendar", null_when: "load_status <> 'assessed' OR peak_kw <= 0 OR base_load_kw <= 0"}
--   - {name: peak_kw, type: double, zh: 同时最大负荷（千瓦）, en: "Highest hourly mean of all meters together, in kW", null_when: "load_status <> 'assessed'"}
--   - {name: peak_at, type: string, zh: 峰荷发生时（当地）, en: "Local hour in which it first occurred"}
--   - {name: load_factor, type: double, zh: 负荷率, en: "Mean load over peak load of electricity, of the same hours, 0 to 1", min: 0, max: 1, null_when: "load_status <> 'assessed' OR peak_kw <= 0 OR base_load_kw < 0"}
--   - {name: open_defects, type: int, zh: 待处理缺陷数, en: Findings in the readings of all meters that someone should look at}
--   - {name: anomalous_days, type: int, zh: 异常日数, en: Days far off the baseline}
--   - {name: baseline_status, type: string, zh: 电力基线是否可用, en: "assessed, or not assessed with the gate that failed, of the model of electricity"}
--   - {name: baseline_model, type: string, zh: 电力基线模型, en: "Change-point model of electricity: of all days, or of workdays and days off"}
--   - {name: baseline_cv_rmse, type: double, zh: 电力基线CV(RMSE), en: CV(RMSE) of that model, null_when: "baseline_status <> 'assessed'"}
--   - {name: events, type: string, zh: 事件, en: "Events up to the end of the year, newest first"}
--   - {name: saving_status, type: string, zh: 节能量是否可评估, en: "Of the newest event: assessed, or not assessed with the reason"}
--   - {name: saving_verdict, type: string, zh: "节能量是否可信（less energy 节能，more energy 用量增加，not distinguishable from zero 与零无法区分）", en: "less energy, more energy, or not distinguishable from zero: the uncertainty exceeds the saving; null where not assessed", null_when: "saving_status <> 'assessed'"}
--   - {name: saving_kinds, type: string, zh: 计入节能量的能源种类, en: Kinds of energy whose saving is counted}
--   - {name: saving_missing, type: string, zh: 未计入的能源种类, en: Kinds of energy whose saving could not be assessed}
--   - {name: saving_kwh, type: double, zh: 改造节能量（千瓦时）, en: "Energy of the kinds in saving_kinds that was saved in the year after the newest event", null_when: "saving_status LIKE 'not assessed%'", holds: "saving_status NOT LIKE 'not assessed%'"}
--   - {name: saving_uncertainty_kwh, type: double, zh: 节能量不确定度（90%）, en: "Half width of its 90 % interval, kinds added in quadrature", min: 0, null_when: saving_kwh IS NULL}
--   - {name: origin, type: string, zh: 数据性质, en: "computed; estimated where a part of the energy is; assumed for a made-up building"}
WITH rule AS (
  SELECT MAX(IF(rule = 'min_year_coverage', value, NULL)) AS min_coverage FROM core.building_rule
),
building_year AS (
  SELECT building_id, CAST(substr(month, 1, 4) AS INT) AS year, CAST(SUM(open_defects) AS INT) AS open_defects,
         CASE WHEN bool_or(origin = 'assumed') THEN 'assumed' WHEN bool_or(origin = 'estimated') THEN 'estimated' ELSE 'computed' END AS origin
  FROM core.meter_month
  GROUP BY building_id, substr(month, 1, 4)
),
load AS (
  SELECT l.*, l.kwh / l.hours AS mean_kw,
         l.hours / (24D * datediff(make_date(l.year + 1, 1, 1), make_date(l.year, 1, 1))) AS covered, r.min_coverage
  FROM core.building_load l CROSS JOIN rule r
  WHERE l.energy_kind = 'electricity'
),
anomalies AS (
  SELECT building_id, year(day) AS year, CAST(COUNT(DISTINCT day) AS INT) AS days FROM core.energy_anomaly GROUP BY building_id, year(day)
),
events AS (
  SELECT building_id, sort_array(collect_list(struct(day, event)), false) AS events FROM core.building_event GROUP BY building_id
),
fit AS (
  SELECT building_id, CAST(period AS INT) AS year, status, cv_rmse,
         IF(day_types = 2, concat('workday: ', model, ', rest: ', rest_model), model) AS model
  FROM core.energy_baseline WHERE energy_kind = 'electricity' AND event IS NULL
),
-- Savings of the newest event that began up to the end of the year.
saving AS (
  SELECT y.building_id, y.year, s.event_day, s.energy_kind, s.status, s.saving_kwh,
         s.saving_high_kwh - s.saving_kwh AS uncertainty,
         RANK() OVER (PARTITION BY y.building_id, y.year ORDER BY s.event_day DESC) AS age
  FROM building_year y
  JOIN mart.building_saving s ON s.building_id = y.building_id AND year(s.event_day) <= y.year
),
saved AS (
  SELECT building_id, year, SUM(CAST(saving_kwh AS DECIMAL(38, 12))) AS kwh,
         sqrt(CAST(SUM(CAST(uncertainty * uncertainty AS DECIMAL(38, 12))) AS DOUBLE)) AS uncertainty,
         array_join(array_sort(collect_set(IF(saving_kwh IS NULL, NULL, energy_kind))), ', ') AS kinds,
         array_join(array_sort(collect_set(IF(saving_kwh IS NULL, energy_kind, NULL))), ', ') AS missing,
         MIN(IF(saving_kwh IS NULL, status, NULL)) AS reason
  FROM saving WHERE age = 1
  GROUP BY building_id, year
)
SELECT d.building_id, coalesce(b.building_name, d.building_id) AS building_name, b.region_code, b.region_name, d.year, b.use_type, b.area_m2,
       coalesce(b.status, 'not assessed: no readings of energy that the building buys') AS status,
       b.coverage, b.eui_kwh_m2, b.kgce_m2, b.tce_notation AS kgce_m2_notation,
       b.kgco2_m2, b.co2_location_yearly_notation AS kgco2_m2_notation,
       b.factor_value, b.factor_unit, b.factor_area, b.factor_year, b.factor_id,
       coalesce(b.peer_status, 'not assessed: no readings of energy that the building buys') AS peer_status, b.percentile,
       coalesce(b.limit_status, 'not assessed: no readings of energy that the building buys') AS limit_status, b.limit_verdict,
       CASE WHEN l.building_id IS NULL THEN 'not assessed: no day on which all meters of electricity cover all hours'
            WHEN l.covered < l.min_coverage THEN format_string('not assessed: hours of all meters cover %.3f of the year, below %.2f', l.covered, l.min_coverage)
            ELSE 'assessed' END AS load_status,
       IF(l.covered >= l.min_coverage, l.base_kw, NULL) AS base_load_kw,
       IF(l.covered >= l.min_coverage, l.base_kw / l.mean_kw, NULL) AS base_load_share,
       IF(l.covered >= l.min_coverage, l.out_of_hours_kwh / l.kwh, NULL) AS out_of_hours_share,
       IF(l.covered >= l.min_coverage, l.peak_kw, NULL) AS peak_kw,
       IF(l.covered >= l.min_coverage, l.peak_at, NULL) AS peak_at,
       IF(l.covered >= l.min_coverage AND l.mean_kw >= 0 AND l.peak_kw > 0, l.mean_kw / l.peak_kw, NULL) AS load_factor,
       d.open_defects, coalesce(a.days, 0) AS anomalous_days,
       coalesce(f.status, 'not assessed: no days of the year with electricity and temperature') AS baseline_status, f.model AS baseline_model, f.cv_rmse AS baseline_cv_rmse,
       array_join(transform(filter(e.events, x -> year(x.day) <= d.year), x -> concat(x.day, ' ', x.event)), '; ') AS events,
       CASE WHEN s.building_id IS NULL THEN 'not assessed: no event up to the end of the year'
            WHEN s.kwh IS NULL THEN s.reason
            ELSE 'assessed' END AS saving_status,
       CASE WHEN s.uncertainty >= abs(CAST(s.kwh AS DOUBLE)) THEN 'not distinguishable from zero'
            WHEN s.kwh > 0 THEN 'less energy' WHEN s.kwh < 0 THEN 'more energy' END AS saving_verdict,
       nullif(s.kinds, '') AS saving_kinds, nullif(s.missing, '') AS saving_missing,
       CAST(s.kwh AS DOUBLE) AS saving_kwh, IF(s.kwh IS NULL, NULL, s.uncertainty) AS saving_uncertainty_kwh,
       d.origin
FROM building_year d
LEFT JOIN mart.building_benchmark b ON b.building_id = d.building_id AND b.year = d.year AND b.energy_kind = 'all'
LEFT JOIN load l ON l.building_id = d.building_id AND l.year = d.year
LEFT JOIN anomalies a ON a.building_id = d.building_id AND a.year = d.year
LEFT JOIN events e ON e.building_id = d.building_id
LEFT JOIN fit f ON f.building_id = d.building_id AND f.year = d.year
LEFT JOIN saved s ON s.building_id = d.building_id AND s.year = d.year
