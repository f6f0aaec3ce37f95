-- table: mart.energy_structure
-- zh: 能源消费结构：地区、年份、能源组、口径各一行（采用的版次）
-- en: Structure of energy consumption by region, year, group of fuels and basis, of the edition of the balance that counts
-- question: {zh: "能源消费中煤、油、气、电各占多少？", en: "What shares do coal, oil, gas and electricity have in energy consumption?"}
-- method: docs/methods/footprint.md#energy-and-coverage
-- key: [region_code, year, edition, basis, fuel_group]
-- columns:
--   - {name: region_code, type: string, zh: 地区代码, en: "Region (GB/T 2260)"}
--   - {name: region_name, type: string, zh: 地区, en: Region in Chinese}
--   - {name: year, type: int, zh: 年份, en: Year}
--   - {name: fuel_group, type: string, zh: 能源组, en: "Group of fuels: coal, oil, gas, electricity, heat, other"}
--   - {name: fuel_group_zh, type: string, zh: 能源组名称, en: Group in Chinese}
--   - {name: energy_tce, type: double, zh: "消费量（吨标准煤；电力、热力为净外购与一次电力）", en: "Consumption in t of standard coal; electricity and heat without what is made from the fuels above", null_when: notation IS NOT NULL}
--   - {name: share, type: double, zh: 占合计的比例, en: Share of the total, min: 0, max: 1, null_when: share_notation IS NOT NULL}
--   - {name: notation, type: string, zh: 消费量的符号（NE 缺少必需的部分）, en: NE where a part of the consumption is not printed or has no coefficient}
--   - {name: share_notation, type: string, zh: 比例的符号, en: "NE where the groups do not form a whole: a part is missing, or a group is sent out net"}
--   - {name: missing, type: string, zh: 缺少的部分, en: The parts that are missing}
--   - {name: summed_from, type: string, zh: "终端消费取自（final_total 印出的合计，sectors 各部门相加）", en: "Where final consumption is from: final_total as printed, or sectors added up"}
--   - {name: final_tce, type: double, zh: "终端消费量（吨标准煤）", en: "Final consumption in t of standard coal, without gas that carries the energy of coke", null_when: final_notation IS NOT NULL}
--   - {name: final_share, type: double, zh: 占终端消费的比例, en: Share of final consumption, min: 0, max: 1, null_when: final_notation IS NOT NULL}
--   - {name: final_notation, type: string, zh: 终端消费的符号, en: NE where sectors are missing or electricity has no coefficient}
--   - {name: basis, type: string, zh: "口径（calorific 当量，coal_equivalent 等价）", en: "calorific, or coal_equivalent where electricity counts with the coal burnt to generate it; two conversions of the same energy, never to be added"}
--   - {name: conversion_value, type: double, unit: kgce/kWh, zh: 电力折标系数（kgce/kWh）, en: kgce per kWh of electricity that was applied, null_when: "conversion_source LIKE 'none: %'"}
--   - {name: conversion_year, type: int, zh: 该系数的年份, en: Year of that coefficient; null for the calorific value, null_when: "basis = 'calorific' OR conversion_source LIKE 'none: %'"}
--   - {name: conversion_source, type: string, zh: 该系数的来源, en: Where that coefficient is from}
--   - {name: edition, type: string, zh: 版次, en: Edition of the balance}
--   - {name: origin, type: string, zh: "数据性质（computed 计算，estimated 估算，assumed 假设）", en: "How the figures came to be: computed, estimated or assumed"}
WITH printed AS (
  SELECT region_code, year, edition, indicator,
         MAX(CASE WHEN part = 'final_total' AND status <> 'absent' THEN 1 ELSE 0 END) AS has_final,
         MAX(CASE WHEN part = 'transformation_total' AND status <> 'absent' THEN 1 ELSE 0 END) AS has_transformation,
         array_sort(collect_set(CASE WHEN status = 'absent' AND part IN ('agriculture', 'industry', 'construction', 'transport', 'trade_catering', 'residential', 'other') THEN part END)) AS no_sector,
         array_sort(collect_set(CASE WHEN status = 'absent' AND part IN ('thermal_power', 'heat_supply', 'coal_washing', 'coking', 'refining', 'gas_making', 'briquette_making') THEN part END)) AS no_transformation,
         array_sort(collect_set(CASE WHEN status = 'absent' AND part IN ('loss', 'recovery') THEN part END)) AS no_other
  FROM core.balance_part WHERE is_counted AND axis = 'row'
  GROUP BY region_code, year, edition, indicator
),
judged AS (
  SELECT *, CASE WHEN has_final = 0 AND size(no_sector) > 0 THEN 'rows ' || array_join(no_sector, ', ') END AS final_missing,
         nullif(array_join(concat(CASE WHEN has_final = 1 THEN array() ELSE no_sector END,
                                  CASE WHEN has_transformation = 1 THEN array() ELSE no_transformation END, no_other), ', '), '') AS rows_missing
  FROM printed
),
-- Gas of furnaces carries the energy of the coke that is consumed beside it.
consumption AS (
  SELECT o.region_code, o.year, o.edition, o.indicator, o.basis AS printed_basis, f.fuel, f.group AS fuel_group, f.group_zh AS fuel_group_zh,
         o.canonical_unit, j.has_final, j.final_missing, j.rows_missing,
         SUM(CASE WHEN o.sector = 'final_total' AND j.has_final = 1 OR j.has_final = 0 AND r.treatment = 'burnt' AND r.sector_group <> 'energy_industries'
                  THEN CAST(o.canonical_value AS DECIMAL(38, 12)) ELSE 0 END) AS final,
         SUM(CASE WHEN o.sector = 'loss' THEN CAST(o.canonical_value AS DECIMAL(38, 12))
                  WHEN o.sector = 'recovery' THEN -CAST(o.canonical_value AS DECIMAL(38, 12))
                  WHEN o.sector = 'transformation_total' AND j.has_transformation = 1
                    OR j.has_transformation = 0 AND r.keep <> 'either' AND (r.treatment IN ('transformed', 'gasified') OR o.sector IN ('thermal_power', 'heat_supply'))
                  THEN -CAST(o.canonical_value AS DECIMAL(38, 12))
                  WHEN j.has_transformation = 0 AND r.keep = 'either' THEN abs(CAST(o.canonical_value AS DECIMAL(38, 12)))
                  ELSE 0 END) AS around,
         MIN(array_position(array('assumed', 'estimated', 'computed', 'printed'), o.origin)) AS origin_rank
  FROM core.observation o
  JOIN judged j ON j.region_code = o.region_code AND j.year = o.year AND j.edition = o.edition AND j.indicator = o.indicator
  JOIN core.fuel f ON f.fuel = o.item AND f.role <> 'aggregate'
  JOIN core.balance_row r ON r.row = o.sector
  LEFT JOIN core.carbon_rule c ON c.fuel = o.item AND c.rule = 'derived' AND c.part = 'all'
  WHERE c.fuel IS NULL
  GROUP BY o.region_code, o.year, o.edition, o.indicator, o.basis, f.fuel, f.group, f.group_zh, o.canonical_unit, j.has_final, j.final_missing, j.rows_missing
),
coefficient AS (
  SELECT c.fuel, c.tce_per_unit FROM core.energy_coefficient c
  JOIN core.factor_set s ON s.factor_set = c.factor_set AND s.is_default
  WHERE c.basis IN ('equivalent', 'embodied')
),
calorific AS (
  SELECT tce_per_unit * 1000 AS kgce_per_kwh FROM coefficient WHERE fuel = 'electricity'
),
-- A balance that prints the total of all energy on both bases implies the coal consumption of its year.
implied AS (
  SELECT t.region_code, t.year, k.kgce_per_kwh * (1 + (t.equivalent - t.calorific) / t.electricity) AS kgce_per_kwh, t.edition
  FROM (SELECT region_code, year, edition,
               MAX(CASE WHEN item = 'energy_total' AND basis = 'coal_equivalent' THEN canonical_value END) AS equivalent,
               MAX(CASE WHEN item = 'energy_total' AND basis = 'calorific' THEN canonical_value END) AS calorific,
               MAX(CASE WHEN item = 'electricity' THEN canonical_value END) AS electricity
        FROM core.observation WHERE indicator = 'energy_balance_tce' AND sector = 'final_total'
        GROUP BY region_code, year, edition) t
  CROSS JOIN calorific k
  WHERE t.electricity > 0 AND t.equivalent > t.calorific
),
conversion AS (
  SELECT region_code, year, kgce_per_kwh, preference * 2 AS preference, series || ': ' || source AS source FROM core.electricity_conversion WHERE preference IS NOT NULL
  UNION ALL
  SELECT region_code, year, kgce_per_kwh, 3, 'implied by the totals of ' || edition FROM implied
),
-- The region's own figure of the year, else the nation's; another year is never used.
chosen AS (
  SELECT * FROM (
    SELECT j.region_code, j.year, c.kgce_per_kwh, c.year AS conversion_year, c.source,
           ROW_NUMBER() OVER (PARTITION BY j.region_code, j.year ORDER BY c.region_code <> j.region_code, c.preference, c.source) AS choice
    FROM (SELECT DISTINCT region_code, year FROM judged) j
    JOIN conversion c ON c.year = j.year AND c.region_code IN (j.region_code, '100000'))
  WHERE choice = 1
),
converted AS (
  SELECT q.*, b.basis, k.kgce_per_kwh AS calorific_value,
         CASE WHEN b.basis = 'calorific' THEN k.kgce_per_kwh ELSE h.kgce_per_kwh END AS conversion_value,
         CASE WHEN b.basis = 'coal_equivalent' THEN h.conversion_year END AS conversion_year,
         CASE WHEN b.basis = 'calorific' THEN 'calorific value' ELSE h.source END AS conversion_source,
         CASE WHEN q.canonical_unit = 'tce' THEN 1D ELSE c.tce_per_unit END AS tce_per_unit
  FROM consumption q
  CROSS JOIN (VALUES ('calorific'), ('coal_equivalent')) AS b(basis)
  CROSS JOIN calorific k
  LEFT JOIN chosen h ON h.region_code = q.region_code AND h.year = q.year
  LEFT JOIN coefficient c ON c.fuel = q.fuel
  WHERE q.indicator = 'energy_balance' OR coalesce(q.printed_basis, 'calorific') = 'calorific' OR b.basis = q.printed_basis
),
priced AS (
  SELECT *, tce_per_unit * CASE WHEN fuel = 'electricity' AND (indicator = 'energy_balance' OR coalesce(printed_basis, 'calorific') = 'calorific')
                                THEN conversion_value / calorific_value ELSE 1D END AS factor
  FROM converted
),
grouped AS (
  SELECT region_code, year, edition, basis, fuel_group, fuel_group_zh, has_final, final_missing, rows_missing,
         SUM(CAST(CAST(final + around AS DOUBLE) * factor AS DECIMAL(38, 12))) AS tce,
         SUM(CAST(CAST(final AS DOUBLE) * factor AS DECIMAL(38, 12))) AS final_tce,
         array_sort(collect_set(CASE WHEN factor IS NULL THEN fuel END)) AS unpriced,
         MAX(conversion_value) AS conversion_value, MAX(conversion_year) AS conversion_year, MAX(conversion_source) AS conversion_source,
         MIN(origin_rank) AS origin_rank
  FROM priced GROUP BY region_code, year, edition, basis, fuel_group, fuel_group_zh, has_final, final_missing, rows_missing
),
-- Flows that cancel but for the differences that a table leaves open are zero: less than half of the last digit of a share of four.
rounded AS (
  SELECT *, CASE WHEN abs(tce) < SUM(abs(tce)) OVER same / 20000 THEN CAST(0 AS DECIMAL(38, 12)) ELSE tce END AS net_tce,
         nullif(array_join(array_distinct(flatten(collect_list(unpriced) OVER same)), ', '), '') AS no_factor
  FROM grouped
  WINDOW same AS (PARTITION BY region_code, year, edition, basis)
),
noted AS (
  SELECT *, CAST(SUM(net_tce) OVER same AS DOUBLE) AS total, MIN(net_tce) OVER same AS smallest,
         CAST(SUM(final_tce) OVER same AS DOUBLE) AS final_total,
         CASE WHEN size(unpriced) > 0 THEN 'coefficient of ' || array_join(unpriced, ', ') END AS own_missing,
         CASE WHEN no_factor IS NOT NULL THEN 'coefficient of ' || no_factor || CASE WHEN basis = 'coal_equivalent' THEN ' in ' || year ELSE '' END END AS factor_missing
  FROM rounded
  WINDOW same AS (PARTITION BY region_code, year, edition, basis)
)
SELECT n.region_code, r.zh AS region_name, n.year, n.fuel_group, n.fuel_group_zh,
       CASE WHEN rows_missing IS NULL AND own_missing IS NULL THEN CAST(net_tce AS DOUBLE) END AS energy_tce,
       CASE WHEN rows_missing IS NULL AND factor_missing IS NULL AND smallest >= 0 AND total > 0 THEN CAST(net_tce AS DOUBLE) / total END AS share,
       CASE WHEN rows_missing IS NOT NULL OR own_missing IS NOT NULL THEN 'NE' END AS notation,
       CASE WHEN NOT (rows_missing IS NULL AND factor_missing IS NULL AND smallest >= 0 AND total > 0) THEN 'NE' END AS share_notation,
       nullif(concat_ws('; ', CASE WHEN rows_missing IS NOT NULL THEN 'rows ' || rows_missing END, factor_missing,
                        CASE WHEN rows_missing IS NULL AND factor_missing IS NULL AND smallest < 0 THEN 'shares: a group is sent out net, so the groups form no whole' END), '') AS missing,
       CASE WHEN final_missing IS NULL THEN CASE WHEN has_final = 1 THEN 'final_total' ELSE 'sectors' END END AS summed_from,
       CASE WHEN final_missing IS NULL AND factor_missing IS NULL THEN CAST(final_tce AS DOUBLE) END AS final_tce,
       CASE WHEN final_missing IS NULL AND factor_missing IS NULL AND final_total <> 0 THEN CAST(final_tce AS DOUBLE) / final_total END AS final_share,
       CASE WHEN final_missing IS NOT NULL OR factor_missing IS NOT NULL OR final_total = 0 THEN 'NE' END AS final_notation,
       n.basis, round(n.conversion_value, 6) AS conversion_value, n.conversion_year,
       coalesce(n.conversion_source, 'none: no coal consumption of generation of ' || n.year) AS conversion_source,
       n.edition,
       element_at(array('assumed', 'estimated', 'computed', 'computed'), CAST(n.origin_rank AS INT)) AS origin
FROM noted n
LEFT JOIN core.region r ON r.region_code = n.region_code
