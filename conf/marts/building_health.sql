-- table: mart.building_health
-- zh: 建筑体检：建筑、年份各一行
-- en: State of a building, one row per building and year
-- question: {zh: "哪些建筑有异常用能、数据缺失或负荷问题，应先检查？", en: "Which buildings should be inspected first because of anomalies, missing data or their load?"}
-- key: [building_id, year]
-- columns:
--   - {name: building_id, type: string, zh: 建筑编号, en: Building}
--   - {name: building_name, type: string, zh: 建筑名称, en: Name of the building}
--   - {name: year, type: int, zh: 年份, en: Year of local days}
--   - {name: use_type, type: string, zh: 用途, en: Use type}
--   - {name: area_m2, type: double, zh: 建筑面积（平方米）, en: "Floor area in m2, the mean over the days of the year"}
--   - {name: status, type: string, zh: 是否参与对标, en: "assessed, or not assessed with the reason, of all kinds together"}
--   - {name: coverage, type: double, zh: 有读数小时比例, en: Share of the year's hours that readings cover}
--   - {name: eui_kwh_m2, type: double, zh: 能耗强度（千瓦时/平方米）, en: "Energy intensity of all kinds, kWh per m2 and year"}
--   - {name: kgco2e_m2, type: double, zh: 碳强度（千克/平方米）, en: kg CO2e per m2 with the yearly location-based factor}
--   - {name: percentile, type: double, zh: 同类百分位, en: Percentile among the peers}
--   - {name: base_load_kw, type: double, zh: 基荷（千瓦）, en: "Base load of electricity in kW, mean of the minimum hour of each day"}
--   - {name: base_load_share, type: double, zh: 基荷占比, en: Base load over the mean load}
--   - {name: out_of_hours_share, type: double, zh: 非工作时段用电比例, en: Share of electricity outside 7 to 19 o'clock of Monday to Friday}
--   - {name: peak_kw, type: double, zh: 峰荷（千瓦）, en: "Highest hourly mean in kW; of several meters the sum of their peaks"}
--   - {name: load_factor, type: double, zh: 负荷率, en: Mean load over peak load of electricity}
--   - {name: open_defects, type: int, zh: 待处理缺陷数, en: Findings in the readings of all meters that someone should look at}
--   - {name: anomalous_days, type: int, zh: 异常日数, en: Days far off the baseline}
--   - {name: baseline_model, type: string, zh: 电力基线模型, en: Change-point model of electricity}
--   - {name: baseline_cv_rmse, type: double, zh: 电力基线CV(RMSE), en: CV(RMSE) of that model}
--   - {name: retrofits, type: string, zh: 改造事件, en: "Events up to the end of the year, newest first"}
--   - {name: saving_kwh, type: double, zh: 改造节能量（千瓦时）, en: "Energy saved in the year after the newest event that can be assessed, all kinds"}
--   - {name: saving_uncertainty_kwh, type: double, zh: 节能量不确定度（90%）, en: "Half width of its 90 % interval, kinds added in quadrature"}
WITH meter_year AS (
  SELECT meter_id, building_id, energy_kind = 'electricity' AND NOT is_submeter AS is_power,
         CAST(substr(month, 1, 4) AS INT) AS year,
         SUM(CAST(kwh AS DECIMAL(38, 12))) AS kwh,
         CAST(SUM(CAST(base_kwh AS DECIMAL(38, 12))) AS DOUBLE) / SUM(base_days) AS base_kw,
         SUM(CAST(out_of_hours_kwh AS DECIMAL(38, 12))) AS outside,
         SUM(CAST(measured_h + estimated_h AS DECIMAL(38, 12))) AS covered_h,
         MAX(peak_kwh) AS peak, SUM(open_defects) AS defects
  FROM core.meter_month
  GROUP BY meter_id, building_id, energy_kind, is_submeter, substr(month, 1, 4)
),
building_year AS (
  SELECT building_id, year, CAST(SUM(defects) AS INT) AS open_defects,
         SUM(CAST(IF(is_power, base_kw, NULL) AS DECIMAL(38, 12))) AS base_kw,
         SUM(CAST(IF(is_power, CAST(kwh AS DOUBLE) / CAST(covered_h AS DOUBLE), NULL) AS DECIMAL(38, 12))) AS mean_kw,
         SUM(CAST(IF(is_power, peak, NULL) AS DECIMAL(38, 12))) AS peak_kw,
         SUM(IF(is_power, outside, NULL)) AS outside, SUM(IF(is_power, kwh, NULL)) AS kwh
  FROM meter_year GROUP BY building_id, year
),
anomalies AS (
  SELECT building_id, year(day) AS year, CAST(COUNT(DISTINCT day) AS INT) AS days FROM core.energy_anomaly GROUP BY building_id, year(day)
),
events AS (
  SELECT building_id, sort_array(collect_list(struct(day, event)), false) AS events FROM core.building_event GROUP BY building_id
),
model AS (
  SELECT building_id,
         map_from_entries(array_sort(collect_list(IF(energy_kind = 'electricity' AND event IS NULL, struct(CAST(period AS INT) AS year, struct(model, cv_rmse) AS fit), NULL)))) AS fits,
         sort_array(collect_list(IF(saving_kwh IS NULL, NULL, struct(substr(period, 8) AS day, energy_kind, saving_kwh, saving_uncertainty_kwh))), false) AS savings
  FROM core.energy_baseline GROUP BY building_id
),
joined AS (
  SELECT y.*, filter(e.events, x -> year(x.day) <= y.year) AS events, m.fits[y.year] AS fit,
         filter(m.savings, s -> CAST(substr(s.day, 1, 4) AS INT) <= y.year) AS savings
  FROM building_year y
  LEFT JOIN events e ON e.building_id = y.building_id
  LEFT JOIN model m ON m.building_id = y.building_id
),
-- Of the newest event that could be assessed, all kinds of energy.
saved AS (
  SELECT *, filter(savings, s -> s.day = savings[0].day) AS newest FROM joined
)
SELECT d.building_id, b.building_name, d.year, b.use_type, b.area_m2, b.status, b.coverage,
       b.eui_kwh_m2, b.kgco2e_m2, b.percentile,
       CAST(d.base_kw AS DOUBLE) AS base_load_kw, CAST(d.base_kw AS DOUBLE) / CAST(d.mean_kw AS DOUBLE) AS base_load_share,
       CAST(d.outside AS DOUBLE) / CAST(d.kwh AS DOUBLE) AS out_of_hours_share,
       CAST(d.peak_kw AS DOUBLE) AS peak_kw, CAST(d.mean_kw AS DOUBLE) / CAST(d.peak_kw AS DOUBLE) AS load_factor,
       d.open_defects, coalesce(a.days, 0) AS anomalous_days,
       d.fit.model AS baseline_model, d.fit.cv_rmse AS baseline_cv_rmse,
       array_join(transform(d.events, x -> concat(x.day, ' ', x.event)), '; ') AS retrofits,
       IF(size(d.newest) > 0, aggregate(d.newest, 0D, (t, s) -> t + s.saving_kwh), NULL) AS saving_kwh,
       IF(size(d.newest) > 0, sqrt(aggregate(d.newest, 0D, (t, s) -> t + s.saving_uncertainty_kwh * s.saving_uncertainty_kwh)), NULL) AS saving_uncertainty_kwh
FROM saved d
LEFT JOIN mart.building_benchmark b ON b.building_id = d.building_id AND b.year = d.year AND b.energy_kind = 'all'
LEFT JOIN anomalies a ON a.building_id = d.building_id AND a.year = d.year
