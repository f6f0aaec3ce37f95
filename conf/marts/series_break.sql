-- table: mart.series_break
-- zh: 序列断点：地区、序列、断点各一行；统计不跨越断点
-- en: "Breaks of series: a change of classification, or a step of the level; no statement is made across one"
-- question: {zh: "哪些序列在哪一年断开，为什么？", en: "Which series break, in which year and why?"}
-- method: docs/methods/industry.md#series
-- key: [region_code, series, last_year, kind]
-- columns:
--   - {name: region_code, type: string, zh: "地区代码", en: "Region (GB/T 2260)"}
--   - {name: region_name, type: string, zh: "地区", en: "Region in Chinese"}
--   - {name: indicator, type: string, zh: "指标", en: "Indicator"}
--   - {name: indicator_zh, type: string, zh: "指标名称", en: "Indicator, in Chinese"}
--   - {name: sector, type: string, zh: "部门、行业或行业集合", en: "Sector, industry or set of industries; null where the indicator has none"}
--   - {name: sector_zh, type: string, zh: "部门名称", en: "Sector, in Chinese"}
--   - {name: fuel, type: string, zh: "品种", en: "Fuel or other item; null where the indicator has none"}
--   - {name: fuel_zh, type: string, zh: "品种名称", en: "Fuel or other item, in Chinese"}
--   - {name: unit, type: string, zh: "单位", en: "Unit"}
--   - {name: price_basis, type: string, zh: "价格口径", en: "Prices: current, constant with the base year, or not money"}
--   - {name: basis, type: string, zh: "物质口径或价格口径", en: "Substance or price basis"}
--   - {name: source, type: string, zh: "出版物（不含年份）", en: "Publication, without the year"}
--   - {name: index_source, type: string, zh: "价格平减所用指数的出版物（与本序列出版物不同时）", en: "Publication of the index it was deflated by, where that is another one"}
--   - {name: classification, type: string, zh: "行业分类版本（GB/T 4754）", en: "Version of GB/T 4754 that it is counted by"}
--   - {name: kind, type: string, zh: "种类（classification 行业分类变更，level_step 水平跳变）", en: "classification (GB/T 4754 changed) or level_step"}
--   - {name: last_year, type: int, zh: "断点前的最后一年", en: "Last year before the break"}
--   - {name: next_year, type: int, zh: "断点后的第一年", en: "First year after the break"}
--   - {name: change, type: double, zh: "断点处的变化率", en: "Relative change from the last year before to the first year after"}
--   - {name: limit_of_change, type: double, zh: "判为跳变的变化率界限", en: "Relative change beyond which it is a step; null for a change of classification"}
--   - {name: origin, type: string, zh: "数据性质（printed 刊载，computed 计算，estimated 估算，assumed 假设）", en: "How it came to be: printed, computed, estimated or assumed; the weakest input decides", null_when: "false", holds: "origin IN ('printed', 'computed', 'estimated', 'assumed')"}
--   - {name: reason, type: string, zh: "原因", en: "Reason"}
--   - {name: series, type: string, zh: "断点前的序列（内部标识）", en: "Series before the break, as in core.series: the technical name"}
--   - {name: next_series, type: string, zh: "断点后的序列（内部标识）", en: "Series after the break"}
-- lineage:
--   change:
--     formula: (after - before) / before
--     terms:
--       before: {from: core.series, column: value, on: {region_code: region_code, series: series, year: last_year}}
--       after: {from: core.series, column: value, on: {region_code: region_code, series: next_series, year: next_year}}
SELECT s.region_code,
       k.region_name,
       k.indicator,
       k.indicator_zh,
       k.sector,
       k.sector_zh,
       k.fuel,
       k.fuel_zh,
       k.unit,
       k.price_basis,
       k.basis,
       k.source,
       k.index_source,
       k.classification,
       s.kind,
       s.last_year,
       s.next_year,
       s.change,
       s.limit_of_change,
       s.origin,
       s.reason,
       s.series,
       s.next_series
FROM core.series_break s
JOIN core.series_summary k ON k.region_code = s.region_code AND k.series = s.series
