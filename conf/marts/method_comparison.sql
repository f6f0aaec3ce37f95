-- table: mart.method_comparison
-- zh: 分解方法对比：各方法的效应并列及其差异
-- en: The effect of each factor by every method side by side, and how far they disagree
-- question: {zh: "换一种分解方法，结论会不会变？", en: "Would another decomposition method lead to another conclusion?"}
-- method: docs/methods/decomposition.md#methods
-- key: [region_code, identity, form, base, year_from, year_to, factor]
-- columns:
--   - {name: region_code, type: string, zh: 地区代码, en: "Region (GB/T 2260)"}
--   - {name: region_name, type: string, zh: 地区, en: Region in Chinese}
--   - {name: identity, type: string, zh: 恒等式, en: Identity of conf/identities}
--   - {name: identity_zh, type: string, zh: 恒等式名称, en: Title of the identity in Chinese}
--   - {name: identity_en, type: string, zh: 恒等式英文名称, en: Title of the identity in English}
--   - {name: form, type: string, zh: 形式（additive 加法，multiplicative 乘法）, en: additive or multiplicative}
--   - {name: base, type: string, zh: 基期（chained 逐年链式，或基年）, en: "chained, or the base year"}
--   - {name: year_from, type: int, zh: 起始年, en: First year}
--   - {name: year_to, type: int, zh: 终止年, en: Second year}
--   - {name: factor, type: string, zh: "因素（break 断点：不可比的部分）", en: "Factor; break is what cannot be compared"}
--   - {name: factor_zh, type: string, zh: 因素名称, en: Factor in Chinese}
--   - {name: factor_en, type: string, zh: 因素英文名称, en: Factor in English}
--   - {name: unit, type: string, zh: 单位（加法；乘法为1）, en: "Unit of additive effects; 1 for multiplicative ones"}
--   - {name: price_basis, type: string, zh: "货币量的价格口径（constant 2005 等不变价，not money 无货币量）", en: "Prices of the variables in money: constant with the base year, or not money"}
--   - {name: lmdi1, type: double, zh: LMDI-I, en: LMDI-I, null_when: "missing LIKE '%lmdi1%'"}
--   - {name: lmdi2, type: double, zh: LMDI-II, en: LMDI-II, null_when: "missing LIKE '%lmdi2%'"}
--   - {name: shapley, type: double, zh: Shapley（Das Gupta）, en: "Shapley (Das Gupta)", null_when: "missing LIKE '%shapley%'"}
--   - {name: polar, type: double, zh: 两极分解平均, en: Mean of the polar orders, null_when: "missing LIKE '%polar%'"}
--   - {name: laspeyres, type: double, zh: 拉氏（有残差）, en: "Laspeyres, leaves a residual", null_when: "missing LIKE '%laspeyres%'"}
--   - {name: paasche, type: double, zh: 帕氏（有残差）, en: "Paasche, leaves a residual", null_when: "missing LIKE '%paasche%'"}
--   - {name: marshall_edgeworth, type: double, zh: 马歇尔-埃奇沃思（有残差）, en: "Marshall-Edgeworth, leaves a residual", null_when: "missing LIKE '%marshall_edgeworth%'"}
--   - {name: effect_low, type: double, zh: 各方法最小值, en: Smallest of the methods, holds: "effect_low <= effect_high"}
--   - {name: effect_high, type: double, zh: 各方法最大值, en: Largest of the methods}
--   - {name: spread, type: double, zh: 各方法之差（最大减最小）, en: "Largest less smallest, all methods"}
--   - {name: spread_exact, type: double, zh: 无残差方法之差, en: "Largest less smallest of the methods without a residual: lmdi1, lmdi2, shapley, polar", null_when: "missing LIKE '%polar%'"}
--   - {name: spread_share, type: double, zh: 差异占变化的比例, en: "Spread as a share of the absolute change; multiplicative: of |ratio - 1|", null_when: "missing LIKE '%change%'"}
--   - {name: missing, type: string, zh: "没有结果的方法；没有变化时含 change", en: "Methods that have no result for this pair of years, and change where nothing changed, so that the spread is a share of nothing"}
--   - {name: origin, type: string, zh: "数据性质（输入中最弱的：computed 计算，estimated 估算，assumed 假设）", en: "Weakest origin of all inputs: computed, estimated or assumed"}
--   - {name: source, type: string, zh: 各变量的来源, en: "Publication of each variable, with the editions where they differ"}
-- lineage:
--   lmdi1:
--     formula: lmdi1
--     terms:
--       lmdi1: {from: core.decomposition, column: effect, on: {region_code: region_code, identity: identity, form: form, base: base, year_from: year_from, year_to: year_to, factor: factor}, where: method = 'lmdi1'}
--   spread:
--     formula: effect_high - effect_low
--     terms:
--       effect_high: {}
--       effect_low: {}
WITH methods AS (
  SELECT region_code, identity, form, base, year_from, year_to, factor,
         MAX(identity_zh) AS identity_zh,
         MAX(identity_en) AS identity_en,
         MAX(factor_zh) AS factor_zh,
         MAX(factor_en) AS factor_en,
         MAX(CASE form WHEN 'additive' THEN unit ELSE '1' END) AS unit,
         MAX(price_basis) AS price_basis,
         MAX(origin) AS origin,
         MAX(source) AS source,
         MAX(CASE method WHEN 'lmdi1' THEN effect END) AS lmdi1,
         MAX(CASE method WHEN 'lmdi2' THEN effect END) AS lmdi2,
         MAX(CASE method WHEN 'shapley' THEN effect END) AS shapley,
         MAX(CASE method WHEN 'polar' THEN effect END) AS polar,
         MAX(CASE method WHEN 'laspeyres' THEN effect END) AS laspeyres,
         MAX(CASE method WHEN 'paasche' THEN effect END) AS paasche,
         MAX(CASE method WHEN 'marshall-edgeworth' THEN effect END) AS marshall_edgeworth,
         MIN(effect) AS effect_low,
         MAX(effect) AS effect_high,
         MAX(CASE WHEN method IN ('lmdi1', 'lmdi2', 'shapley', 'polar') THEN effect END)
           - MIN(CASE WHEN method IN ('lmdi1', 'lmdi2', 'shapley', 'polar') THEN effect END) AS exact,
         MAX(CASE form WHEN 'additive' THEN abs(value_to - value_from)
                       ELSE abs(value_to / value_from - 1) END) AS change
  FROM core.decomposition
  WHERE status = 'assessed'
  GROUP BY region_code, identity, form, base, year_from, year_to, factor
),
-- A spread that is rounding only is none.
spread AS (
  SELECT *, IF(effect_high - effect_low <= noise, 0D, effect_high - effect_low) AS spread, IF(exact <= noise, 0D, exact) AS spread_exact
  FROM (SELECT *, 1e-13D * greatest(abs(effect_low), abs(effect_high)) AS noise FROM methods)
)
SELECT m.region_code, r.zh AS region_name, identity, identity_zh, identity_en, form, base, year_from, year_to,
       factor, factor_zh, factor_en, unit, price_basis,
       lmdi1, lmdi2, shapley, polar, laspeyres, paasche, marshall_edgeworth,
       effect_low, effect_high, spread, spread_exact,
       CASE WHEN change > 0 THEN spread / change END AS spread_share,
       nullif(concat_ws(', ', CASE WHEN lmdi1 IS NULL THEN 'lmdi1' END, CASE WHEN lmdi2 IS NULL THEN 'lmdi2' END,
                        CASE WHEN shapley IS NULL THEN 'shapley' END, CASE WHEN polar IS NULL THEN 'polar' END,
                        CASE WHEN laspeyres IS NULL THEN 'laspeyres' END, CASE WHEN paasche IS NULL THEN 'paasche' END,
                        CASE WHEN marshall_edgeworth IS NULL THEN 'marshall_edgeworth' END,
                        CASE WHEN coalesce(change, 0) = 0 THEN 'change' END), '') AS missing,
       origin, source
FROM spread m
LEFT JOIN core.region r ON r.region_code = m.region_code
