-- table: mart.scope2_range
-- zh: 范围2的区间：每个可用的电网因子一行（用于比较，不可相加）
-- en: What scope 2 is by each grid factor that could be argued for, one row per factor, to compare; never to be added
-- question: {zh: "换一个电网因子，外购或调出电力的排放是多少？", en: "What would the electricity that a region buys or sends out be by another grid factor?"}
-- method: docs/methods/footprint.md#scope-2-electricity-and-heat-from-outside
-- key: [region_code, year, factor_id]
-- columns:
--   - {name: region_code, type: string, zh: 地区代码, en: "Region (GB/T 2260)"}
--   - {name: region_name, type: string, zh: 地区, en: Region in Chinese}
--   - {name: year, type: int, zh: 年份, en: Year of the electricity}
--   - {name: net_electricity_kwh, type: double, zh: "净外购电量（千瓦时，调出为负）", en: "Electricity bought less sent out, kWh"}
--   - {name: factor_value, type: double, zh: 因子, en: Grid factor, min: 0}
--   - {name: factor_unit, type: string, zh: 因子单位, en: Its unit}
--   - {name: factor_area, type: string, zh: 因子区域, en: Area of the factor}
--   - {name: factor_year, type: int, zh: 因子年份, en: Year of the factor}
--   - {name: factor_series, type: string, zh: 因子系列, en: "Series of the factor: average, or the provincial guideline's of 2005"}
--   - {name: factor_id, type: string, zh: 因子编号, en: Factor (core.grid_factor)}
--   - {name: is_chosen, type: boolean, zh: 是否采用, en: Whether the footprint uses this factor}
--   - {name: electricity_t, type: double, zh: 净外购电力的排放（吨二氧化碳）, en: Emission of the net electricity in tCO2}
--   - {name: heat_t, type: double, zh: 净外购热力的排放（吨二氧化碳）, en: Emission of the net heat in tCO2}
--   - {name: scope2_t, type: double, zh: 范围2（吨二氧化碳）, en: Scope 2 by this factor in tCO2}
--   - {name: source, type: string, zh: 因子来源, en: Source of the factor}
--   - {name: origin, type: string, zh: "数据性质（computed 计算，estimated 估算，assumed 假设）", en: "How the figures came to be: computed, estimated or assumed"}
WITH traded AS (
  SELECT e.region_code, e.year, e.factor_set,
         SUM(CASE WHEN e.fuel = 'electricity' THEN CAST(CASE WHEN e.activity_unit = 'kWh' THEN e.activity ELSE e.activity * 1000 / e.kgce_per_kwh END AS DECIMAL(38, 12)) END) AS kwh,
         MAX(CASE WHEN e.fuel = 'electricity' AND e.activity_unit <> 'kWh' AND e.kgce_per_kwh IS NULL THEN 1 ELSE 0 END) AS other_unit,
         CAST(SUM(CASE WHEN e.fuel = 'heat' THEN CAST(e.emission_t AS DECIMAL(38, 12)) END) AS DOUBLE) AS heat_t,
         element_at(array('assumed', 'estimated', 'computed'), CAST(MIN(array_position(array('assumed', 'estimated', 'computed'), e.origin)) AS INT)) AS origin
  FROM core.emission e
  JOIN core.factor_set s ON s.factor_set = e.factor_set AND s.is_default
  WHERE e.scope = 2 AND e.gas = 'CO2' AND e.is_counted
  GROUP BY e.region_code, e.year, e.factor_set
)
SELECT t.region_code, r.zh AS region_name, t.year,
       CAST(t.kwh AS DOUBLE) AS net_electricity_kwh,
       g.factor_value, 'kgCO2/kWh' AS factor_unit, g.factor_area, g.factor_year, g.factor_series, g.factor_id, g.is_chosen,
       CAST(t.kwh AS DOUBLE) * g.factor_value / 1000 AS electricity_t,
       coalesce(t.heat_t, 0D) AS heat_t,
       CAST(t.kwh AS DOUBLE) * g.factor_value / 1000 + coalesce(t.heat_t, 0D) AS scope2_t,
       g.source, t.origin
FROM traded t
JOIN mart.carbon_footprint_by_factor_set c ON c.region_code = t.region_code AND c.year = t.year
  AND c.factor_set = t.factor_set AND c.is_counted AND c.scope2_notation IS NULL
JOIN core.grid_choice g ON g.factor_set = t.factor_set AND g.region_code = t.region_code AND g.year = t.year
LEFT JOIN core.region r ON r.region_code = t.region_code
WHERE t.kwh IS NOT NULL AND t.other_unit = 0
