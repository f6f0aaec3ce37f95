-- table: mart.carbon_footprint_by_factor_set
-- zh: 各因子集、各版次的碳足迹合计（用于比较，不可跨因子集或版次相加）
-- en: Carbon footprint totals by every factor set and every edition of a balance, to compare; never to be added over sets or editions
-- question: {zh: "换一套因子或换一个版次，合计差多少？", en: "How much does a total differ by factor set or edition?"}
-- method: docs/methods/footprint.md#factor-sets
-- key: [region_code, year, factor_set, edition]
-- columns:
--   - {name: region_code, type: string, zh: 地区代码, en: "Region (GB/T 2260)"}
--   - {name: region_name, type: string, zh: 地区, en: Region in Chinese}
--   - {name: year, type: int, zh: 年份, en: Year}
--   - {name: factor_set, type: string, zh: 因子集, en: Factor set}
--   - {name: is_default_set, type: boolean, zh: 是否默认因子集, en: Whether it is the default factor set}
--   - {name: edition, type: string, zh: 版次, en: Edition of the balance}
--   - {name: is_counted, type: boolean, zh: 是否采用的版次, en: Whether this edition counts for the region and year}
--   - {name: scope1_t, type: double, zh: "范围1：能源燃烧（吨二氧化碳当量）", en: "Scope 1, energy burnt in the region, tCO2e", null_when: "scope1_notation IS NOT NULL"}
--   - {name: scope1_co2_t, type: double, zh: "范围1中的二氧化碳（吨）", en: CO2 within scope 1 in t, null_when: "scope1_notation IS NOT NULL"}
--   - {name: scope1_notation, type: string, zh: "范围1的符号（NE 缺少必需的行）", en: NE where the balance lacks a row that scope 1 needs}
--   - {name: scope2_t, type: double, zh: "范围2：净外购电力和热力（吨，位置法，调出为负）", en: "Scope 2, net electricity and heat from outside, location-based, t; sent out counts negative", null_when: "scope2_notation IS NOT NULL"}
--   - {name: scope2_notation, type: string, zh: "范围2的符号（NE 缺少必需的行、列或因子）", en: "NE where the balance lacks a row or column that scope 2 needs, or no grid factor exists"}
--   - {name: total_t, type: double, zh: "范围1与范围2合计（吨二氧化碳当量）", en: "Scope 1 and 2 in tCO2e, only when both exist", null_when: "total_notation IS NOT NULL"}
--   - {name: total_notation, type: string, zh: 合计的符号, en: NE where a part of the total does not exist}
--   - {name: biogenic_co2_t, type: double, unit: t, basis: CO2, zh: "备忘项：生物质燃烧的二氧化碳（吨，不计入任何合计）", en: "Memo item: CO2 of biomass in t, outside every total", null_when: "biogenic_notation IS NOT NULL"}
--   - {name: biogenic_notation, type: string, zh: "备忘项的符号（NE 能源平衡表没有生物质）", en: "NE where the balance prints no biomass, or lacks a row that scope 1 needs"}
--   - {name: missing, type: string, zh: 缺少的部分, en: The parts that are missing}
--   - {name: not_estimated, type: string, zh: "范围1中未估算的品种（计入覆盖率）", en: "Fuels of scope 1 that are not estimated and lower the coverage, with their energy"}
--   - {name: coverage, type: double, zh: 范围1能源量中已估算的比例, en: Share of the scope 1 energy that is estimated, min: 0, max: 1}
--   - {name: origin, type: string, zh: "数据性质（computed 计算，estimated 估算，assumed 假设）", en: "How the figures came to be: computed, estimated or assumed"}
-- lineage:
--   total_t:
--     formula: scope1_t + scope2_t
--     terms:
--       scope1_t: {from: mart.carbon_footprint_by_factor_set, column: scope1_t, on: {region_code: region_code, year: year, factor_set: factor_set, edition: edition}, unit: tCO2e}
--       scope2_t: {from: mart.carbon_footprint_by_factor_set, column: scope2_t, on: {region_code: region_code, year: year, factor_set: factor_set, edition: edition}, unit: tCO2e}
--   scope1_t:
--     sum_of: {from: core.emission, column: co2e_t, on: {region_code: region_code, year: year, factor_set: factor_set, edition: edition}, where: scope = 1, unit: tCO2e}
--   scope1_co2_t:
--     sum_of: {from: core.emission, column: emission_t, on: {region_code: region_code, year: year, factor_set: factor_set, edition: edition}, where: scope = 1 AND gas = 'CO2', unit: t}
--   biogenic_co2_t:
--     sum_of: {from: core.emission, column: emission_t, on: {region_code: region_code, year: year, factor_set: factor_set, edition: edition}, where: "scope = 1 AND gas = 'CO2_biogenic'", unit: t}
--   scope2_t:
--     sum_of: {from: core.emission, column: co2e_t, on: {region_code: region_code, year: year, factor_set: factor_set, edition: edition}, where: scope = 2, unit: tCO2e}
WITH emission AS (
  SELECT e.*, CAST(e.co2e_t AS DECIMAL(38, 12)) AS exact_co2e_t,
         CASE WHEN e.scope = 1 AND e.gas = 'CO2' THEN CAST(e.energy_tce AS DECIMAL(38, 12)) END AS scope1_tce
  FROM core.emission e
),
unestimated AS (
  SELECT region_code, year, factor_set, edition, array_join(array_sort(collect_list(text)), ', ') AS not_estimated
  FROM (SELECT region_code, year, factor_set, edition,
               concat(fuel, ' (', coalesce(format_number(CAST(SUM(scope1_tce) AS DOUBLE), 0), '?'), ' tce)') AS text
        FROM emission WHERE scope = 1 AND gas = 'CO2' AND notation = 'NE' AND activity <> 0
        GROUP BY region_code, year, factor_set, edition, fuel
        UNION ALL
        SELECT DISTINCT e.region_code, e.year, e.factor_set, e.edition, 'row ' || p.part || ' is not printed'
        FROM emission e
        JOIN core.balance_part p ON p.region_code = e.region_code AND p.year = e.year AND p.edition = e.edition AND p.axis = 'row' AND p.status IN ('absent', 'NE', 'C')
        JOIN core.balance_row b ON b.row = p.part AND b.needed = 'named')
  GROUP BY region_code, year, factor_set, edition
),
total AS (
  SELECT region_code, year, factor_set, edition, is_counted,
         CAST(SUM(CASE WHEN scope = 1 THEN exact_co2e_t END) AS DOUBLE) AS scope1_t,
         CAST(SUM(CASE WHEN scope = 1 AND gas = 'CO2' THEN CAST(emission_t AS DECIMAL(38, 12)) END) AS DOUBLE) AS scope1_co2_t,
         CAST(SUM(CASE WHEN gas = 'CO2_biogenic' THEN CAST(emission_t AS DECIMAL(38, 12)) END) AS DOUBLE) AS biogenic_co2_t,
         CAST(SUM(CASE WHEN scope = 2 THEN exact_co2e_t END) AS DOUBLE) AS scope2_t,
         MAX(CASE WHEN scope = 2 AND notation = 'NE' AND activity <> 0 THEN 1 ELSE 0 END) AS scope2_unpriced,
         concat_ws(', ', array_sort(collect_set(CASE WHEN scope = 2 AND notation = 'NE' AND activity <> 0 THEN concat(fuel, CASE WHEN factor_match LIKE 'none: %' THEN concat(' (', substr(factor_match, 7), ')') ELSE '' END) END))) AS unpriced,
         SUM(scope1_tce) AS energy,
         SUM(CASE WHEN notation IS NULL OR notation = 'IE' THEN scope1_tce END) AS covered,
         element_at(array('assumed', 'estimated', 'computed'), CAST(MIN(array_position(array('assumed', 'estimated', 'computed'), origin)) AS INT)) AS origin
  FROM emission
  GROUP BY region_code, year, factor_set, edition, is_counted
),
-- A row that the table does not print, or prints as not estimated or confidential, leaves its scope unknown.
-- A nation has no provinces to move energy in from.
lacking AS (
  SELECT p.region_code, p.year, p.edition,
         array_join(array_sort(collect_set(CASE WHEN b.scope = 1 THEN p.part || CASE WHEN p.status = 'absent' THEN '' ELSE ' (' || p.status || ')' END END)), ', ') AS scope1_rows,
         array_join(array_sort(collect_set(CASE WHEN b.scope = 2 THEN p.part || CASE WHEN p.status = 'absent' THEN '' ELSE ' (' || p.status || ')' END END)), ', ') AS scope2_rows,
         MAX(CASE WHEN p.axis = 'column' THEN p.part END) AS scope2_column
  FROM core.balance_part p
  LEFT JOIN core.balance_row b ON p.axis = 'row' AND b.row = p.part AND b.needed IN ('all', 'part')
  LEFT JOIN core.region r ON r.region_code = p.region_code
  WHERE p.status IN ('absent', 'NE', 'C')
    AND ((p.axis = 'row' AND b.row IS NOT NULL AND (b.needed = 'all' OR coalesce(r.level, '') <> 'nation'))
         OR (p.axis = 'column' AND p.part = 'electricity'))
  GROUP BY p.region_code, p.year, p.edition
),
judged AS (
  SELECT t.*, u.not_estimated,
         CASE WHEN l.scope1_rows <> '' THEN 'scope 1: rows ' || l.scope1_rows || ' are not printed' END AS scope1_missing,
         CASE WHEN l.scope2_column IS NOT NULL THEN 'scope 2: column ' || l.scope2_column || ' is not printed'
              WHEN l.scope2_rows <> '' THEN 'scope 2: rows ' || l.scope2_rows || ' are not printed'
              WHEN t.scope2_unpriced = 1 THEN 'scope 2: no factor of ' || t.unpriced END AS scope2_missing
  FROM total t
  LEFT JOIN lacking l ON l.region_code = t.region_code AND l.year = t.year AND l.edition = t.edition
  LEFT JOIN unestimated u ON u.region_code = t.region_code AND u.year = t.year
    AND u.factor_set = t.factor_set AND u.edition = t.edition
),
final AS (
  SELECT j.region_code, j.year, j.factor_set, j.edition, j.is_counted, j.not_estimated, j.covered, j.energy, j.origin,
         scope1_missing, scope2_missing,
         CASE WHEN scope1_missing IS NULL THEN coalesce(scope1_t, 0D) END AS scope1_t,
         CASE WHEN scope1_missing IS NULL THEN coalesce(scope1_co2_t, 0D) END AS scope1_co2_t,
         CASE WHEN scope2_missing IS NULL THEN coalesce(scope2_t, 0D) END AS scope2_t,
         CASE WHEN scope1_missing IS NULL THEN biogenic_co2_t END AS biogenic_co2_t
  FROM judged j
)
SELECT f.region_code, r.zh AS region_name, f.year, f.factor_set, s.is_default AS is_default_set, f.edition, f.is_counted,
       f.scope1_t, f.scope1_co2_t, CASE WHEN f.scope1_missing IS NOT NULL THEN 'NE' END AS scope1_notation,
       f.scope2_t, CASE WHEN f.scope2_missing IS NOT NULL THEN 'NE' END AS scope2_notation,
       f.scope1_t + f.scope2_t AS total_t,
       CASE WHEN coalesce(f.scope1_missing, f.scope2_missing) IS NOT NULL THEN 'NE' END AS total_notation,
       f.biogenic_co2_t, CASE WHEN f.biogenic_co2_t IS NULL THEN 'NE' END AS biogenic_notation,
       nullif(concat_ws('; ', f.scope1_missing, f.scope2_missing), '') AS missing,
       f.not_estimated,
       coalesce(CAST(f.covered AS DOUBLE) / CAST(f.energy AS DOUBLE), CASE WHEN f.energy = 0 THEN 1D ELSE 0D END) AS coverage,
       f.origin
FROM final f
JOIN core.factor_set s ON s.factor_set = f.factor_set
LEFT JOIN core.region r ON r.region_code = f.region_code
