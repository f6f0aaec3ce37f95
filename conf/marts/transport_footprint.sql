-- table: mart.transport_footprint
-- zh: 交通碳足迹：地区、月份、车辆类别、燃料、动力类型、排放标准各一行；按售出能源与按里程两种核算并列，不相加
-- en: Footprint of vehicles by region, month, class, fuel, drive and emission standard, by what was sold to them; the account by distance stands beside it and is never added
-- question: {zh: "各类车辆每月行驶多少、用多少能源、排放多少碳？", en: "How far did each class of vehicles drive each month, with how much energy and carbon?"}
-- method: docs/methods/transport.md#from-activity-to-carbon
-- key: [region_code, month, vehicle_class, fuel, drive, standard]
-- columns:
--   - {name: region_code, type: string, zh: 地区代码, en: Region (GB/T 2260)}
--   - {name: region_name, type: string, zh: 地区, en: Name of the region}
--   - {name: year, type: int, zh: 年份, en: Year, null_when: "false"}
--   - {name: month, type: string, zh: 月份, en: "Month, yyyy-MM"}
--   - {name: mode, type: string, zh: 交通方式, en: Mode of transport}
--   - {name: mode_zh, type: string, zh: 交通方式名称, en: Mode in Chinese}
--   - {name: vehicle_class, type: string, zh: 车辆类别, en: Class of the vehicles}
--   - {name: vehicle_class_zh, type: string, zh: 车辆类别名称, en: Class in Chinese}
--   - {name: fuel, type: string, zh: 燃料, en: "Fuel that they burn; electricity for vehicles that burn none"}
--   - {name: fuel_zh, type: string, zh: 燃料名称, en: Fuel in Chinese}
--   - {name: drive, type: string, zh: 动力类型, en: "ice, hev, phev, bev or fcev"}
--   - {name: standard, type: string, zh: 排放标准, en: "Emission standard; none for bev, unknown where the registry does not know it"}
--   - {name: vehicles, type: int, zh: 有记录的车辆数, en: Vehicles with records in the month, null_when: "false"}
--   - {name: vkm, type: double, unit: km, zh: 行驶里程（公里）, en: Vehicle-km between odometer readings, null_when: "false"}
--   - {name: vkm_estimated, type: double, unit: km, zh: 其中估计里程, en: Part of it that is estimated, null_when: "false"}
--   - {name: covered_share, type: double, zh: 有里程读数覆盖的时间比例, en: "Share of the vehicles' month between two readings", min: 0, max: 1, null_when: "false"}
--   - {name: fuel_sold, type: double, unit: none, zh: 加注量, en: Fuel sold in fuel_unit, null_when: "fuel = 'electricity'"}
--   - {name: fuel_unit, type: string, zh: 加注量单位, en: "L, m3 or kg; null where nothing is burnt"}
--   - {name: electricity_kwh, type: double, zh: 充电量（千瓦时）, en: kWh charged, null_when: scope2_notation IS NOT NULL}
--   - {name: energy_mj, type: double, unit: MJ, zh: 能耗（兆焦）, en: "MJ of fuel (net calorific value) and electricity", null_when: co2e_notation IS NOT NULL}
--   - {name: scope1_co2e_t, type: double, zh: 范围一（吨二氧化碳当量，油箱到车轮）, en: "tCO2 equivalent of fuel burnt, tank to wheel: CO2, CH4 and N2O", null_when: scope1_notation IS NOT NULL}
--   - {name: scope1_notation, type: string, zh: 缺数符号, en: NE where vehicles have no record of fuel or the fuel no factor}
--   - {name: scope2_co2_t, type: double, zh: 范围二（吨二氧化碳）, en: tCO2 of electricity, null_when: scope2_notation IS NOT NULL}
--   - {name: scope2_notation, type: string, zh: 缺数符号, en: NE where vehicles have no record of charging or the region no factor}
--   - {name: co2e_t, type: double, zh: 合计（吨二氧化碳当量）, en: Scope 1 and scope 2, null_when: co2e_notation IS NOT NULL}
--   - {name: co2e_notation, type: string, zh: 缺数符号, en: NE where a part is not estimated}
--   - {name: missing, type: string, zh: 缺少的部分, en: Which part is missing}
--   - {name: wtt_co2e_t, type: double, zh: 油井到油箱（吨二氧化碳当量，不计入合计）, en: "tCO2 equivalent from well to tank of the fuel, part of no total", null_when: wtt_notation IS NOT NULL}
--   - {name: wtt_notation, type: string, zh: 缺数符号, en: "NE where no figure is known, as for electricity"}
--   - {name: activity_mj, type: double, unit: MJ, zh: 按里程核算的能耗（兆焦）, en: MJ by distance and consumption per km of the class, null_when: activity_notation IS NOT NULL}
--   - {name: activity_co2e_t, type: double, zh: 按里程核算的排放（吨二氧化碳当量）, en: "tCO2 equivalent by distance; never to be added to co2e_t", null_when: activity_notation IS NOT NULL}
--   - {name: activity_notation, type: string, zh: 缺数符号, en: NE where the class has no consumption per km}
--   - {name: difference_co2e_t, type: double, zh: 两种核算之差, en: By distance less by fuel sold, null_when: activity_notation IS NOT NULL OR scope1_notation IS NOT NULL}
--   - {name: co2e_g_per_vkm, type: double, unit: g/km, basis: CO2 equivalent, zh: 单位里程排放（克/公里）, en: "g CO2 equivalent (scope 1 and 2) per vehicle-km", null_when: co2e_notation IS NOT NULL OR vkm = 0}
--   - {name: nox_kg, type: double, zh: 氮氧化物（千克）, en: "kg NOx of the exhaust by distance, null where the class has no figure", null_when: air_notation IS NOT NULL}
--   - {name: pm10_kg, type: double, zh: 颗粒物（千克）, en: kg PM10 of the exhaust by distance, null_when: air_notation IS NOT NULL}
--   - {name: air_notation, type: string, zh: 缺数符号, en: NE where no figure per km is known}
--   - {name: factor_value, type: double, zh: 燃料因子, en: Factor of CO2 of the fuel, null_when: factor_id IS NULL}
--   - {name: factor_unit, type: string, zh: 燃料因子单位, en: Its unit}
--   - {name: factor_area, type: string, zh: 燃料因子所属区域, en: Its area}
--   - {name: factor_id, type: string, zh: 燃料因子编号, en: "Row of core.emission_factor, null where nothing is burnt"}
--   - {name: grid_factor_value, type: double, unit: kg/kWh, basis: CO2, zh: 电网因子（千克/千瓦时）, en: Factor of electricity in kgCO2 per kWh, null_when: grid_factor_id IS NULL}
--   - {name: grid_factor_area, type: string, zh: 电网因子所属区域, en: Its area}
--   - {name: grid_factor_year, type: int, zh: 电网因子年份, en: Its year, null_when: grid_factor_id IS NULL}
--   - {name: grid_factor_id, type: string, zh: 电网因子编号, en: "Row of core.grid_factor, null for vehicles without a plug"}
--   - {name: method, type: string, zh: 核算方法, en: What co2e_t follows from}
--   - {name: origin, type: string, zh: 数据性质, en: "computed; estimated where a record is; assumed for a made-up fleet"}
WITH summed AS (
  SELECT m.region_code, m.month, m.vehicle_class, m.fuel, m.drive,
         coalesce(v.standard, IF(m.drive = 'bev', 'none', 'unknown')) AS standard,
         MIN(v.mode) AS mode, MIN(v.mode_zh) AS mode_zh, MIN(v.vehicle_class_zh) AS vehicle_class_zh, MIN(v.fuel_zh) AS fuel_zh,
         COUNT(*) AS vehicles,
         SUM(CAST(m.km_measured + m.km_estimated AS DECIMAL(38, 12))) AS vkm,
         SUM(CAST(m.km_estimated AS DECIMAL(38, 12))) AS vkm_estimated,
         SUM(CAST(m.covered_share AS DECIMAL(38, 12))) AS covered,
         SUM(CAST(m.fuel_used + m.fuel_estimated AS DECIMAL(38, 12))) AS fuel_sold, MIN(m.fuel_unit) AS fuel_unit,
         SUM(CAST(m.kwh AS DECIMAL(38, 12))) AS kwh,
         SUM(CAST(m.fuel_mj AS DECIMAL(38, 12))) AS fuel_mj,
         SUM(CAST(m.fuel_co2e_kg AS DECIMAL(38, 12))) AS scope1, COUNT(m.fuel_co2e_kg) AS with_scope1,
         SUM(CAST(m.electricity_co2_kg AS DECIMAL(38, 12))) AS scope2, COUNT(m.electricity_co2_kg) AS with_scope2,
         SUM(CAST(m.wtt_co2e_kg AS DECIMAL(38, 12))) AS wtt, COUNT(m.wtt_co2e_kg) AS with_wtt,
         SUM(CAST(m.activity_mj AS DECIMAL(38, 12))) AS activity_mj,
         SUM(CAST(m.activity_co2e_kg AS DECIMAL(38, 12))) AS activity, COUNT(m.activity_co2e_kg) AS with_activity,
         SUM(CAST(m.nox_kg AS DECIMAL(38, 12))) AS nox, SUM(CAST(m.pm10_kg AS DECIMAL(38, 12))) AS pm10, COUNT(m.nox_kg) AS with_air,
         MIN(m.fuel_factor_value) AS factor_value, MIN(m.fuel_factor_unit) AS factor_unit,
         MIN(m.fuel_factor_area) AS factor_area, MIN(m.fuel_factor_id) AS factor_id,
         MIN(m.grid_factor_value) AS grid_factor_value, MIN(m.grid_factor_area) AS grid_factor_area,
         MIN(m.grid_factor_year) AS grid_factor_year, MIN(m.grid_factor_id) AS grid_factor_id,
         CASE WHEN bool_or(m.origin = 'assumed') THEN 'assumed' WHEN bool_or(m.origin = 'estimated') THEN 'estimated' ELSE 'computed' END AS origin
  FROM core.vehicle_month m
  JOIN core.vehicle v ON v.vehicle_id = m.vehicle_id AND v.valid_from = m.valid_from
  WHERE m.region_code IS NOT NULL
  GROUP BY m.region_code, m.month, m.vehicle_class, m.fuel, m.drive, coalesce(v.standard, IF(m.drive = 'bev', 'none', 'unknown'))
),
noted AS (
  SELECT s.*,
         IF(with_scope1 = vehicles, NULL, 'NE') AS scope1_notation,
         IF(with_scope2 = vehicles, NULL, 'NE') AS scope2_notation,
         IF(with_scope1 = vehicles AND with_scope2 = vehicles, NULL, 'NE') AS co2e_notation,
         IF(with_wtt = vehicles, NULL, 'NE') AS wtt_notation,
         IF(with_activity = vehicles, NULL, 'NE') AS activity_notation,
         IF(with_air = vehicles, NULL, 'NE') AS air_notation
  FROM summed s
)
SELECT s.region_code, g.zh AS region_name, CAST(substring(s.month, 1, 4) AS INT) AS year, s.month,
       s.mode, s.mode_zh, s.vehicle_class, s.vehicle_class_zh, s.fuel, s.fuel_zh, s.drive, s.standard,
       CAST(s.vehicles AS INT) AS vehicles,
       CAST(s.vkm AS DOUBLE) AS vkm, CAST(s.vkm_estimated AS DOUBLE) AS vkm_estimated,
       least(1D, CAST(s.covered AS DOUBLE) / s.vehicles) AS covered_share,
       IF(s.fuel = 'electricity', NULL, CAST(s.fuel_sold AS DOUBLE)) AS fuel_sold, s.fuel_unit,
       IF(s.scope2_notation IS NULL, CAST(s.kwh AS DOUBLE), NULL) AS electricity_kwh,
       IF(s.co2e_notation IS NULL, CAST(s.fuel_mj + s.kwh * 3.6 AS DOUBLE), NULL) AS energy_mj,
       IF(s.scope1_notation IS NULL, CAST(s.scope1 AS DOUBLE) / 1000, NULL) AS scope1_co2e_t, s.scope1_notation,
       IF(s.scope2_notation IS NULL, CAST(s.scope2 AS DOUBLE) / 1000, NULL) AS scope2_co2_t, s.scope2_notation,
       IF(s.co2e_notation IS NULL, CAST(s.scope1 + s.scope2 AS DOUBLE) / 1000, NULL) AS co2e_t, s.co2e_notation,
       nullif(concat_ws(', ', IF(s.scope1_notation IS NULL, NULL, concat('fuel of ', s.vehicles - s.with_scope1, ' vehicles')),
                              IF(s.scope2_notation IS NULL, NULL, concat('electricity of ', s.vehicles - s.with_scope2, ' vehicles'))), '') AS missing,
       IF(s.wtt_notation IS NULL, CAST(s.wtt AS DOUBLE) / 1000, NULL) AS wtt_co2e_t, s.wtt_notation,
       IF(s.activity_notation IS NULL, CAST(s.activity_mj AS DOUBLE), NULL) AS activity_mj,
       IF(s.activity_notation IS NULL, CAST(s.activity AS DOUBLE) / 1000, NULL) AS activity_co2e_t, s.activity_notation,
       IF(s.activity_notation IS NULL AND s.scope1_notation IS NULL, CAST(s.activity - s.scope1 AS DOUBLE) / 1000, NULL) AS difference_co2e_t,
       IF(s.co2e_notation IS NULL AND s.vkm > 0, CAST(s.scope1 + s.scope2 AS DOUBLE) * 1000 / CAST(s.vkm AS DOUBLE), NULL) AS co2e_g_per_vkm,
       IF(s.air_notation IS NULL, CAST(s.nox AS DOUBLE), NULL) AS nox_kg,
       IF(s.air_notation IS NULL, CAST(s.pm10 AS DOUBLE), NULL) AS pm10_kg, s.air_notation,
       s.factor_value, s.factor_unit, s.factor_area, s.factor_id,
       s.grid_factor_value, s.grid_factor_area, s.grid_factor_year, s.grid_factor_id,
       'by fuel and electricity sold' AS method, s.origin
FROM noted s
LEFT JOIN core.region g ON g.region_code = s.region_code
