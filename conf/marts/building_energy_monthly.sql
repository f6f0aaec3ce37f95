-- table: mart.building_energy_monthly
-- zh: 建筑月度能耗与碳排放：建筑、月份、能源种类各一行
-- en: Energy and carbon of buildings by month and kind of energy
-- question: {zh: "每栋楼每个月用了多少能源，排放了多少碳？", en: "How much energy did each building use each month, and how much carbon did it emit?"}
-- key: [building_id, month, energy_kind]
-- columns:
--   - {name: building_id, type: string, zh: 建筑编号, en: Building}
--   - {name: building_name, type: string, zh: 建筑名称, en: Name of the building}
--   - {name: month, type: string, zh: 月份, en: "Month of local days, yyyy-MM"}
--   - {name: energy_kind, type: string, zh: 能源种类, en: Kind of energy}
--   - {name: kwh, type: double, zh: 用量（千瓦时）, en: Energy in kWh}
--   - {name: tce, type: double, zh: 折标准煤（吨，当量值）, en: "t of standard coal, equivalent value"}
--   - {name: co2e_location_yearly_t, type: double, zh: 碳排放（吨，年均电网因子）, en: t CO2e with the yearly location-based factor}
--   - {name: co2e_location_hourly_t, type: double, zh: 碳排放（吨，逐时电网因子）, en: "t CO2e with hourly location-based factors, null where hours have none"}
--   - {name: co2e_market_t, type: double, zh: 碳排放（吨，市场法）, en: "t CO2e with the factors of contracts, null where there is none"}
--   - {name: factor_basis, type: string, zh: 年均因子依据, en: Where the yearly factor is from}
--   - {name: measured_share, type: double, zh: 实测占用量比例, en: Share of the energy that was measured}
--   - {name: estimated_share, type: double, zh: 估计占用量比例, en: Share of the energy that was estimated}
--   - {name: lost_share, type: double, zh: 时刻不明占用量比例, en: Share of the energy that is known in total but not by hour}
--   - {name: measured_h_share, type: double, zh: 实测小时比例, en: Share of the hours that are measured}
--   - {name: estimated_h_share, type: double, zh: 估计小时比例, en: Share of the hours that are estimated}
--   - {name: missing_h_share, type: double, zh: 缺失小时比例, en: Share of the hours that nothing covers}
--   - {name: meters, type: int, zh: 计入的表数, en: "Number of meters counted, without submeters"}
--   - {name: open_defects, type: int, zh: 待处理缺陷数, en: Findings in the readings that someone should look at}
-- lineage:
--   kwh:
--     sum_of: {from: core.meter_month, column: kwh, on: {building_id: building_id, month: month, energy_kind: energy_kind}, where: NOT is_submeter, unit: kWh}
--   tce:
--     sum_of: {from: core.meter_month, column: tce, on: {building_id: building_id, month: month, energy_kind: energy_kind}, where: NOT is_submeter, unit: tce}
WITH counted AS (
  SELECT building_id, month, energy_kind,
         SUM(CAST(kwh AS DECIMAL(38, 12))) AS kwh,
         SUM(CAST(measured * kwh_factor AS DECIMAL(38, 12))) AS measured,
         SUM(CAST(estimated * kwh_factor AS DECIMAL(38, 12))) AS estimated,
         SUM(CAST(lost * kwh_factor AS DECIMAL(38, 12))) AS lost,
         SUM(CAST(tce AS DECIMAL(38, 12))) AS tce,
         SUM(CAST(kgco2e_yearly AS DECIMAL(38, 12))) AS yearly,
         COUNT(kgco2e_yearly) AS with_yearly,
         SUM(CAST(kgco2e_hourly AS DECIMAL(38, 12))) AS hourly,
         COUNT(kgco2e_hourly) AS with_hourly,
         SUM(CAST(coalesce(kgco2e_market, kgco2e_yearly) AS DECIMAL(38, 12))) AS market,
         COUNT(kgco2e_market) AS with_market,
         MIN(factor_basis) AS factor_basis,
         SUM(CAST(measured_h AS DECIMAL(38, 12))) AS measured_h,
         SUM(CAST(estimated_h AS DECIMAL(38, 12))) AS estimated_h,
         SUM(month_h) AS month_h,
         COUNT(*) AS meters,
         SUM(open_defects) AS open_defects
  FROM core.meter_month
  WHERE NOT is_submeter AND kwh IS NOT NULL
  GROUP BY building_id, month, energy_kind
),
named AS (
  SELECT building_id, max_by(name, valid_from) AS name FROM core.building GROUP BY building_id
)
SELECT c.building_id, n.name AS building_name, c.month, c.energy_kind,
       CAST(c.kwh AS DOUBLE) AS kwh,
       CAST(c.tce AS DOUBLE) AS tce,
       CASE WHEN c.with_yearly = c.meters THEN CAST(c.yearly AS DOUBLE) / 1000 END AS co2e_location_yearly_t,
       CASE WHEN c.with_hourly = c.meters THEN CAST(c.hourly AS DOUBLE) / 1000 END AS co2e_location_hourly_t,
       CASE WHEN c.with_market > 0 AND c.with_yearly = c.meters OR c.with_market = c.meters THEN CAST(c.market AS DOUBLE) / 1000 END AS co2e_market_t,
       c.factor_basis,
       CAST(c.measured AS DOUBLE) / CAST(c.kwh AS DOUBLE) AS measured_share,
       CAST(c.estimated AS DOUBLE) / CAST(c.kwh AS DOUBLE) AS estimated_share,
       CAST(c.lost AS DOUBLE) / CAST(c.kwh AS DOUBLE) AS lost_share,
       CAST(c.measured_h AS DOUBLE) / c.month_h AS measured_h_share,
       CAST(c.estimated_h AS DOUBLE) / c.month_h AS estimated_h_share,
       greatest(0D, 1 - (CAST(c.measured_h AS DOUBLE) + CAST(c.estimated_h AS DOUBLE)) / c.month_h) AS missing_h_share,
       CAST(c.meters AS INT) AS meters,
       CAST(c.open_defects AS INT) AS open_defects
FROM counted c
LEFT JOIN named n ON n.building_id = c.building_id
