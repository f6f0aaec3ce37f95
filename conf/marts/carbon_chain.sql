-- table: mart.carbon_chain
-- zh: 碳平衡：每条加工转换链的碳投入与碳产出，地区、年份、链各一行
-- en: Balance of carbon by chain of transformation, one row per region, year and chain
-- question: {zh: "煤、焦、气、油的加工转换中，碳对得上吗？", en: "Does the carbon of coal, coke, gases and oil add up from input to output?"}
-- method: docs/methods/footprint.md#carbon-counted-once-gases-of-furnaces
-- key: [region_code, year, edition, chain]
-- columns:
--   - {name: region_code, type: string, zh: 地区代码, en: "Region (GB/T 2260)"}
--   - {name: region_name, type: string, zh: 地区, en: Region in Chinese}
--   - {name: year, type: int, zh: 年份, en: Year}
--   - {name: chain, type: string, zh: "链（coal_washing、coking、gas_making、refining、briquettes、furnace_gas 等）", en: "Chain: coal_washing, coking, gas_making, refining, briquettes, gas_liquefaction, furnace_gas (coke to the gases of furnaces)"}
--   - {name: carbon_in_t, type: double, zh: 投入的碳（吨碳）, en: "Carbon put in, t C"}
--   - {name: carbon_out_t, type: double, zh: 产出的碳（吨碳）, en: "Carbon in the products, t C"}
--   - {name: carbon_lost_t, type: double, zh: 投入减产出（吨碳）, en: "Carbon in less carbon out, t C; negative where more comes out than goes in"}
--   - {name: ratio, type: double, zh: 产出与投入之比, en: Carbon out over carbon in, null_when: carbon_in_t = 0 OR notation IS NOT NULL}
--   - {name: low, type: double, unit: "1", zh: 合理下限, en: Lowest ratio that is plausible for the chain}
--   - {name: high, type: double, unit: "1", zh: 合理上限, en: Highest ratio that is plausible}
--   - {name: included_elsewhere_t, type: double, zh: "其中排放已计入上游燃料的碳（吨碳）", en: "Carbon of the products whose emission is included in the input, t C (furnace_gas); zero elsewhere, where the products count when they are burnt"}
--   - {name: fuels_in, type: string, zh: 投入的品种, en: Fuels put in}
--   - {name: fuels_out, type: string, zh: 产出的品种, en: Products}
--   - {name: notation, type: string, zh: 符号（NE 表中未印出该链的行或没有含碳量）, en: NE where a fuel has no carbon content}
--   - {name: status, type: string, zh: 评估, en: "assessed: within limits; assessed: out of limits; or not assessed with the reason"}
--   - {name: edition, type: string, zh: 版次, en: Edition of the balance}
--   - {name: origin, type: string, zh: "来历（computed 计算，estimated 估算，assumed 假设）", en: "How the figures came to be: computed, estimated or assumed"}
WITH chain AS (
  SELECT * FROM (VALUES
    ('coal_washing', 'coal_washing', 0.6D, 1.1D), ('coking', 'coking', 0.8D, 1.05D), ('refining', 'refining', 0.85D, 1.05D),
    ('oil_reinput', 'refining', 0.85D, 1.05D), ('coal_to_liquids', 'coal_to_liquids', 0.2D, 1D), ('gas_making', 'gas_making', 0.3D, 1.05D),
    ('coke_reinput', 'gas_making', 0.3D, 1.05D), ('gas_liquefaction', 'gas_liquefaction', 0.9D, 1.05D), ('briquette_making', 'briquettes', 0.8D, 1.2D)
  ) AS c(row, chain, low, high)
),
factor AS (
  SELECT e.fuel, MIN(e.carbon_content_tc_per_tj * e.ncv_tj_per_unit) AS tc_per_unit, MIN(e.carbon_content_tc_per_tj) * 0.029271D AS tc_per_tce
  FROM core.emission_factor e
  JOIN core.factor_set s ON s.factor_set = e.factor_set AND s.is_default
  WHERE e.scope = 1 AND e.gas = 'CO2'
  GROUP BY e.fuel
),
counted AS (
  SELECT DISTINCT region_code, year, edition, indicator FROM core.balance_part WHERE is_counted
),
-- Tables print the coke that is put in again with or without its minus sign; it is an input either way.
flow AS (
  SELECT o.region_code, o.year, o.edition, h.chain, h.low, h.high, o.item AS fuel,
         CASE WHEN o.sector IN ('coke_reinput', 'oil_reinput') THEN -abs(o.canonical_value) ELSE o.canonical_value END
           * CASE WHEN o.canonical_unit = 'tce' THEN f.tc_per_tce ELSE f.tc_per_unit END AS carbon,
         o.canonical_value, f.fuel IS NULL AS unknown,
         array_position(array('assumed', 'estimated', 'computed', 'printed'), o.origin) AS origin_rank
  FROM core.observation o
  JOIN counted k ON k.region_code = o.region_code AND k.year = o.year AND k.edition = o.edition AND k.indicator = o.indicator
  JOIN chain h ON h.row = o.sector
  JOIN core.fuel u ON u.fuel = o.item AND u.role = 'fuel'
  LEFT JOIN factor f ON f.fuel = o.item
),
transformed AS (
  SELECT region_code, year, edition, chain, MIN(low) AS low, MIN(high) AS high,
         CAST(coalesce(-SUM(CASE WHEN carbon < 0 THEN CAST(carbon AS DECIMAL(38, 12)) END), 0) AS DOUBLE) AS carbon_in_t,
         CAST(coalesce(SUM(CASE WHEN carbon > 0 THEN CAST(carbon AS DECIMAL(38, 12)) END), 0) AS DOUBLE) AS carbon_out_t,
         0D AS included_elsewhere_t,
         array_join(array_sort(collect_set(CASE WHEN carbon < 0 THEN fuel END)), ', ') AS fuels_in,
         array_join(array_sort(collect_set(CASE WHEN carbon > 0 THEN fuel END)), ', ') AS fuels_out,
         array_join(array_sort(collect_set(CASE WHEN unknown THEN fuel END)), ', ') AS unknown,
         MIN(origin_rank) AS origin_rank
  FROM flow GROUP BY region_code, year, edition, chain
),
-- Coke that counts, and the furnace gases that are burnt beside it: carbon before oxidation.
burnt AS (
  SELECT e.region_code, e.year, e.edition, e.fuel, r.rule, e.included_in,
         e.activity * CASE WHEN e.activity_unit = 'tce' THEN f.tc_per_tce ELSE f.tc_per_unit END AS carbon,
         e.counted_share, array_position(array('assumed', 'estimated', 'computed', 'printed'), e.origin) AS origin_rank
  FROM core.emission e
  JOIN core.factor_set s ON s.factor_set = e.factor_set AND s.is_default
  JOIN factor f ON f.fuel = e.fuel
  LEFT JOIN core.carbon_rule r ON r.fuel = e.fuel
  WHERE e.is_counted AND e.scope = 1 AND e.gas = 'CO2'
    AND (r.rule = 'derived' OR e.fuel IN (SELECT included_in FROM core.carbon_rule))
),
furnace AS (
  SELECT region_code, year, edition, 'furnace_gas' AS chain, 0D AS low, 1.6D AS high,
         CAST(coalesce(SUM(CASE WHEN rule IS NULL THEN CAST(carbon * counted_share AS DECIMAL(38, 12)) END), 0) AS DOUBLE) AS carbon_in_t,
         CAST(coalesce(SUM(CASE WHEN rule = 'derived' AND (included_in IS NOT NULL OR fuel <> 'other_gas') THEN CAST(carbon AS DECIMAL(38, 12)) END), 0) AS DOUBLE) AS carbon_out_t,
         CAST(coalesce(SUM(CASE WHEN included_in IS NOT NULL THEN CAST(carbon * (1 - counted_share) AS DECIMAL(38, 12)) END), 0) AS DOUBLE) AS included_elsewhere_t,
         array_join(array_sort(collect_set(CASE WHEN rule IS NULL THEN fuel END)), ', ') AS fuels_in,
         array_join(array_sort(collect_set(CASE WHEN rule = 'derived' THEN fuel END)), ', ') AS fuels_out,
         '' AS unknown, MIN(origin_rank) AS origin_rank
  FROM burnt GROUP BY region_code, year, edition
),
balance AS (
  SELECT * FROM transformed UNION ALL SELECT * FROM furnace
)
SELECT b.region_code, r.zh AS region_name, b.year, b.chain,
       b.carbon_in_t, b.carbon_out_t, b.carbon_in_t - b.carbon_out_t AS carbon_lost_t,
       CASE WHEN b.unknown = '' AND b.carbon_in_t > 0 THEN b.carbon_out_t / b.carbon_in_t END AS ratio,
       b.low, b.high, b.included_elsewhere_t, b.fuels_in, b.fuels_out,
       CASE WHEN b.unknown <> '' THEN 'NE' END AS notation,
       CASE WHEN b.unknown <> '' THEN 'not assessed: no carbon content of ' || b.unknown
            WHEN b.carbon_in_t = 0 THEN 'not assessed: nothing is put in'
            WHEN b.chain = 'furnace_gas' AND b.carbon_out_t = 0 THEN 'not assessed: no furnace gas is printed'
            WHEN b.carbon_out_t / b.carbon_in_t BETWEEN b.low AND b.high THEN 'assessed: within limits'
            ELSE 'assessed: out of limits' END AS status,
       b.edition,
       element_at(array('assumed', 'estimated', 'computed', 'computed'), CAST(b.origin_rank AS INT)) AS origin
FROM balance b
LEFT JOIN core.region r ON r.region_code = b.region_code
WHERE b.carbon_in_t <> 0 OR b.carbon_out_t <> 0
