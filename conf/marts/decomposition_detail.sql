-- table: mart.decomposition_detail
-- zh: 排放变化的驱动因素明细：地区、相邻年份对、部门、燃料、因素各一行（LMDI-I，加法），效应之和等于变化
-- en: "What drove the change of CO2 by sector and fuel, additive LMDI-I: the rows of mart.emission_decomposition in detail"
-- question: {zh: "排放变化中，各部门、各燃料的各因素分别贡献多少？", en: "Which sectors and fuels are behind the effect of each driver?"}
-- method: docs/methods/decomposition.md#in-the-nightly-job
-- key: [region_code, year_from, year_to, sector, fuel, factor]
-- columns:
--   - {name: region_code, type: string, zh: 地区代码, en: "Region (GB/T 2260)"}
--   - {name: region_name, type: string, zh: 地区, en: Region in Chinese}
--   - {name: identity, type: string, zh: 恒等式, en: Identity of conf/identities}
--   - {name: identity_zh, type: string, zh: 恒等式名称, en: Title of the identity in Chinese}
--   - {name: identity_en, type: string, zh: 恒等式英文名称, en: Title of the identity in English}
--   - {name: method, type: string, zh: 方法（lmdi1）, en: Method}
--   - {name: form, type: string, zh: 形式（additive 加法）, en: Form}
--   - {name: base, type: string, zh: 基期（chained 逐年链式）, en: Base}
--   - {name: year_from, type: int, zh: 起始年, en: First year}
--   - {name: year_to, type: int, zh: 终止年, en: Second year}
--   - {name: sector, type: string, zh: 部门（all 全部）, en: "Sector; all where the identity has no sectors"}
--   - {name: sector_zh, type: string, zh: 部门名称, en: Sector in Chinese}
--   - {name: fuel, type: string, zh: 燃料（all 全部）, en: "Fuel; all where the identity has no fuels"}
--   - {name: fuel_zh, type: string, zh: 燃料名称, en: Fuel in Chinese}
--   - {name: factor, type: string, zh: "因素（break 断点：不可比的部分）", en: "Factor; break is what cannot be compared"}
--   - {name: factor_zh, type: string, zh: 因素名称, en: Factor in Chinese}
--   - {name: factor_en, type: string, zh: 因素英文名称, en: Factor in English}
--   - {name: effect, type: double, zh: 效应（unit列的单位）, en: Effect in the unit of column unit}
--   - {name: unit, type: string, zh: 单位, en: Unit}
--   - {name: price_basis, type: string, zh: "货币量的价格口径（constant 2005 等不变价，not money 无货币量）", en: "Prices of the variables in money: constant with the base year, or not money"}
--   - {name: value_from, type: double, zh: 起始年的值（每个因素重复）, en: "Left side of the cell in the first year, the same for each factor"}
--   - {name: value_to, type: double, zh: 终止年的值（每个因素重复）, en: "Left side of the cell in the second year, the same for each factor"}
--   - {name: factor_from, type: double, zh: 起始年的因素值, en: The factor in the first year, null_when: "factor = 'break'"}
--   - {name: factor_to, type: double, zh: 终止年的因素值, en: The factor in the second year, null_when: "factor = 'break'"}
--   - {name: origin, type: string, zh: "数据性质（输入中最弱的：computed 计算，estimated 估算，assumed 假设）", en: "Weakest origin of all inputs: computed, estimated or assumed"}
--   - {name: value_source, type: string, zh: 被分解量的来源, en: Publication of the left side}
--   - {name: numerator_source, type: string, zh: 因素分子的来源, en: Publication of the variable above the bar}
--   - {name: denominator_source, type: string, zh: 因素分母的来源, en: Publication of the variable below the bar}
--   - {name: note, type: string, zh: 断点原因（英文）, en: Why the break cannot be compared}
--   - {name: note_zh, type: string, zh: 断点原因, en: The same in Chinese}
-- lineage:
--   effect:
--     formula: effect
--     terms:
--       effect: {from: core.decomposition_detail, column: effect, on: {identity: identity, region_code: region_code, base: base, year_from: year_from, year_to: year_to, sector: sector, fuel: fuel, factor: factor}, unit_column: unit}
--   value_from:
--     formula: value_from
--     terms:
--       value_from: {from: core.decomposition_detail, column: value_from, on: {identity: identity, region_code: region_code, base: base, year_from: year_from, year_to: year_to, sector: sector, fuel: fuel, factor: factor}, unit_column: unit}
--   value_to:
--     formula: value_to
--     terms:
--       value_to: {from: core.decomposition_detail, column: value_to, on: {identity: identity, region_code: region_code, base: base, year_from: year_from, year_to: year_to, sector: sector, fuel: fuel, factor: factor}, unit_column: unit}
--   factor_from:
--     formula: factor_from
--     terms:
--       factor_from: {from: core.decomposition_detail, column: factor_from, on: {identity: identity, region_code: region_code, base: base, year_from: year_from, year_to: year_to, sector: sector, fuel: fuel, factor: factor}}
--   factor_to:
--     formula: factor_to
--     terms:
--       factor_to: {from: core.decomposition_detail, column: factor_to, on: {identity: identity, region_code: region_code, base: base, year_from: year_from, year_to: year_to, sector: sector, fuel: fuel, factor: factor}}
SELECT d.region_code, r.zh AS region_name, d.identity, d.identity_zh, d.identity_en,
       'lmdi1' AS method, 'additive' AS form, d.base, d.year_from, d.year_to,
       d.sector, d.sector_zh, d.fuel, d.fuel_zh, d.factor, d.factor_zh, d.factor_en,
       d.effect, d.unit, d.price_basis, d.value_from, d.value_to, d.factor_from, d.factor_to,
       d.origin, d.value_source, d.numerator_source, d.denominator_source, d.note, d.note_zh
FROM core.decomposition_detail d
LEFT JOIN core.region r ON r.region_code = d.region_code
WHERE d.is_shown
