-- table: mart.emission_decomposition
-- zh: 排放变化的驱动因素：地区、相邻年份对、因素各一行，效应之和等于变化
-- en: What drove the change of CO2, one row per region, pair of consecutive years and factor; effects add up to the change
-- question: {zh: "两年之间排放为什么变化，各驱动因素贡献多少？", en: "Why did emissions change between two years, and by how much did each driver contribute?"}
-- method: docs/methods/decomposition.md#in-the-nightly-job
-- key: [region_code, year_from, year_to, factor]
-- columns:
--   - {name: region_code, type: string, zh: 地区代码, en: "Region (GB/T 2260)"}
--   - {name: region_name, type: string, zh: 地区, en: Region in Chinese}
--   - {name: identity, type: string, zh: 恒等式（每个地区一个，见 conf/decompositions.yaml 的 shown）, en: "Identity of conf/identities, one for each region (conf/decompositions.yaml, shown)"}
--   - {name: identity_zh, type: string, zh: 恒等式名称, en: Title of the identity in Chinese}
--   - {name: identity_en, type: string, zh: 恒等式英文名称, en: Title of the identity in English}
--   - {name: method, type: string, zh: 方法（lmdi1）, en: Method}
--   - {name: form, type: string, zh: 形式（additive 加法）, en: Form}
--   - {name: base, type: string, zh: 基期（chained 逐年链式）, en: Base}
--   - {name: year_from, type: int, zh: 起始年, en: First year}
--   - {name: year_to, type: int, zh: 终止年, en: Second year}
--   - {name: factor, type: string, zh: "因素（break 断点：不可比的部分，not_assessed 未评估）", en: "Factor; break is what cannot be compared, not_assessed stands for all factors"}
--   - {name: factor_zh, type: string, zh: 因素名称, en: Factor in Chinese}
--   - {name: factor_en, type: string, zh: 因素英文名称, en: Factor in English}
--   - {name: effect, type: double, zh: 效应（unit列的单位）, en: Effect in the unit of column unit, null_when: status <> 'assessed'}
--   - {name: unit, type: string, zh: 单位, en: Unit of the effect}
--   - {name: price_basis, type: string, zh: "货币量的价格口径（constant 2005 等不变价，not money 无货币量）", en: "Prices of the variables in money: constant with the base year, or not money"}
--   - {name: effect_share, type: double, zh: 占变化的比例, en: Share of the change, null_when: "status <> 'assessed' OR value_from = value_to"}
--   - {name: low, type: double, zh: 95%区间下限（一阶传播）, en: "Lower bound of 95 %, first order", null_when: "status <> 'assessed' OR factor = 'break'", holds: low <= effect}
--   - {name: high, type: double, zh: 95%区间上限（一阶传播）, en: "Upper bound of 95 %, first order", null_when: "status <> 'assessed' OR factor = 'break'", holds: high >= effect}
--   - {name: value_from, type: double, zh: 起始年的值（每行重复）, en: "Left side in the first year, the same in each row", null_when: status <> 'assessed'}
--   - {name: value_to, type: double, zh: 终止年的值（每行重复）, en: "Left side in the second year, the same in each row", null_when: status <> 'assessed'}
--   - {name: residual, type: double, zh: 残差（变化减各效应之和，每行重复）, en: "Change less the sum of effects, the same in each row", null_when: "status <> 'assessed'"}
--   - {name: origin, type: string, zh: "数据性质（输入中最弱的：computed 计算，estimated 估算，assumed 假设）", en: "Weakest origin of all inputs: computed, estimated or assumed", null_when: status <> 'assessed'}
--   - {name: source, type: string, zh: 各变量的来源, en: "Publication of each variable, with the editions where they differ"}
--   - {name: status, type: string, zh: "状态（assessed 已评估，not assessed: 原因）", en: "assessed, or not assessed with the reason"}
--   - {name: note, type: string, zh: 断点原因（英文）, en: Why the break cannot be compared}
--   - {name: note_zh, type: string, zh: 断点原因, en: The same in Chinese}
-- lineage:
--   effect:
--     formula: effect
--     terms:
--       effect: {from: core.decomposition, column: effect, on: {region_code: region_code, identity: identity, method: method, form: form, base: base, year_from: year_from, year_to: year_to, factor: factor}}
SELECT d.region_code, r.zh AS region_name, d.identity, d.identity_zh, d.identity_en, d.method, d.form, d.base,
       d.year_from, d.year_to, d.factor, d.factor_zh, d.factor_en,
       d.effect, d.unit, d.price_basis, d.effect_share, d.low, d.high, d.value_from, d.value_to, d.residual,
       d.origin, nullif(d.source, '') AS source, d.status, d.note, d.note_zh
FROM core.decomposition d
LEFT JOIN core.region r ON r.region_code = d.region_code
WHERE d.is_shown
