-- table: mart.triangulation
-- zh: 多来源对照：同一地区、年份的自算、公布清单、研究所称并列，化为同一口径的差异与原因
-- en: Own estimate, published inventories and claims of a study side by side, with their difference from the own estimate and its reason
-- question: {zh: "自算的排放与公布的清单、研究的说法差多少，为什么？", en: "How far are published inventories and claims from the own estimate, and why?"}
-- method: docs/methods/footprint.md#several-estimates-side-by-side
-- key: [region_code, year, estimate, source]
-- columns:
--   - {name: region_code, type: string, zh: 地区代码, en: "Region (GB/T 2260)"}
--   - {name: region_name, type: string, zh: 地区, en: Region in Chinese}
--   - {name: year, type: int, zh: 年份, en: Year}
--   - {name: estimate, type: string, zh: "估计（own_scope1 自算范围1，own_scope1_and_2 自算范围1和2，published_inventory 公布清单，study_high_energy 研究所称高耗能行业）", en: "own_scope1, own_scope1_and_2, published_inventory, or study_high_energy: the high-energy industries of a study"}
--   - {name: estimate_zh, type: string, zh: 估计的中文名, en: Estimate in Chinese}
--   - {name: source, type: string, zh: 来源, en: Edition of the balance or of the publication}
--   - {name: basis, type: string, zh: 口径, en: What the stated figure holds}
--   - {name: stated_t, type: double, zh: 所称的排放（吨二氧化碳）, en: "The figure as stated, t CO2 (own scope 1 and 2: t CO2e)", null_when: notation IS NOT NULL}
--   - {name: own_t, type: double, zh: 同口径可比的自算范围1（吨二氧化碳）, en: "Own CO2 of energy burnt in the region, t: the one basis that all are compared with"}
--   - {name: difference_t, type: double, zh: 与自算之差（吨）, en: Stated less own}
--   - {name: ratio, type: double, zh: 与自算之比, en: Stated over own}
--   - {name: known_basis_t, type: double, zh: 差异中口径不同的已知部分（吨）, en: "Part of the difference that is known to be one of basis: scope 2, CH4 and N2O"}
--   - {name: unexplained_t, type: double, zh: 其余差异（吨）, en: "The rest: factors, activity data, and parts of the basis that the source does not separate"}
--   - {name: reason, type: string, zh: 差异原因, en: Reason of the difference}
--   - {name: notation, type: string, zh: 符号（NE 未估算）, en: NE where the estimate does not exist}
--   - {name: missing, type: string, zh: 缺少的部分, en: The parts that are missing}
--   - {name: t_per_capita, type: double, zh: 人均（吨）, en: Stated figure per head}
--   - {name: capita_low, type: double, zh: 人均合理下限, en: "Quarter of the nation's own scope 1 per head in the year"}
--   - {name: capita_high, type: double, zh: 人均合理上限, en: Four times the nation's own scope 1 per head in the year}
--   - {name: t_per_10k_yuan, type: double, zh: 单位GDP（吨/万元）, en: Stated figure per 10000 yuan of GDP}
--   - {name: yuan_low, type: double, zh: 单位GDP合理下限, en: "Quarter of the nation's own scope 1 per 10000 yuan in the year"}
--   - {name: yuan_high, type: double, zh: 单位GDP合理上限, en: Four times the nation's own scope 1 per 10000 yuan in the year}
--   - {name: status, type: string, zh: 评估, en: "assessed: within bands; assessed: out of bands; or not assessed with the reason"}
--   - {name: origin, type: string, zh: "来历（computed 计算，estimated 估算，assumed 假设）", en: "How the figure came to be: computed, estimated or assumed"}
WITH own AS (
  SELECT t.*, p.energy_tce
  FROM mart.carbon_footprint_total t
  LEFT JOIN (SELECT region_code, year, SUM(energy_tce) AS energy_tce FROM mart.carbon_footprint
             WHERE scope = 1 AND coalesce(notation, '') <> 'NE' GROUP BY region_code, year) p
    ON p.region_code = t.region_code AND p.year = t.year
),
published AS (
  SELECT region_code, year, edition, origin, canonical_value AS t,
         ROW_NUMBER() OVER (PARTITION BY region_code, year, edition ORDER BY path, observation_id) AS choice
  FROM core.observation
  WHERE indicator = 'emission_co2' AND sector IS NULL AND item IS NULL AND coalesce(basis, 'tCO2') = 'tCO2'
),
study AS (
  SELECT region_code, year, edition, origin, canonical_value AS tce,
         ROW_NUMBER() OVER (PARTITION BY region_code, year, edition ORDER BY path, observation_id) AS choice
  FROM core.observation
  WHERE indicator = 'energy_consumption' AND sector = 'high_energy_industries' AND item = 'energy_total'
),
estimate AS (
  SELECT region_code, year, 'own_scope1' AS estimate, '自算：范围1' AS estimate_zh, edition AS source,
         'CO2 of energy burnt in the region' AS basis, scope1_co2_t AS stated_t, 0D AS known_basis_t,
         'the one basis of this table' AS reason, scope1_notation AS notation, CASE WHEN scope1_notation IS NOT NULL THEN missing END AS missing, origin
  FROM own
  UNION ALL
  SELECT region_code, year, 'own_scope1_and_2', '自算：范围1和2', edition,
         'CO2, CH4 and N2O of energy burnt in the region, and net electricity and heat from outside', total_t, total_t - scope1_co2_t,
         'holds scope 2 and CH4 and N2O, which the basis leaves out', total_notation, CASE WHEN total_notation IS NOT NULL THEN missing END, origin
  FROM own
  UNION ALL
  SELECT p.region_code, p.year, 'published_inventory', '公布的清单', p.edition,
         'CO2 of energy burnt in the region and of industrial processes (cement); no scope 2', p.t, 0D,
         concat('the inventory holds process emissions, which it does not separate here, and counts furnace gas beside coke; its coal has a lower factor',
                CASE WHEN o.origin = 'assumed' THEN '; the own balance is an assumption' ELSE '' END), NULL, NULL, p.origin
  FROM published p JOIN own o ON o.region_code = p.region_code AND o.year = p.year
  WHERE p.choice = 1
  UNION ALL
  SELECT s.region_code, s.year, 'study_high_energy', '研究：高耗能行业', s.edition,
         'energy of the high-energy industries that the study names, times the own CO2 per tce of the region', s.tce * o.scope1_co2_t / o.energy_tce, 0D,
         'a part of industry, with its electricity; the study does not list the industries',
         CASE WHEN o.scope1_co2_t IS NULL OR o.energy_tce IS NULL THEN 'NE' END, CASE WHEN o.scope1_co2_t IS NULL THEN o.missing END,
         CASE WHEN o.origin = 'assumed' OR s.origin = 'assumed' THEN 'assumed' ELSE 'estimated' END
  FROM study s JOIN own o ON o.region_code = s.region_code AND o.year = s.year
  WHERE s.choice = 1
),
measured AS (
  SELECT e.*, o.region_name, o.scope1_co2_t AS own_t, o.population, o.gdp,
         e.stated_t / o.population AS t_per_capita, e.stated_t / (o.gdp / 10000) AS t_per_10k_yuan,
         n.scope1_co2_t / n.population AS nation_capita, n.scope1_co2_t / (n.gdp / 10000) AS nation_yuan
  FROM estimate e
  JOIN own o ON o.region_code = e.region_code AND o.year = e.year
  LEFT JOIN own n ON n.region_code = '100000' AND n.year = e.year
)
SELECT region_code, region_name, year, estimate, estimate_zh, source, basis, stated_t, own_t,
       stated_t - own_t AS difference_t, stated_t / own_t AS ratio, known_basis_t,
       stated_t - own_t - known_basis_t AS unexplained_t, reason, notation, missing,
       t_per_capita, nation_capita / 4 AS capita_low, nation_capita * 4 AS capita_high,
       t_per_10k_yuan, nation_yuan / 4 AS yuan_low, nation_yuan * 4 AS yuan_high,
       CASE WHEN notation IS NOT NULL THEN 'not assessed: the estimate does not exist'
            WHEN estimate = 'study_high_energy' THEN 'not assessed: a part of the region'
            WHEN nation_capita IS NULL OR nation_yuan IS NULL THEN 'not assessed: no estimate of the nation in ' || year
            WHEN t_per_capita IS NULL OR t_per_10k_yuan IS NULL THEN 'not assessed: no population or no GDP of ' || year
            WHEN t_per_capita BETWEEN nation_capita / 4 AND nation_capita * 4
             AND t_per_10k_yuan BETWEEN nation_yuan / 4 AND nation_yuan * 4 THEN 'assessed: within bands'
            ELSE 'assessed: out of bands' END AS status,
       origin
FROM measured
