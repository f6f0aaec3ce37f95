-- table: mart.carbon_footprint_total
-- zh: 碳足迹合计：地区、年份、因子集、版次各一行
-- en: Carbon footprint totals by region, year, factor set and edition of the balance
-- question: {zh: "某地某年一共排放了多少，估算覆盖了多少？", en: "How much did a region emit in a year, and how much of its energy does the estimate cover?"}
-- key: [region_code, year, factor_set, edition]
-- columns:
--   - {name: region_code, type: string, zh: 地区代码, en: "Region (GB/T 2260)"}
--   - {name: region_name, type: string, zh: 地区, en: Region in Chinese}
--   - {name: year, type: int, zh: 年份, en: Year}
--   - {name: factor_set, type: string, zh: 因子集, en: Factor set}
--   - {name: edition, type: string, zh: 版次, en: Edition of the balance}
--   - {name: scope1_t, type: double, zh: "范围1：能源燃烧（吨二氧化碳当量）", en: "Scope 1, energy burnt in the region, t CO2 equivalent"}
--   - {name: scope1_co2_t, type: double, zh: "范围1中的二氧化碳（吨）", en: CO2 within scope 1 in t}
--   - {name: scope2_t, type: double, zh: "范围2：净外购电力和热力（吨，位置法，调出为负）", en: "Scope 2, net electricity and heat from outside, location-based, t; sent out counts negative"}
--   - {name: scope2_notation, type: string, zh: "范围2的符号（NE：缺因子，未估算，合计中未计入）", en: "NE where scope 2 has no factor, so that the total leaves it out"}
--   - {name: total_t, type: double, zh: "范围1与范围2合计（吨二氧化碳当量）", en: Scope 1 and 2 in t CO2 equivalent}
--   - {name: population, type: double, zh: 人口（人）, en: Population in persons}
--   - {name: gdp, type: double, zh: "地区生产总值（元，当年价）", en: GDP in yuan at current prices}
--   - {name: t_per_capita, type: double, zh: 人均排放（吨/人）, en: t CO2 equivalent per person}
--   - {name: t_per_10k_yuan, type: double, zh: 单位GDP排放（吨/万元）, en: t CO2 equivalent per 10000 yuan of GDP}
--   - {name: coverage, type: double, zh: 有因子的能源量占范围1能源量的比例, en: Share of the scope 1 energy that has a factor}
-- lineage:
--   total_t:
--     formula: coalesce(scope1_t, 0D) + coalesce(scope2_t, 0D)
--     terms:
--       scope1_t: {from: mart.carbon_footprint_total, column: scope1_t, on: {region_code: region_code, year: year, factor_set: factor_set, edition: edition}, unit: t CO2e}
--       scope2_t: {from: mart.carbon_footprint_total, column: scope2_t, on: {region_code: region_code, year: year, factor_set: factor_set, edition: edition}, unit: t CO2e}
--   scope1_t:
--     sum_of: {from: mart.carbon_footprint, column: co2e_t, on: {region_code: region_code, year: year, factor_set: factor_set, edition: edition}, where: scope = 1, unit: t CO2e}
--   scope1_co2_t:
--     sum_of: {from: mart.carbon_footprint, column: co2e_t, on: {region_code: region_code, year: year, factor_set: factor_set, edition: edition}, where: scope = 1 AND gas = 'CO2', unit: t}
--   scope2_t:
--     sum_of: {from: mart.carbon_footprint, column: co2e_t, on: {region_code: region_code, year: year, factor_set: factor_set, edition: edition}, where: scope = 2, unit: t CO2e}
--   t_per_capita:
--     formula: total_t / population
--     terms:
--       total_t: {from: mart.carbon_footprint_total, column: total_t, on: {region_code: region_code, year: year, factor_set: factor_set, edition: edition}, unit: t CO2e}
--       population: {unit: persons}
--   t_per_10k_yuan:
--     formula: total_t / (gdp / 10000)
--     terms:
--       total_t: {from: mart.carbon_footprint_total, column: total_t, on: {region_code: region_code, year: year, factor_set: factor_set, edition: edition}, unit: t CO2e}
--       gdp: {unit: yuan}
WITH total AS (
  SELECT region_code, region_name, year, factor_set, edition,
         CAST(SUM(CASE WHEN scope = 1 THEN CAST(co2e_t AS DECIMAL(38, 12)) END) AS DOUBLE) AS scope1_t,
         CAST(SUM(CASE WHEN scope = 1 AND gas = 'CO2' THEN CAST(co2e_t AS DECIMAL(38, 12)) END) AS DOUBLE) AS scope1_co2_t,
         CAST(SUM(CASE WHEN scope = 2 THEN CAST(co2e_t AS DECIMAL(38, 12)) END) AS DOUBLE) AS scope2_t,
         MAX(CASE WHEN scope = 2 THEN notation END) AS scope2_notation,
         SUM(CASE WHEN scope = 1 AND gas = 'CO2' THEN CAST(energy_tce AS DECIMAL(38, 12)) END) AS energy,
         SUM(CASE WHEN scope = 1 AND gas = 'CO2' AND notation IS NULL THEN CAST(energy_tce AS DECIMAL(38, 12)) END) AS covered
  FROM mart.carbon_footprint
  GROUP BY region_code, region_name, year, factor_set, edition
),
-- Of several editions the balance's own counts first, then the one that conf/priorities.csv ranks first.
context AS (
  SELECT t.region_code, t.year, t.factor_set, t.edition, o.indicator, o.canonical_value,
         ROW_NUMBER() OVER (PARTITION BY t.region_code, t.year, t.factor_set, t.edition, o.indicator
                            ORDER BY o.edition = t.edition DESC, o.edition_rank, o.path, o.observation_id) AS choice
  FROM total t
  JOIN core.observation o ON o.region_code = t.region_code AND o.year = t.year
  WHERE (o.indicator = 'population' OR (o.indicator = 'gdp' AND o.basis = 'current'))
    AND o.sector IS NULL AND o.item IS NULL
),
chosen AS (
  SELECT region_code, year, factor_set, edition,
         MAX(CASE WHEN indicator = 'population' THEN canonical_value END) AS population,
         MAX(CASE WHEN indicator = 'gdp' THEN canonical_value END) AS gdp
  FROM context WHERE choice = 1
  GROUP BY region_code, year, factor_set, edition
)
SELECT t.region_code, t.region_name, t.year, t.factor_set, t.edition,
       t.scope1_t, t.scope1_co2_t, t.scope2_t, t.scope2_notation,
       coalesce(t.scope1_t, 0D) + coalesce(t.scope2_t, 0D) AS total_t,
       c.population, c.gdp,
       (coalesce(t.scope1_t, 0D) + coalesce(t.scope2_t, 0D)) / c.population AS t_per_capita,
       (coalesce(t.scope1_t, 0D) + coalesce(t.scope2_t, 0D)) / (c.gdp / 10000) AS t_per_10k_yuan,
       CAST(t.covered AS DOUBLE) / CAST(t.energy AS DOUBLE) AS coverage
FROM total t
LEFT JOIN chosen c ON c.region_code = t.region_code AND c.year = t.year
  AND c.factor_set = t.factor_set AND c.edition = t.edition
