-- table: mart.growth
-- zh: 增长：序列、地区、起止年份、方法各一行
-- en: Growth of every series by method, over the whole series and from year to year
-- question: {zh: "某个指标增长了多少，按什么方法计算？", en: "By how much did an indicator grow, and by which method?"}
-- key: [region_code, series, from_year, to_year, method]
-- columns:
--   - {name: series, type: string, zh: 序列名称, en: "Series, as in core.series"}
--   - {name: region_code, type: string, zh: 地区代码, en: Region (GB/T 2260)}
--   - {name: from_year, type: int, zh: 起始年份, en: First year}
--   - {name: to_year, type: int, zh: 终止年份, en: Last year}
--   - {name: intervals, type: int, zh: 间隔数（年）, en: Number of yearly intervals}
--   - {name: method, type: string, zh: 方法（total 总增长，simple 简单平均，mean of yearly 逐年平均，compound 复合）, en: "total, simple, mean of yearly or compound; classification_break where the years do not measure the same industry"}
--   - {name: price_basis, type: string, zh: 价格口径, en: "current, constant with its base year, or not money"}
--   - {name: value, type: double, unit: "1", zh: 增长率（比率）, en: "Growth as a ratio: 0.9187 is 91.87 %; per year unless the method is total"}
--   - {name: status, type: string, zh: 是否可评估及原因, en: "assessed, or why not"}
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
--       all_values: {from: core.series, column: value, on: {region_code: region_code, series: series}, list_by: year}
SELECT series,
       region_code,
       growth.from_year,
       growth.to_year,
       growth.intervals,
       growth.method,
       growth.price_basis,
       growth.value,
       growth.status
FROM core.series_statistic
WHERE kind = 'growth'
