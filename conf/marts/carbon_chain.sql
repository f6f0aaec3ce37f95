-- table: mart.carbon_chain
-- zh: 碳平衡：每条加工转换链的碳投入与碳产出，地区、年份、链各一行
-- en: Balance of carbon by chain of transformation, one row per region, year and chain
-- question: {zh: "煤、焦、气、油的加工转换中，碳的投入与产出是否平衡？", en: "Does the carbon of coal, coke, gases and oil add up from input to output?"}
-- method: docs/methods/footprint.md#carbon-counted-once-gases-of-furnaces
-- key: [region_code, year, edition, chain]
-- columns:
--   - {name: region_code, type: string, zh: 地区代码, en: "Region (GB/T 2260)"}
--   - {name: region_name, type: string, zh: 地区, en: Region in Chinese}
--   - {name: year, type: int, zh: 年份, en: Year}
--   - {name: chain, type: string, zh: "链（coal_washing、coking、gas_making、refining、briquettes、furnace_gas 等）", en: "Chain: coal_washing, coking, gas_making, refining, briquettes, gas_liquefaction, furnace_gas (coke to the gases of furnaces)"}
--   - {name: chain_zh, type: string, zh: 链的中文名, en: Chain in Chinese}
--   - {name: carbon_in_t, type: double, zh: 投入的碳（吨碳）, en: "Carbon put in, tC", null_when: "notation IS NOT NULL"}
--   - {name: carbon_out_t, type: double, zh: 产出的碳（吨碳）, en: "Carbon in the products, tC", null_when: "notation IS NOT NULL"}
--   - {name: carbon_lost_t, type: double, zh: 投入减产出（吨碳）, en: "Carbon in less carbon out, tC; negative where more comes out than goes in", null_when: "notation IS NOT NULL"}
--   - {name: ratio, type: double, zh: 碳产出与碳投入之比, en: "Carbon out over carbon in: energy_ratio times content_ratio", null_when: carbon_in_t = 0 OR notation IS NOT NULL}
--   - {name: energy_ratio, type: double, zh: 能量产出与能量投入之比（当量值）, en: "Energy out over energy in, by calorific value: what the quantities of the table say", null_when: "energy_notation IS NOT NULL"}
--   - {name: content_ratio, type: double, zh: 单位能量含碳量之比（产出与投入）, en: "Carbon per energy of the products over that of the input: what the carbon contents say", null_when: "energy_notation IS NOT NULL"}
--   - {name: energy_notation, type: string, zh: "能量之比的符号（NE 没有投入、没有折标系数，或炉煤气链）", en: "NE where nothing is put in, a fuel has no coefficient, or the chain is furnace_gas, whose gases carry a part of the energy only"}
--   - {name: emitted_co2_t, type: double, unit: t, basis: CO2, zh: "损失的碳中计入范围1的二氧化碳（吨；制气、煤制油）", en: "CO2 of the carbon lost that scope 1 counts, t: gas works and coal to liquids, whose reaction gives it off", min: 0, null_when: "emitted_notation IS NOT NULL"}
--   - {name: emitted_notation, type: string, zh: "其符号（NE 其他链的差额为煤泥、焦末、灰渣或含碳量的不确定度，未作为排放估算；IE 已计入焦炭）", en: "NE in the other chains, whose difference is slack, breeze and ash or the uncertainty of the contents and no emission that can be estimated; IE where it is included in coke"}
--   - {name: low, type: double, unit: "1", zh: 合理下限, en: Lowest ratio that is plausible for the chain, holds: "low <= high"}
--   - {name: high, type: double, unit: "1", zh: 合理上限, en: Highest ratio that is plausible}
--   - {name: included_elsewhere_t, type: double, zh: "其中排放已计入上游燃料的碳（吨碳）", en: "Carbon of the products whose emission is included in the input, tC (furnace_gas); zero elsewhere, where the products count when they are burnt", null_when: "notation IS NOT NULL"}
--   - {name: fuels_in, type: string, zh: 投入的品种, en: Fuels put in}
--   - {name: fuels_out, type: string, zh: 产出的品种, en: Products}
--   - {name: notation, type: string, zh: 符号（NE 表中未印出该链的产品或没有含碳量）, en: NE where the table prints no product of the chain or a fuel has no carbon content}
--   - {name: status, type: string, zh: "状态（assessed 已评估，not assessed: 原因）", en: "assessed, or not assessed with the reason"}
--   - {name: verdict, type: string, zh: "结论（within limits 在合理范围内，out of limits 超出）", en: "within limits or out of limits; null where not assessed", null_when: "status <> 'assessed'"}
--   - {name: cause, type: string, zh: 超出合理范围的原因, en: "Why the ratio is out of limits: the quantities of the table, or the carbon contents", null_when: "coalesce(verdict, '') <> 'out of limits'"}
--   - {name: edition, type: string, zh: 版次, en: Edition of the balance}
--   - {name: origin, type: string, zh: "数据性质（computed 计算，estimated 估算，assumed 假设）", en: "How the figures came to be: computed, estimated or assumed"}
WITH factor AS (
  SELECT e.fuel, MIN(e.carbon_content_tc_per_tj * e.ncv_tj_per_unit) AS tc_per_unit, MIN(e.carbon_content_tc_per_tj) * 0.029271D AS tc_per_tce,
         MIN(e.carbon_content_tc_per_tj) AS tc_per_tj, MIN(e.ncv_tj_per_unit) AS tj_per_unit
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
  SELECT o.region_code, o.year, o.edition, h.chain, h.chain_zh, h.low, h.high, o.item AS fuel,
         CASE WHEN r.keep = 'either' THEN -abs(o.canonical_value) ELSE o.canonical_value END
           * CASE WHEN o.canonical_unit = 'tce' THEN f.tc_per_tce ELSE f.tc_per_unit END AS carbon,
         CASE WHEN o.canonical_unit = 'tce' THEN 0.029271D ELSE f.tj_per_unit END * abs(o.canonical_value) AS tj, f.tc_per_tj, f.fuel IS NULL AS unknown,
         r.keep = 'either' OR o.canonical_value < 0 AS is_input,
         array_position(array('assumed', 'estimated', 'computed', 'printed'), o.origin) AS origin_rank
  FROM core.observation o
  JOIN counted k ON k.region_code = o.region_code AND k.year = o.year AND k.edition = o.edition AND k.indicator = o.indicator
  JOIN core.carbon_chain h ON h.row = o.sector
  JOIN core.balance_row r ON r.row = o.sector
  JOIN core.fuel u ON u.fuel = o.item AND u.role NOT IN ('aggregate', 'carrier')
  LEFT JOIN factor f ON f.fuel = o.item
),
transformed AS (
  SELECT region_code, year, edition, chain, MIN(chain_zh) AS chain_zh, MIN(low) AS low, MIN(high) AS high,
         CAST(coalesce(-SUM(CASE WHEN carbon < 0 THEN CAST(carbon AS DECIMAL(38, 12)) END), 0) AS DOUBLE) AS carbon_in_t,
         CAST(coalesce(SUM(CASE WHEN carbon > 0 THEN CAST(carbon AS DECIMAL(38, 12)) END), 0) AS DOUBLE) AS carbon_out_t,
         CAST(SUM(CASE WHEN carbon < 0 THEN CAST(tj AS DECIMAL(38, 12)) END) AS DOUBLE) AS tj_in,
         CAST(SUM(CASE WHEN carbon > 0 THEN CAST(tj AS DECIMAL(38, 12)) END) AS DOUBLE) AS tj_out,
         array_join(array_sort(collect_set(CASE WHEN carbon > 0 AND tc_per_tj > 30.5 THEN fuel END)), ', ') AS above_carbon,
         0D AS included_elsewhere_t,
         array_join(array_sort(collect_set(CASE WHEN carbon < 0 THEN fuel END)), ', ') AS fuels_in,
         array_join(array_sort(collect_set(CASE WHEN carbon > 0 THEN fuel END)), ', ') AS fuels_out,
         array_join(array_sort(collect_set(CASE WHEN unknown THEN fuel END)), ', ') AS unknown,
         bool_or(unknown AND is_input) AS is_input_unknown,
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
  WHERE e.is_counted AND e.scope = 1 AND e.gas = 'CO2' AND e.treatment <> 'gasified'
    AND (r.rule = 'derived' OR e.fuel IN (SELECT included_in FROM core.carbon_rule))
),
furnace AS (
  SELECT region_code, year, edition, 'furnace_gas' AS chain, MIN(h.chain_zh) AS chain_zh, MIN(h.low) AS low, MIN(h.high) AS high,
         CAST(coalesce(SUM(CASE WHEN rule IS NULL THEN CAST(carbon * counted_share AS DECIMAL(38, 12)) END), 0) AS DOUBLE) AS carbon_in_t,
         CAST(coalesce(SUM(CASE WHEN rule = 'derived' AND (included_in IS NOT NULL OR fuel <> 'other_gas') THEN CAST(carbon AS DECIMAL(38, 12)) END), 0) AS DOUBLE) AS carbon_out_t,
         CAST(NULL AS DOUBLE) AS tj_in, CAST(NULL AS DOUBLE) AS tj_out, '' AS above_carbon,
         CAST(coalesce(SUM(CASE WHEN included_in IS NOT NULL THEN CAST(carbon * (1 - counted_share) AS DECIMAL(38, 12)) END), 0) AS DOUBLE) AS included_elsewhere_t,
         array_join(array_sort(collect_set(CASE WHEN rule IS NULL THEN fuel END)), ', ') AS fuels_in,
         array_join(array_sort(collect_set(CASE WHEN rule = 'derived' THEN fuel END)), ', ') AS fuels_out,
         '' AS unknown, false AS is_input_unknown, MIN(origin_rank) AS origin_rank
  FROM burnt JOIN core.carbon_chain h ON h.chain = 'furnace_gas' GROUP BY region_code, year, edition
),
-- Which chains give off what their products do not hold, and what of it counts.
given_off AS (
  SELECT h.chain, MAX(CASE WHEN r.treatment = 'gasified' THEN 1 ELSE 0 END) AS is_counted
  FROM core.carbon_chain h LEFT JOIN core.balance_row r ON r.row = h.row GROUP BY h.chain
),
emitted AS (
  SELECT e.region_code, e.year, e.edition, h.chain, CAST(SUM(CAST(e.emission_t AS DECIMAL(38, 12))) AS DOUBLE) AS emitted_co2_t
  FROM core.emission e
  JOIN core.factor_set s ON s.factor_set = e.factor_set AND s.is_default
  JOIN core.carbon_chain h ON h.row = e.row
  WHERE e.is_counted AND e.gas = 'CO2' AND e.treatment = 'gasified'
  GROUP BY e.region_code, e.year, e.edition, h.chain
),
balance AS (
  SELECT * FROM transformed UNION ALL SELECT * FROM furnace
),
rated AS (
  SELECT *, CASE WHEN unknown = '' AND carbon_in_t > 0 THEN carbon_out_t / carbon_in_t END AS ratio,
         CASE WHEN unknown = '' AND tj_in > 0 THEN coalesce(tj_out, 0D) / tj_in END AS energy_ratio,
         CASE WHEN unknown <> '' THEN 'not assessed: no carbon content of ' || unknown
              WHEN carbon_in_t = 0 THEN 'not assessed: nothing is put in'
              WHEN chain = 'furnace_gas' AND carbon_out_t = 0 THEN 'not assessed: no furnace gas is printed'
              WHEN carbon_out_t = 0 THEN 'not assessed: no product of the chain is printed'
              ELSE 'assessed' END AS status
  FROM balance
),
-- A product that the table does not print is not zero, and a sum without the carbon of one fuel is none.
judged AS (
  SELECT *, carbon_out_t > 0 AND unknown = '' AS is_printed, CASE WHEN status = 'assessed' THEN IF(ratio BETWEEN low AND high, 'within limits', 'out of limits') END AS verdict
  FROM rated
)
SELECT b.region_code, r.zh AS region_name, b.year, b.chain, b.chain_zh,
       IF(b.is_input_unknown, NULL, b.carbon_in_t) AS carbon_in_t, IF(b.is_printed, b.carbon_out_t, NULL) AS carbon_out_t,
       IF(b.is_printed, b.carbon_in_t - b.carbon_out_t, NULL) AS carbon_lost_t,
       IF(b.is_printed, b.ratio, NULL) AS ratio, nullif(b.energy_ratio, 0D) AS energy_ratio, b.ratio / nullif(b.energy_ratio, 0D) AS content_ratio,
       CASE WHEN b.energy_ratio IS NULL OR b.energy_ratio = 0 THEN 'NE' END AS energy_notation,
       CASE WHEN g.is_counted = 1 THEN m.emitted_co2_t END AS emitted_co2_t,
       CASE WHEN b.chain = 'furnace_gas' THEN 'IE' WHEN g.is_counted = 0 OR m.emitted_co2_t IS NULL THEN 'NE' END AS emitted_notation,
       b.low, b.high, IF(b.is_printed, b.included_elsewhere_t, NULL) AS included_elsewhere_t, b.fuels_in, b.fuels_out,
       IF(b.is_printed, NULL, 'NE') AS notation,
       b.status, b.verdict,
       CASE WHEN coalesce(b.verdict, '') <> 'out of limits' THEN NULL
            WHEN b.chain = 'furnace_gas' THEN 'quantities: the gases carry more carbon than the coke that counts and the coal injected beside it'
            WHEN b.ratio < b.low AND b.energy_ratio <= b.ratio / b.energy_ratio
              THEN format_string('quantities: %.3f of the energy put in is printed as product; the rest is lost or not printed', b.energy_ratio)
            WHEN b.ratio > b.high AND b.energy_ratio >= b.ratio / b.energy_ratio
              THEN format_string('quantities: the table has %.3f times as much energy out as in', b.energy_ratio)
            ELSE concat(format_string('carbon contents: the products hold %.3f times as much carbon per energy as the input', b.ratio / b.energy_ratio),
                        CASE WHEN b.above_carbon <> '' THEN '; that of ' || b.above_carbon || ' is above pure carbon (30.5 tC/TJ)' ELSE '' END) END AS cause,
       b.edition,
       element_at(array('assumed', 'estimated', 'computed', 'computed'), CAST(b.origin_rank AS INT)) AS origin
FROM judged b
JOIN given_off g ON g.chain = b.chain
LEFT JOIN emitted m ON m.region_code = b.region_code AND m.year = b.year AND m.edition = b.edition AND m.chain = b.chain
LEFT JOIN core.region r ON r.region_code = b.region_code
WHERE b.carbon_in_t <> 0 OR b.carbon_out_t <> 0
