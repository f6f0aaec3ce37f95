-- table: mart.emission_decomposition
-- zh: 驱动因素分解：地区、恒等式、方法、形式、基期、年份对、因素各一行
-- en: What drove the change, by region, identity, method, form, base, pair of years and factor
-- question: {zh: "两年之间排放为什么变化，各驱动因素贡献多少？", en: "Why did emissions change between two years, and by how much did each driver contribute?"}
-- key: [region_code, identity, method, form, base, year_from, year_to, factor]
-- columns:
--   - {name: region_code, type: string, zh: 地区代码, en: "Region (GB/T 2260)"}
--   - {name: identity, type: string, zh: "恒等式（左边的单位见 conf/decompositions.yaml）", en: "Identity of conf/identities; conf/decompositions.yaml has the unit of its left side"}
--   - {name: method, type: string, zh: 方法, en: Method}
--   - {name: form, type: string, zh: 形式（additive 加法，multiplicative 乘法）, en: additive or multiplicative}
--   - {name: base, type: string, zh: 基期（chained 逐年链式，或基年）, en: "chained, or the base year"}
--   - {name: year_from, type: int, zh: 起始年, en: First year}
--   - {name: year_to, type: int, zh: 终止年, en: Second year}
--   - {name: factor, type: string, zh: 因素, en: Factor}
--   - {name: factor_zh, type: string, zh: 因素名称, en: Factor in Chinese}
--   - {name: effect, type: double, unit: "of the left side; 1 where multiplicative", zh: 效应（加法：左边的单位；乘法：倍数）, en: "Additive: in the unit of the left side; multiplicative: a ratio"}
--   - {name: effect_share, type: double, zh: 占变化的比例（乘法取对数）, en: "Share of the change, in multiplicative form of its logarithm"}
--   - {name: low, type: double, unit: "of the left side; 1 where multiplicative", zh: 95%区间下限（一阶传播）, en: "Lower bound of 95 %, first order"}
--   - {name: high, type: double, unit: "of the left side; 1 where multiplicative", zh: 95%区间上限（一阶传播）, en: "Upper bound of 95 %, first order"}
--   - {name: residual, type: double, unit: "of the left side; 1 where multiplicative", zh: 残差（加法：变化减各效应之和；乘法：比值除以各效应之积再减1）, en: "Additive: change less the sum of effects; multiplicative: ratio over their product, less 1"}
-- lineage:
--   effect:
--     formula: effect
--     terms:
--       effect: {from: core.decomposition, column: effect, on: {region_code: region_code, identity: identity, method: method, form: form, base: base, year_from: year_from, year_to: year_to, factor: factor}}
SELECT region_code, identity, method, form, base, year_from, year_to, factor, factor_zh,
       effect, effect_share, low, high, residual
FROM core.decomposition
