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
--   - {name: estimate, type: string, zh: "估计（own_scope1 自算范围1，own_scope1_and_2 自算范围1和2，published_inventory 公布清单；published_coal、published_oil 公布的煤、油消费量，claimed_energy_per_head 所称人均能耗，study_high_energy 研究所称高耗能行业，均乘以自算的单位能源排放）", en: "own_scope1, own_scope1_and_2 or published_inventory; and from energy, times the own CO2 per tce of it: published_coal, published_oil (consumption that a publication states), claimed_energy_per_head (claims of a study), study_high_energy (its high-energy industries)"}
--   - {name: estimate_zh, type: string, zh: 估计的中文名, en: Estimate in Chinese}
--   - {name: source, type: string, zh: 来源, en: Edition of the balance or of the publication}
--   - {name: basis, type: string, zh: 口径, en: What the stated figure holds}
--   - {name: stated_t, type: double, zh: 所称的排放（吨二氧化碳）, en: "The figure as stated, tCO2 (own scope 1 and 2: tCO2e)", null_when: notation IS NOT NULL}
--   - {name: part, type: string, zh: "比较的部分（all 全部燃烧，coal 煤及煤制品，oil 油品，high_energy 高耗能行业）", en: "What is compared: all energy burnt, that of coal or oil and their products, or the high-energy industries, which no own balance prints apart"}
--   - {name: own_t, type: double, zh: 同口径可比的自算范围1（吨二氧化碳）, en: "Own CO2 of the energy of that part burnt in the region, t: the one basis that all are compared with", null_when: "own_notation IS NOT NULL"}
--   - {name: difference_t, type: double, zh: 与自算之差（吨）, en: Stated less own, null_when: "coalesce(notation, own_notation) IS NOT NULL"}
--   - {name: ratio, type: double, zh: 与自算之比, en: Stated over own, null_when: "coalesce(notation, own_notation) IS NOT NULL OR own_t = 0"}
--   - {name: known_basis_t, type: double, zh: 差异中口径不同的已知部分（吨）, en: "Part of the difference that is known to be one of basis: scope 2, CH4 and N2O; process emissions that an inventory prints apart", null_when: "coalesce(notation, own_notation) IS NOT NULL"}
--   - {name: unexplained_t, type: double, zh: 其余差异（吨）, en: "The rest: factors, activity data, and parts of the basis that the source does not separate", null_when: "coalesce(notation, own_notation) IS NOT NULL"}
--   - {name: reason, type: string, zh: 差异原因, en: Reason of the difference}
--   - {name: notation, type: string, zh: 符号（NE 未估算）, en: NE where the estimate does not exist}
--   - {name: own_notation, type: string, zh: 自算的符号（NE 未估算）, en: NE where the own estimate to compare with does not exist}
--   - {name: missing, type: string, zh: 缺少的部分, en: "The parts that are missing, population and gdp of the year among them"}
--   - {name: t_per_capita, type: double, zh: 人均（吨）, en: Stated figure per head, null_when: "notation IS NOT NULL OR missing LIKE '%population%'"}
--   - {name: capita_low, type: double, zh: 人均合理下限, en: "Quarter of the nation's own scope 1 per head in the year", null_when: "band_missing IS NOT NULL", holds: "capita_low <= capita_high"}
--   - {name: capita_high, type: double, zh: 人均合理上限, en: Four times the nation's own scope 1 per head in the year, null_when: "band_missing IS NOT NULL"}
--   - {name: t_per_10k_yuan, type: double, zh: 单位GDP（吨/万元）, en: Stated figure per 10000 yuan of GDP, null_when: "notation IS NOT NULL OR missing LIKE '%gdp%'"}
--   - {name: yuan_low, type: double, zh: 单位GDP合理下限, en: "Quarter of the nation's own scope 1 per 10000 yuan in the year", null_when: "band_missing IS NOT NULL", holds: "yuan_low <= yuan_high"}
--   - {name: yuan_high, type: double, zh: 单位GDP合理上限, en: Four times the nation's own scope 1 per 10000 yuan in the year, null_when: "band_missing IS NOT NULL"}
--   - {name: price_basis, type: string, zh: "货币量的价格口径（current 当年价）", en: "Prices of t_per_10k_yuan and its band: current"}
--   - {name: band_missing, type: string, zh: 没有合理区间的原因, en: "Why there is no band: the nation has no own estimate, population or GDP of the year, or only a part of the region is compared"}
--   - {name: status, type: string, zh: "状态（assessed 已评估，not assessed: 原因）", en: "Whether the bands can be applied: assessed, or not assessed with the reason"}
--   - {name: verdict, type: string, zh: "结论（within bands 在合理区间内，out of bands 超出）", en: "within bands or out of bands; null where not assessed", null_when: "status <> 'assessed'"}
--   - {name: origin, type: string, zh: "数据性质（computed 计算，estimated 估算，assumed 假设）", en: "How the figure came to be: computed, estimated or assumed"}
WITH own AS (
  SELECT t.region_code, t.region_name, t.year, t.edition, t.scope1_co2_t, t.scope1_notation, t.total_t, t.total_notation, t.missing,
         t.population, t.gdp, t.origin, p.energy_tce, p.coal_t, p.coal_tce, p.oil_t, p.oil_tce
  FROM mart.carbon_footprint_total t
  LEFT JOIN (SELECT c.region_code, c.year, SUM(c.energy_tce) AS energy_tce,
                    SUM(CASE WHEN f.group = 'coal' THEN c.co2_t END) AS coal_t, SUM(CASE WHEN f.group = 'coal' THEN c.energy_tce END) AS coal_tce,
                    SUM(CASE WHEN f.group = 'oil' THEN c.co2_t END) AS oil_t, SUM(CASE WHEN f.group = 'oil' THEN c.energy_tce END) AS oil_tce
             FROM mart.carbon_footprint c JOIN core.fuel f ON f.fuel = c.fuel
             WHERE c.scope = 1 AND coalesce(c.notation, '') <> 'NE' GROUP BY c.region_code, c.year) p
    ON p.region_code = t.region_code AND p.year = t.year
),
named AS (
  SELECT region_code, year, edition, origin, path, observation_id, canonical_value AS value,
         CASE WHEN indicator = 'emission_co2' AND item IS NULL THEN 'inventory'
              WHEN indicator = 'emission_co2' AND item = 'industrial_process' THEN 'process'
              WHEN sector = 'high_energy_industries' AND item = 'energy_total' THEN 'study_high_energy'
              WHEN item = 'coal_total' THEN 'published_coal'
              WHEN item = 'petroleum_total' THEN 'published_oil' END AS kind
  FROM core.observation
  WHERE (indicator = 'emission_co2' AND sector IS NULL AND coalesce(basis, 'tCO2') = 'tCO2')
     OR (indicator = 'energy_consumption' AND coalesce(sector, 'consumption_total') IN ('consumption_total', 'high_energy_industries'))
),
-- One figure of each kind for a region, year and publication, and the claims of studies.
stated AS (
  SELECT region_code, year, edition, kind, value, origin
  FROM (SELECT *, ROW_NUMBER() OVER (PARTITION BY region_code, year, edition, kind ORDER BY path, observation_id) AS choice FROM named WHERE kind IS NOT NULL)
  WHERE choice = 1
  UNION ALL
  SELECT region_code, year_to, concat('claim ', claim_id), 'claimed_energy_per_head', stated_value, coalesce(origin, 'estimated')
  FROM core.claim WHERE unit = 'tce per person' AND year_from = year_to AND answer = 1 AND stated_value IS NOT NULL
),
compared AS (
  SELECT s.kind, s.edition AS source, s.value, p.value AS process_t, o.*,
         CASE WHEN s.kind = 'claimed_energy_per_head' THEN s.value * o.population ELSE s.value END AS tce,
         CASE s.kind WHEN 'published_coal' THEN 'coal' WHEN 'published_oil' THEN 'oil' WHEN 'study_high_energy' THEN 'high_energy' ELSE 'all' END AS part,
         CASE s.kind WHEN 'published_coal' THEN o.coal_t WHEN 'published_oil' THEN o.oil_t WHEN 'study_high_energy' THEN NULL ELSE o.scope1_co2_t END AS part_t,
         CASE s.kind WHEN 'published_coal' THEN o.coal_t / nullif(o.coal_tce, 0) WHEN 'published_oil' THEN o.oil_t / nullif(o.oil_tce, 0) ELSE o.scope1_co2_t / nullif(o.energy_tce, 0) END AS t_per_tce,
         CASE WHEN o.origin = 'assumed' OR s.origin = 'assumed' THEN 'assumed' ELSE 'estimated' END AS weakest, s.origin AS stated_origin,
         CASE WHEN o.origin = 'assumed' THEN '; the own balance is an assumption' ELSE '' END AS caveat
  FROM stated s
  JOIN own o ON o.region_code = s.region_code AND o.year = s.year
  LEFT JOIN stated p ON s.kind = 'inventory' AND p.kind = 'process' AND p.region_code = s.region_code AND p.year = s.year AND p.edition = s.edition
  WHERE s.kind <> 'process'
),
estimate AS (
  SELECT region_code, year, 'own_scope1' AS estimate, '自算：范围1' AS estimate_zh, edition AS source,
         'CO2 of energy burnt in the region' AS basis, 'all' AS part, scope1_co2_t AS own_t, scope1_co2_t AS stated_t, 0D AS known_basis_t,
         'the one basis of this table' AS reason, scope1_notation AS notation, CASE WHEN scope1_notation IS NOT NULL THEN missing END AS missing, origin
  FROM own
  UNION ALL
  SELECT region_code, year, 'own_scope1_and_2', '自算：范围1和2', edition,
         'CO2, CH4 and N2O of energy burnt in the region, and net electricity and heat from outside', 'all', scope1_co2_t, total_t, total_t - scope1_co2_t,
         'holds scope 2 and CH4 and N2O, which the basis leaves out', total_notation, CASE WHEN total_notation IS NOT NULL THEN missing END, origin
  FROM own
  UNION ALL
  SELECT region_code, year, 'published_inventory', '公布的清单', source,
         'CO2 of energy burnt in the region and of industrial processes (cement); no scope 2', 'all', scope1_co2_t, value, coalesce(process_t, 0D),
         concat(CASE WHEN process_t IS NULL THEN 'the inventory holds process emissions, which it does not separate'
                     ELSE 'the inventory prints its process emissions apart (known_basis_t)' END,
                '; it counts furnace gas beside coke, and its coal has a lower factor', caveat), NULL, NULL, stated_origin
  FROM compared WHERE kind = 'inventory'
  UNION ALL
  SELECT region_code, year, kind,
         CASE kind WHEN 'published_coal' THEN '公布的煤炭消费量' WHEN 'published_oil' THEN '公布的石油消费量'
                   WHEN 'claimed_energy_per_head' THEN '研究：人均能耗' ELSE '研究：高耗能行业' END,
         source,
         CASE kind WHEN 'study_high_energy' THEN 'energy of the high-energy industries that the study names, times the own CO2 per tce of the region'
                   WHEN 'claimed_energy_per_head' THEN 'energy per head as claimed times the population, times the own CO2 per tce of the region'
                   ELSE concat('consumption of ', part, ' and its products as published, times the own CO2 per tce of them') END,
         part, part_t, tce * t_per_tce, 0D,
         concat(CASE kind WHEN 'study_high_energy' THEN 'a part of industry, with its electricity; the study does not list the industries'
                          WHEN 'claimed_energy_per_head' THEN 'a rounded claim of all energy, electricity from outside among it'
                          ELSE 'consumption holds what is transformed, lost, stored in products or used as raw material; editions differ' END, caveat),
         CASE WHEN tce * t_per_tce IS NULL THEN 'NE' END,
         CASE WHEN tce * t_per_tce IS NULL THEN coalesce(missing, 'own CO2 per tce of ' || part) END, weakest
  FROM compared WHERE kind <> 'inventory'
),
measured AS (
  SELECT e.*, o.region_name, o.population, o.gdp,
         CASE WHEN e.own_t IS NULL THEN 'NE' END AS own_notation,
         CASE WHEN e.own_t IS NULL AND e.part = 'high_energy' THEN 'own CO2 of these industries: the balance prints industry as one row' END AS own_missing,
         n.scope1_co2_t / n.population AS nation_capita, n.scope1_co2_t / (n.gdp / 10000) AS nation_yuan,
         CASE WHEN e.part <> 'all' THEN 'a part of the region'
              WHEN n.scope1_co2_t / n.population IS NULL OR n.scope1_co2_t / (n.gdp / 10000) IS NULL THEN concat('no estimate of the nation in ', e.year) END AS band_missing
  FROM estimate e
  JOIN own o ON o.region_code = e.region_code AND o.year = e.year
  LEFT JOIN own n ON n.region_code = '100000' AND n.year = e.year
),
judged AS (
  SELECT *, stated_t / population AS t_per_capita, stated_t / (gdp / 10000) AS t_per_10k_yuan,
         CASE WHEN band_missing IS NULL THEN nation_capita END AS capita, CASE WHEN band_missing IS NULL THEN nation_yuan END AS yuan
  FROM measured
)
SELECT region_code, region_name, year, estimate, estimate_zh, source, basis, stated_t, part, own_t,
       stated_t - own_t AS difference_t, stated_t / nullif(own_t, 0) AS ratio,
       CASE WHEN own_notation IS NULL THEN known_basis_t END AS known_basis_t,
       stated_t - own_t - known_basis_t AS unexplained_t, reason, notation, own_notation,
       nullif(concat_ws('; ', missing, own_missing, CASE WHEN population IS NULL AND coalesce(missing, '') NOT LIKE '%population: %' THEN 'population: no figure of the year' END,
                        CASE WHEN gdp IS NULL AND coalesce(missing, '') NOT LIKE '%gdp: %' THEN 'gdp: no figure of the year' END), '') AS missing,
       t_per_capita, capita / 4 AS capita_low, capita * 4 AS capita_high,
       t_per_10k_yuan, yuan / 4 AS yuan_low, yuan * 4 AS yuan_high, 'current' AS price_basis, band_missing,
       CASE WHEN notation IS NOT NULL THEN 'not assessed: the estimate does not exist'
            WHEN band_missing IS NOT NULL THEN 'not assessed: ' || band_missing
            WHEN t_per_capita IS NULL OR t_per_10k_yuan IS NULL THEN 'not assessed: no population or no GDP of ' || year
            ELSE 'assessed' END AS status,
       CASE WHEN notation IS NOT NULL OR band_missing IS NOT NULL OR t_per_capita IS NULL OR t_per_10k_yuan IS NULL THEN NULL
            WHEN t_per_capita BETWEEN capita / 4 AND capita * 4
             AND t_per_10k_yuan BETWEEN yuan / 4 AND yuan * 4 THEN 'within bands'
            ELSE 'out of bands' END AS verdict,
       origin
FROM judged
