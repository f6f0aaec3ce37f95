-- table: mart.energy_structure
-- zh: 能源消费结构：地区、年份、版次、能源组、口径各一行
-- en: Structure of energy consumption by region, year, edition, group of fuels and basis
-- question: {zh: "能源消费中煤、油、气、电各占多少？", en: "What shares do coal, oil, gas and electricity have in energy consumption?"}
-- key: [region_code, year, edition, basis, fuel_group]
-- columns:
--   - {name: region_code, type: string, zh: 地区代码, en: "Region (GB/T 2260)"}
--   - {name: region_name, type: string, zh: 地区, en: Region in Chinese}
--   - {name: year, type: int, zh: 年份, en: Year}
--   - {name: fuel_group, type: string, zh: 能源组, en: "Group of fuels: coal, oil, gas, electricity, heat, other"}
--   - {name: fuel_group_zh, type: string, zh: 能源组名称, en: Group in Chinese}
--   - {name: energy_tce, type: double, zh: "消费量（吨标准煤；电力、热力为净外购与一次电力）", en: "Consumption in t of standard coal; electricity and heat without what is made from the fuels above"}
--   - {name: share, type: double, zh: 占合计的比例, en: Share of the total}
--   - {name: basis, type: string, zh: "口径（calorific 当量，coal_equivalent 等价）", en: "calorific, or coal_equivalent where electricity counts with the coal burnt to generate it"}
--   - {name: edition, type: string, zh: 版次, en: Edition of the balance}
WITH balance AS (
  SELECT *, MIN(indicator_rank) OVER (PARTITION BY region_code, year, edition) AS counted
  FROM core.observation WHERE indicator IN ('energy_balance', 'energy_balance_tce')
),
-- What a group takes out of the region: final consumption and losses, less what transformation gives.
consumption AS (
  SELECT o.region_code, o.year, o.edition, f.fuel, f.group AS fuel_group, f.group_zh AS fuel_group_zh,
         o.canonical_unit, o.indicator, o.basis AS printed_basis,
         SUM(CAST(CASE WHEN o.sector = 'transformation_total' THEN -o.canonical_value ELSE o.canonical_value END AS DECIMAL(38, 12))) AS quantity
  FROM balance o
  JOIN core.fuel f ON f.fuel = o.item AND f.role <> 'aggregate'
  WHERE o.indicator_rank = o.counted AND o.sector IN ('final_total', 'loss', 'transformation_total')
  GROUP BY o.region_code, o.year, o.edition, f.fuel, f.group, f.group_zh, o.canonical_unit, o.indicator, o.basis
),
coefficient AS (
  SELECT c.* FROM core.energy_coefficient c JOIN core.factor_set s ON s.factor_set = c.factor_set AND s.is_default
),
tce AS (
  SELECT q.*, b.basis,
         CAST(CAST(q.quantity AS DOUBLE)
              * CASE WHEN q.indicator = 'energy_balance_tce' THEN 1D
                     ELSE coalesce(c.tce_per_unit, d.tce_per_unit) END AS DECIMAL(38, 12)) AS tce
  FROM consumption q
  CROSS JOIN (VALUES ('calorific', 'equivalent'), ('coal_equivalent', 'coal_consumption')) AS b(basis, coefficient_basis)
  LEFT JOIN coefficient c ON c.fuel = q.fuel AND c.basis = b.coefficient_basis
  LEFT JOIN coefficient d ON d.fuel = q.fuel AND d.basis IN ('equivalent', 'embodied')
  -- A balance in standard coal is printed on one basis and says nothing of the other.
  WHERE q.indicator = 'energy_balance' OR b.basis = q.printed_basis
),
grouped AS (
  SELECT region_code, year, edition, basis, fuel_group, fuel_group_zh, SUM(tce) AS tce
  FROM tce GROUP BY region_code, year, edition, basis, fuel_group, fuel_group_zh
)
SELECT g.region_code, r.zh AS region_name, g.year, g.fuel_group, g.fuel_group_zh,
       CAST(g.tce AS DOUBLE) AS energy_tce,
       CAST(g.tce AS DOUBLE) / CAST(SUM(g.tce) OVER (PARTITION BY g.region_code, g.year, g.edition, g.basis) AS DOUBLE) AS share,
       g.basis, g.edition
FROM grouped g
LEFT JOIN core.region r ON r.region_code = g.region_code
