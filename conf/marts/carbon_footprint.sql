-- table: mart.carbon_footprint
-- zh: 碳足迹：地区、年份、部门、燃料、范围、气体、因子集、版次各一行
-- en: Carbon footprint by region, year, sector, fuel, scope, gas, factor set and edition
-- question: {zh: "某地某年哪个部门、哪种燃料排放了多少？", en: "How much did each sector and fuel of a region emit in a year?"}
-- key: [region_code, year, sector, fuel, scope, gas, factor_set, edition]
-- columns:
--   - {name: region_code, type: string, zh: 地区代码, en: "Region (GB/T 2260)"}
--   - {name: region_name, type: string, zh: 地区, en: Region in Chinese}
--   - {name: year, type: int, zh: 年份, en: Year}
--   - {name: sector, type: string, zh: 部门, en: Sector}
--   - {name: fuel, type: string, zh: 燃料或能源品种, en: Fuel or carrier}
--   - {name: scope, type: int, zh: "范围（1 本地燃烧，2 外购或调出的电和热）", en: "Scope, 1 burnt here, 2 electricity and heat bought or sent out"}
--   - {name: activity, type: double, zh: 活动水平, en: Activity in activity_unit}
--   - {name: activity_unit, type: string, zh: 活动水平单位, en: Unit of the activity}
--   - {name: energy_tce, type: double, zh: "能源量（吨标准煤，当量值）", en: Energy in t of standard coal by calorific value}
--   - {name: gas, type: string, zh: 气体, en: Gas}
--   - {name: emission_t, type: double, zh: 排放量（吨）, en: Emission in t of the gas}
--   - {name: co2e_t, type: double, zh: 二氧化碳当量（吨）, en: Emission in t CO2 equivalent}
--   - {name: factor_set, type: string, zh: 因子集, en: Factor set}
--   - {name: edition, type: string, zh: 版次, en: Edition of the balance}
--   - {name: notation, type: string, zh: "符号（NE：缺因子，未估算）", en: "NE where no factor exists, so that nothing is estimated"}
-- lineage:
--   emission_t:
--     sum_of: {from: core.emission, column: emission_t, on: {region_code: region_code, year: year, sector: sector, fuel: fuel, scope: scope, gas: gas, factor_set: factor_set, edition: edition}, unit: t}
--   co2e_t:
--     sum_of: {from: core.emission, column: co2e_t, on: {region_code: region_code, year: year, sector: sector, fuel: fuel, scope: scope, gas: gas, factor_set: factor_set, edition: edition}, unit: t CO2e}
--   activity:
--     sum_of: {from: core.emission, column: activity, on: {region_code: region_code, year: year, sector: sector, fuel: fuel, scope: scope, gas: gas, factor_set: factor_set, edition: edition}, unit_column: activity_unit}
--   energy_tce:
--     sum_of: {from: core.emission, column: energy_tce, on: {region_code: region_code, year: year, sector: sector, fuel: fuel, scope: scope, gas: gas, factor_set: factor_set, edition: edition}, unit: tce}
SELECT e.region_code,
       r.zh AS region_name,
       e.year,
       e.sector,
       e.fuel,
       e.scope,
       CAST(SUM(CAST(e.activity AS DECIMAL(38, 12))) AS DOUBLE) AS activity,
       e.activity_unit,
       CAST(SUM(CAST(e.energy_tce AS DECIMAL(38, 12))) AS DOUBLE) AS energy_tce,
       e.gas,
       CAST(SUM(CAST(e.emission_t AS DECIMAL(38, 12))) AS DOUBLE) AS emission_t,
       CAST(SUM(CAST(e.co2e_t AS DECIMAL(38, 12))) AS DOUBLE) AS co2e_t,
       e.factor_set,
       e.edition,
       MAX(e.notation) AS notation
FROM core.emission e
LEFT JOIN core.region r ON r.region_code = e.region_code
GROUP BY e.region_code, r.zh, e.year, e.sector, e.fuel, e.scope, e.activity_unit, e.gas, e.factor_set, e.edition
