-- table: mart.building_energy_monthly
-- zh: 建筑月度能耗与碳排放：建筑、月份、能源种类各一行
-- en: Energy and carbon of buildings by month and kind of energy
-- question: {zh: "每栋楼每个月用了多少能源，排放了多少碳？", en: "How much energy did each building use each month, and how much carbon did it emit?"}
-- method: docs/methods/buildings.md#carbon-in-three-ways
-- key: [building_id, month, energy_kind]
-- columns:
--   - {name: building_id, type: string, zh: 建筑编号, en: Building}
--   - {name: building_name, type: string, zh: 建筑名称, en: Name of the building}
--   - {name: region_code, type: string, zh: 地区代码, en: Region of the building}
--   - {name: region_name, type: string, zh: 地区, en: Name of the region}
--   - {name: use_type, type: string, zh: 用途, en: Use type}
--   - {name: month, type: string, zh: 月份, en: "Month of local days, yyyy-MM"}
--   - {name: month_start, type: date, zh: 月份的第一天（用于时间轴）, en: "First day of that month, for time axes", null_when: "false"}
--   - {name: energy_kind, type: string, zh: 能源种类, en: Kind of energy}
--   - {name: energy_kind_zh, type: string, zh: 能源种类名称, en: Kind of energy in Chinese}
--   - {name: in_total, type: boolean, zh: 是否计入各种能源合计（自发光伏不计入）, en: "Whether all kinds together count it: not what is generated on site (pv)"}
--   - {name: kwh, type: double, zh: 计量用量（千瓦时）, en: Energy in kWh that the readings of the month show}
--   - {name: kwhe, type: double, zh: 等效电（千瓦时）, en: "The same in kWh of equivalent electricity, null where the kind has no such figure", null_when: "kwhe_notation IS NOT NULL"}
--   - {name: kwhe_notation, type: string, zh: 缺数符号, en: NE where the kind has no figure of equivalent electricity}
--   - {name: tce, type: double, zh: 折标准煤（吨，当量值）, en: "t of standard coal, equivalent value", null_when: "tce_notation IS NOT NULL"}
--   - {name: tce_notation, type: string, zh: 缺数符号, en: NE where the kind has no coefficient of standard coal}
--   - {name: status, type: string, zh: 当月读数是否齐全, en: "assessed, or not assessed: less of the month's hours is covered than min_year_coverage asks for"}
--   - {name: co2_location_yearly_t, type: double, zh: 二氧化碳（吨，年均电网因子）, en: tCO2 with the yearly location-based factor, null_when: co2_location_yearly_notation IS NOT NULL, holds: co2_location_yearly_notation IS NULL}
--   - {name: co2_location_yearly_notation, type: string, zh: 缺数符号, en: NE where it is not estimated}
--   - {name: co2_location_hourly_t, type: double, zh: 二氧化碳（吨，逐时电网因子）, en: "tCO2 with hourly location-based factors, null where hours have none", null_when: co2_location_hourly_notation IS NOT NULL, holds: co2_location_hourly_notation IS NULL}
--   - {name: co2_location_hourly_notation, type: string, zh: 缺数符号, en: NE where it is not estimated}
--   - {name: co2_market_t, type: double, zh: 二氧化碳（吨，市场法）, en: "tCO2 with the factors of contracts and, for the rest, of the residual mix of the year", null_when: co2_market_notation IS NOT NULL, holds: co2_market_notation IS NULL}
--   - {name: co2_market_notation, type: string, zh: 缺数符号, en: "NE where no residual mix of the year is known; the location average never takes its place"}
--   - {name: factor_value, type: double, zh: 年均因子, en: "Factor of co2_location_yearly_t, null where several meters have different ones", null_when: "factor_id IS NULL", holds: factor_id IS NOT NULL}
--   - {name: factor_unit, type: string, zh: 因子单位, en: Unit of the factor}
--   - {name: factor_area, type: string, zh: 因子所属区域, en: Area that the factor is of, null_when: factor_id IS NULL}
--   - {name: factor_year, type: int, zh: 因子年份, en: "Year that the factor is of, null for fuels and heat", null_when: "factor_id IS NULL OR energy_kind <> 'electricity'"}
--   - {name: factor_id, type: string, zh: 因子编号, en: Row of core.grid_factor or core.building_energy_factor}
--   - {name: factor_basis, type: string, zh: 年均因子依据, en: Where the yearly factor is from}
--   - {name: residual_value, type: double, unit: kg/kWh, basis: CO2, zh: 剩余电量因子（千克/千瓦时）, en: Factor of the residual mix in kgCO2 per kWh, null_when: "residual_id IS NULL"}
--   - {name: residual_area, type: string, zh: 剩余电量因子所属区域, en: Area of the residual mix}
--   - {name: residual_year, type: int, zh: 剩余电量因子年份, en: Year of the residual mix, null_when: "residual_id IS NULL"}
--   - {name: residual_id, type: string, zh: 剩余电量因子编号, en: Row of core.grid_factor}
--   - {name: contracted_kwh, type: double, zh: 合同电量（千瓦时）, en: Electricity that contracts cover in kWh, null_when: "energy_kind <> 'electricity'"}
--   - {name: measured_share, type: double, zh: 实测占用量比例, en: Share of the energy that was measured, null_when: "kwh = 0"}
--   - {name: estimated_share, type: double, zh: 估计占用量比例, en: Share of the energy that was estimated, null_when: "kwh = 0"}
--   - {name: lost_share, type: double, zh: 时刻不明占用量比例, en: Share of the energy that is known in total but not by hour, null_when: "kwh = 0"}
--   - {name: measured_h_share, type: double, zh: 实测小时比例, en: Share of the hours that are measured, min: 0}
--   - {name: estimated_h_share, type: double, zh: 估计小时比例, en: Share of the hours that are estimated, min: 0}
--   - {name: missing_h_share, type: double, zh: 缺失小时比例, en: Share of the hours that nothing covers, min: 0, max: 1}
--   - {name: meters, type: int, zh: 计入的表数, en: "Number of meters counted, without submeters"}
--   - {name: open_defects, type: int, zh: 待处理缺陷数, en: Findings in the readings that someone should look at}
--   - {name: origin, type: string, zh: 数据性质, en: "computed; estimated where a part of the energy is; assumed for a made-up building"}
-- lineage:
--   kwh:
--     sum_of: {from: core.meter_month, column: kwh, on: {building_id: building_id, month: month, energy_kind: energy_kind}, where: NOT is_submeter, unit: kWh}
--   tce:
--     sum_of: {from: core.meter_month, column: tce, on: {building_id: building_id, month: month, energy_kind: energy_kind}, where: NOT is_submeter, unit: tce}
WITH counted AS (
  SELECT building_id, month, energy_kind,
         bool_or(in_total) AS in_total,
         MAX(region) AS region,
         SUM(CAST(kwh AS DECIMAL(38, 12))) AS kwh,
         SUM(CAST(kwhe AS DECIMAL(38, 12))) AS kwhe, COUNT(kwhe) AS with_kwhe,
         SUM(CAST(measured * kwh_factor AS DECIMAL(38, 12))) AS measured,
         SUM(CAST(estimated * kwh_factor AS DECIMAL(38, 12))) AS estimated,
         SUM(CAST(lost * kwh_factor AS DECIMAL(38, 12))) AS lost,
         SUM(CAST(tce AS DECIMAL(38, 12))) AS tce, COUNT(tce) AS with_tce,
         SUM(CAST(kgco2_yearly AS DECIMAL(38, 12))) AS yearly, COUNT(kgco2_yearly) AS with_yearly,
         SUM(CAST(kgco2_hourly AS DECIMAL(38, 12))) AS hourly, COUNT(kgco2_hourly) AS with_hourly,
         SUM(CAST(kgco2_market AS DECIMAL(38, 12))) AS market, COUNT(kgco2_market) AS with_market,
         SUM(CAST(contracted_kwh AS DECIMAL(38, 12))) AS contracted,
         COUNT(DISTINCT factor_id) AS factors, MIN(factor_value) AS factor_value, MIN(factor_unit) AS factor_unit,
         MIN(factor_area) AS factor_area, MIN(factor_year) AS factor_year, MIN(factor_id) AS factor_id,
         MIN(factor_basis) AS factor_basis,
         MIN(residual_value) AS residual_value, MIN(residual_area) AS residual_area,
         MIN(residual_year) AS residual_year, MIN(residual_id) AS residual_id,
         SUM(CAST(measured_h AS DECIMAL(38, 12))) AS measured_h,
         SUM(CAST(estimated_h AS DECIMAL(38, 12))) AS estimated_h,
         SUM(month_h) AS month_h,
         COUNT(*) AS meters,
         SUM(open_defects) AS open_defects,
         CASE WHEN bool_or(origin = 'assumed') THEN 'assumed' WHEN bool_or(origin = 'estimated') THEN 'estimated' ELSE 'computed' END AS origin
  FROM core.meter_month
  WHERE NOT is_submeter AND kwh IS NOT NULL
  GROUP BY building_id, month, energy_kind
),
named AS (
  SELECT building_id, max_by(name, valid_from) AS name, max_by(use_type, valid_from) AS use_type
  FROM core.building GROUP BY building_id
),
kind AS (
  SELECT energy_kind, MIN(zh) AS zh FROM core.building_energy_factor GROUP BY energy_kind
),
rule AS (
  SELECT MAX(IF(rule = 'min_year_coverage', value, NULL)) AS min_coverage FROM core.building_rule
),
shared AS (
  SELECT c.*, (CAST(measured_h AS DOUBLE) + CAST(estimated_h AS DOUBLE)) / month_h AS covered FROM counted c
)
SELECT c.building_id, coalesce(n.name, c.building_id) AS building_name,
       c.region AS region_code, g.zh AS region_name, coalesce(n.use_type, 'unstated') AS use_type,
       c.month, CAST(concat(c.month, '-01') AS DATE) AS month_start, c.energy_kind, k.zh AS energy_kind_zh, c.in_total,
       CAST(c.kwh AS DOUBLE) AS kwh,
       IF(c.with_kwhe = c.meters, CAST(c.kwhe AS DOUBLE), NULL) AS kwhe, IF(c.with_kwhe = c.meters, NULL, 'NE') AS kwhe_notation,
       IF(c.with_tce = c.meters, CAST(c.tce AS DOUBLE), NULL) AS tce, IF(c.with_tce = c.meters, NULL, 'NE') AS tce_notation,
       IF(c.covered >= r.min_coverage, 'assessed',
          format_string('not assessed: coverage %.3f below %.2f', c.covered, r.min_coverage)) AS status,
       IF(c.with_yearly = c.meters, CAST(c.yearly AS DOUBLE) / 1000, NULL) AS co2_location_yearly_t,
       IF(c.with_yearly = c.meters, NULL, 'NE') AS co2_location_yearly_notation,
       IF(c.with_hourly = c.meters, CAST(c.hourly AS DOUBLE) / 1000, NULL) AS co2_location_hourly_t,
       IF(c.with_hourly = c.meters, NULL, 'NE') AS co2_location_hourly_notation,
       IF(c.with_market = c.meters, CAST(c.market AS DOUBLE) / 1000, NULL) AS co2_market_t,
       IF(c.with_market = c.meters, NULL, 'NE') AS co2_market_notation,
       IF(c.factors = 1, c.factor_value, NULL) AS factor_value,
       IF(c.factors = 1, c.factor_unit, NULL) AS factor_unit,
       IF(c.factors = 1, c.factor_area, NULL) AS factor_area,
       IF(c.factors = 1, c.factor_year, NULL) AS factor_year,
       IF(c.factors = 1, c.factor_id, NULL) AS factor_id,
       IF(c.factors = 1, c.factor_basis, NULL) AS factor_basis,
       c.residual_value, c.residual_area, c.residual_year, c.residual_id,
       CAST(c.contracted AS DOUBLE) AS contracted_kwh,
       CAST(c.measured AS DOUBLE) / CAST(c.kwh AS DOUBLE) AS measured_share,
       CAST(c.estimated AS DOUBLE) / CAST(c.kwh AS DOUBLE) AS estimated_share,
       CAST(c.lost AS DOUBLE) / CAST(c.kwh AS DOUBLE) AS lost_share,
       CAST(c.measured_h AS DOUBLE) / c.month_h AS measured_h_share,
       CAST(c.estimated_h AS DOUBLE) / c.month_h AS estimated_h_share,
       greatest(0D, 1 - c.covered) AS missing_h_share,
       CAST(c.meters AS INT) AS meters,
       CAST(c.open_defects AS INT) AS open_defects,
       c.origin
FROM shared c
CROSS JOIN rule r
LEFT JOIN named n ON n.building_id = c.building_id
LEFT JOIN kind k ON k.energy_kind = c.energy_kind
LEFT JOIN core.region g ON g.region_code = c.region
