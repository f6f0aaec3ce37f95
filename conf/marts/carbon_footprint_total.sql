-- table: mart.carbon_footprint_total
-- zh: 碳足迹合计：地区、年份各一行（默认因子集、采用的版次）
-- en: Carbon footprint totals by region and year, by the default factor set and the edition of the balance that counts
-- question: {zh: "某地某年一共排放了多少，估算覆盖了多少？", en: "How much did a region emit in a year, and how much of its energy does the estimate cover?"}
-- method: docs/methods/footprint.md#which-totals-exist
-- key: [region_code, year, factor_set, edition]
-- columns:
--   - {name: region_code, type: string, zh: 地区代码, en: "Region (GB/T 2260)"}
--   - {name: region_name, type: string, zh: 地区, en: Region in Chinese}
--   - {name: year, type: int, zh: 年份, en: Year}
--   - {name: factor_set, type: string, zh: 因子集, en: Factor set}
--   - {name: edition, type: string, zh: 版次, en: Edition of the balance}
--   - {name: scope1_t, type: double, zh: "范围1：能源燃烧（吨二氧化碳当量）", en: "Scope 1, energy burnt in the region, tCO2e", null_when: scope1_notation IS NOT NULL}
--   - {name: scope1_co2_t, type: double, zh: "范围1中的二氧化碳（吨）", en: CO2 within scope 1 in t, null_when: "scope1_notation IS NOT NULL"}
--   - {name: scope1_notation, type: string, zh: "范围1的符号（NE 缺少必需的行）", en: NE where the balance lacks a row that scope 1 needs}
--   - {name: scope2_t, type: double, zh: "范围2：净外购电力和热力（吨，位置法，调出为负）", en: "Scope 2, net electricity and heat from outside, location-based, t; sent out counts negative", null_when: scope2_notation IS NOT NULL, holds: scope2_low_t <= scope2_t AND scope2_t <= scope2_high_t}
--   - {name: scope2_low_t, type: double, zh: "范围2的最低值（可用电网因子中）", en: Lowest scope 2 by the grid factors that could be argued for (mart.scope2_range), null_when: "scope2_notation IS NOT NULL"}
--   - {name: scope2_high_t, type: double, zh: "范围2的最高值（可用电网因子中）", en: Highest scope 2 by the grid factors that could be argued for, null_when: "scope2_notation IS NOT NULL"}
--   - {name: scope2_notation, type: string, zh: "范围2的符号（NE 缺少必需的行、列或因子）", en: "NE where the balance lacks a row or column that scope 2 needs, or no grid factor exists"}
--   - {name: total_t, type: double, zh: "范围1与范围2合计（吨二氧化碳当量）", en: "Scope 1 and 2 in tCO2e, only when both exist", null_when: total_notation IS NOT NULL}
--   - {name: total_notation, type: string, zh: 合计的符号, en: NE where a part of the total does not exist}
--   - {name: biogenic_co2_t, type: double, unit: t, basis: CO2, zh: "备忘项：生物质燃烧的二氧化碳（吨，不计入任何合计）", en: "Memo item: CO2 of biomass in t, outside every total", null_when: "biogenic_notation IS NOT NULL"}
--   - {name: biogenic_notation, type: string, zh: "备忘项的符号（NE 能源平衡表没有生物质）", en: "NE where the balance prints no biomass, or lacks a row that scope 1 needs"}
--   - {name: missing, type: string, zh: 缺少的部分, en: The parts that are missing}
--   - {name: not_estimated, type: string, zh: "范围1中未估算的品种（计入覆盖率）", en: "Fuels of scope 1 that are not estimated and lower the coverage, with their energy"}
--   - {name: coverage, type: double, zh: 范围1能源量中已估算的比例, en: Share of the scope 1 energy that is estimated, min: 0, max: 1}
--   - {name: population, type: double, zh: 人口（人）, en: Population in persons, null_when: "missing LIKE '%population: no figure%'", min: 0}
--   - {name: population_source, type: string, zh: 人口来源, en: Edition that the population is from}
--   - {name: gdp, type: double, zh: "地区生产总值（元，当年价）", en: GDP in yuan at current prices, null_when: "missing LIKE '%gdp: no figure%'", min: 0}
--   - {name: gdp_source, type: string, zh: 地区生产总值来源, en: Edition that the GDP is from}
--   - {name: price_basis, type: string, zh: "货币量的价格口径（current 当年价）", en: "Prices of gdp and t_per_10k_yuan: current"}
--   - {name: scope1_t_per_capita, type: double, zh: "人均范围1排放（吨/人）", en: tCO2e of scope 1 per person, null_when: "scope1_notation IS NOT NULL OR missing LIKE '%population: no figure%'"}
--   - {name: t_per_capita, type: double, zh: 人均排放（吨/人）, en: tCO2e per person, null_when: t_per_capita_notation IS NOT NULL}
--   - {name: t_per_capita_notation, type: string, zh: 人均排放的符号, en: NE where the total or the population does not exist}
--   - {name: t_per_10k_yuan, type: double, zh: 单位GDP排放（吨/万元）, en: tCO2e per 10000 yuan of GDP, null_when: t_per_10k_yuan_notation IS NOT NULL}
--   - {name: t_per_10k_yuan_notation, type: string, zh: 单位GDP排放的符号, en: NE where the total or the GDP does not exist}
--   - {name: factor_area, type: string, zh: 电网因子区域, en: Area of the grid factor}
--   - {name: factor_year, type: int, zh: 电网因子年份, en: Year of the grid factor, null_when: "factor_id IS NULL"}
--   - {name: factor_value, type: double, unit: kg/kWh, basis: CO2, zh: 电网因子（kgCO2/kWh）, en: Grid factor in kgCO2 per kWh, null_when: "factor_id IS NULL", min: 0}
--   - {name: factor_id, type: string, zh: 电网因子编号, en: Grid factor (core.grid_factor)}
--   - {name: factor_break, type: boolean, zh: 电网因子是否与上一年换了区域（断点）, en: "Whether the grid factor is of another area than that of the year before, so that the two do not compare"}
--   - {name: origin, type: string, zh: "数据性质（computed 计算，estimated 估算，assumed 假设）", en: "How the figures came to be: computed, estimated or assumed"}
-- lineage:
--   total_t:
--     formula: scope1_t + scope2_t
--     terms:
--       scope1_t: {from: mart.carbon_footprint_total, column: scope1_t, on: {region_code: region_code, year: year}, unit: tCO2e}
--       scope2_t: {from: mart.carbon_footprint_total, column: scope2_t, on: {region_code: region_code, year: year}, unit: tCO2e}
--   scope1_t:
--     sum_of: {from: core.emission, column: co2e_t, on: {region_code: region_code, year: year, factor_set: factor_set, edition: edition}, where: scope = 1, unit: tCO2e}
--   scope1_co2_t:
--     sum_of: {from: core.emission, column: emission_t, on: {region_code: region_code, year: year, factor_set: factor_set, edition: edition}, where: "scope = 1 AND gas = 'CO2'", unit: t}
--   biogenic_co2_t:
--     sum_of: {from: core.emission, column: emission_t, on: {region_code: region_code, year: year, factor_set: factor_set, edition: edition}, where: "scope = 1 AND gas = 'CO2_biogenic'", unit: t}
--   scope2_t:
--     sum_of: {from: core.emission, column: co2e_t, on: {region_code: region_code, year: year, factor_set: factor_set, edition: edition}, where: scope = 2, unit: tCO2e}
--   t_per_capita:
--     formula: total_t / population
--     terms:
--       total_t: {from: mart.carbon_footprint_total, column: total_t, on: {region_code: region_code, year: year}, unit: tCO2e}
--       population: {unit: persons}
--   scope1_t_per_capita:
--     formula: scope1_t / population
--     terms:
--       scope1_t: {from: mart.carbon_footprint_total, column: scope1_t, on: {region_code: region_code, year: year}, unit: tCO2e}
--       population: {unit: persons}
--   t_per_10k_yuan:
--     formula: total_t / (gdp / 10000)
--     terms:
--       total_t: {from: mart.carbon_footprint_total, column: total_t, on: {region_code: region_code, year: year}, unit: tCO2e}
--       gdp: {unit: yuan}
WITH total AS (
  SELECT * FROM mart.carbon_footprint_by_factor_set WHERE is_default_set AND is_counted
),
-- Of several editions the one that conf/priorities.csv ranks first counts; the choice stands beside the figure.
context AS (
  SELECT region_code, year, indicator, canonical_value, edition, origin,
         ROW_NUMBER() OVER (PARTITION BY region_code, year, indicator ORDER BY edition_rank, edition, observation_id) AS choice
  FROM core.observation
  WHERE (indicator = 'population' OR (indicator = 'gdp' AND basis = 'current'))
    AND sector IS NULL AND item IS NULL
),
chosen AS (
  SELECT region_code, year,
         MAX(CASE WHEN indicator = 'population' THEN canonical_value END) AS population,
         MAX(CASE WHEN indicator = 'population' THEN edition END) AS population_source,
         MAX(CASE WHEN indicator = 'gdp' THEN canonical_value END) AS gdp,
         MAX(CASE WHEN indicator = 'gdp' THEN edition END) AS gdp_source
  FROM context WHERE choice = 1
  GROUP BY region_code, year
),
grid AS (
  SELECT g.region_code, g.year, g.factor_area, g.factor_year, g.factor_value, g.factor_id, g.is_break
  FROM core.grid_choice g
  JOIN core.factor_set s ON s.factor_set = g.factor_set AND s.is_default
  WHERE g.is_chosen
),
range AS (
  SELECT region_code, year, MIN(scope2_t) AS low, MAX(scope2_t) AS high
  FROM mart.scope2_range GROUP BY region_code, year
)
SELECT t.region_code, t.region_name, t.year, t.factor_set, t.edition,
       t.scope1_t, t.scope1_co2_t, t.scope1_notation,
       t.scope2_t, least(n.low, t.scope2_t) AS scope2_low_t, greatest(n.high, t.scope2_t) AS scope2_high_t, t.scope2_notation,
       t.total_t, t.total_notation, t.biogenic_co2_t, t.biogenic_notation,
       nullif(concat_ws('; ', t.missing,
                        CASE WHEN c.population IS NULL THEN 'population: no figure of the year' END,
                        CASE WHEN c.gdp IS NULL THEN 'gdp: no figure of the year' END), '') AS missing,
       t.not_estimated, t.coverage,
       c.population, c.population_source, c.gdp, c.gdp_source, 'current' AS price_basis,
       t.scope1_t / c.population AS scope1_t_per_capita,
       t.total_t / c.population AS t_per_capita,
       CASE WHEN t.total_t IS NULL OR c.population IS NULL THEN 'NE' END AS t_per_capita_notation,
       t.total_t / (c.gdp / 10000) AS t_per_10k_yuan,
       CASE WHEN t.total_t IS NULL OR c.gdp IS NULL THEN 'NE' END AS t_per_10k_yuan_notation,
       g.factor_area, g.factor_year, g.factor_value, g.factor_id, g.is_break AS factor_break,
       t.origin
FROM total t
LEFT JOIN chosen c ON c.region_code = t.region_code AND c.year = t.year
LEFT JOIN grid g ON g.region_code = t.region_code AND g.year = t.year
LEFT JOIN range n ON n.region_code = t.region_code AND n.year = t.year
