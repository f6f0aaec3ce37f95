-- table: mart.growth
-- zh: 增长：地区、序列、起止年份、方法各一行；仅含可评估的序列，其余见 mart.series
-- en: "Growth of every series that can be assessed, by method over each run between breaks and from year to year; mart.series says why the others are not"
-- question: {zh: "某个指标增长了多少，按什么方法计算？", en: "By how much did an indicator grow, and by which method?"}
-- method: docs/methods/statistics.md#growth
-- key: [region_code, series, from_year, to_year, method]
-- columns:
--   - {name: region_code, type: string, zh: "地区代码", en: "Region (GB/T 2260)"}
--   - {name: region_name, type: string, zh: "地区", en: "Region in Chinese"}
--   - {name: indicator, type: string, zh: "指标", en: "Indicator", null_when: "false"}
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
--   - {name: from_year, type: int, zh: "起始年份", en: "First year"}
--   - {name: to_year, type: int, zh: "终止年份", en: "Last year"}
--   - {name: intervals, type: int, zh: "间隔数（年）", en: "Number of yearly intervals"}
--   - {name: method, type: string, zh: "方法（total 总增长，simple 简单平均，mean of yearly 逐年平均，compound 复合）", en: "total, simple, mean of yearly or compound"}
--   - {name: value, type: double, zh: "增长率（比率）", en: "Growth as a ratio: 0.9187 is 91.87 %; per year unless the method is total", min: -1, null_when: "false"}
--   - {name: origin, type: string, zh: "数据性质（printed 刊载，computed 计算，estimated 估算，assumed 假设）", en: "How it came to be: printed, computed, estimated or assumed; the weakest input decides", null_when: "false", holds: "origin IN ('printed', 'computed', 'estimated', 'assumed')"}
--   - {name: status, type: string, zh: "是否评估及原因", en: "assessed, or why not"}
--   - {name: first_year, type: int, zh: "所属连续段的首年（用于追溯）", en: "First year of the run that it belongs to, for traces"}
--   - {name: series, type: string, zh: "序列名称（内部标识，用于追溯）", en: "Series, as in core.series: the technical name, for traces"}
-- lineage:
--   value:
--     formula: >-
--       CASE method WHEN 'total' THEN last / first - 1
--       WHEN 'simple' THEN (last / first - 1) / intervals
--       WHEN 'compound' THEN CASE WHEN intervals = 1 THEN last / first - 1 ELSE power(last / first, 1.0D / intervals) - 1 END
--       WHEN 'mean of yearly' THEN aggregate(sequence(1, size(all_values) - 1), 0D, (sum, i) -> sum + (all_values[i] / all_values[i - 1] - 1)) / intervals END
--     terms:
--       method: {}
--       intervals: {}
--       first: {from: core.series, column: value, on: {region_code: region_code, series: series, year: from_year}}
--       last: {from: core.series, column: value, on: {region_code: region_code, series: series, year: to_year}}
--       all_values: {from: core.series, column: value, on: {region_code: region_code, series: series, run_from: first_year}, list_by: year}
SELECT s.region_code,
       r.zh AS region_name,
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
       s.growth.from_year,
       s.growth.to_year,
       s.growth.intervals,
       s.growth.method,
       s.growth.value,
       s.origin,
       s.growth.status,
       s.growth.first_year,
       s.series
FROM core.series_statistic s
LEFT JOIN core.region r ON r.region_code = s.region_code
LEFT JOIN core.series_summary k ON k.region_code = s.region_code AND k.series = s.series
WHERE s.kind = 'growth'
