-- table: mart.trend
-- zh: 趋势：地区、序列、连续段、检验各一行；仅含可评估的序列，其余见 mart.series
-- en: "Trend tests of every series that can be assessed, one row per series, run and test; mart.series says why the others are not"
-- question: {zh: "某个指标是否有显著的上升或下降趋势，何时转折？", en: "Does an indicator rise or fall significantly, and when did it turn?"}
-- method: docs/methods/statistics.md#trend-tests
-- key: [region_code, series, first_year, mk_test]
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
--   - {name: first_year, type: int, zh: "首年（断点之后）", en: "First year of the run that is tested; runs are separated by breaks"}
--   - {name: last_year, type: int, zh: "末年", en: "Last year of the run"}
--   - {name: n, type: int, zh: "检验所用的观测数（去趋势预白化少一个）", en: "Observations that the test takes: one less than the run has where pre-whitening removes one", null_when: "false", holds: "n + gaps + IF(mk_test = 'trend_free_pre_whitening', 1, 0) = last_year - first_year + 1"}
--   - {name: mk_test, type: string, zh: "检验", en: "Mann-Kendall test: original, hamed_rao or trend_free_pre_whitening; a run with gaps has the original only, as the others correct for correlation from year to year"}
--   - {name: s, type: double, zh: "S 统计量", en: "Kendall's S", null_when: "status <> 'assessed'"}
--   - {name: var_s, type: double, zh: "S 的方差", en: "Variance of S", null_when: "status <> 'assessed'"}
--   - {name: z, type: double, zh: "标准化统计量", en: "Standardised score", null_when: "status <> 'assessed'"}
--   - {name: p, type: double, zh: "双侧概率", en: "Two-sided p", min: 0, max: 1, null_when: "status <> 'assessed'"}
--   - {name: tau, type: double, zh: "Kendall τ（tau-a）", en: "Kendall tau-a", null_when: "status <> 'assessed'", min: -1, max: 1}
--   - {name: sen_slope, type: double, zh: "Sen 斜率（单位/年）", en: "Sen's slope, unit per year", null_when: "status <> 'assessed'"}
--   - {name: sen_low, type: double, zh: "Sen 斜率下限", en: "Lower limit of the slope", null_when: "status <> 'assessed' OR n < 10", holds: "sen_low <= sen_slope AND sen_slope <= sen_high"}
--   - {name: sen_high, type: double, zh: "Sen 斜率上限", en: "Upper limit of the slope", null_when: "status <> 'assessed' OR n < 10"}
--   - {name: autocorrelation, type: double, zh: "一阶自相关（有缺口时为空）", en: "Lag-1 autocorrelation, of runs without gaps", null_when: "status <> 'assessed' OR sen_slope = 0 OR gaps > 0", min: -1, max: 1}
--   - {name: change_point_year, type: int, zh: "变点：前段的最后一年", en: "Last year of the earlier part", null_when: "status <> 'assessed' OR sen_slope = 0"}
--   - {name: change_point_p, type: double, zh: "变点的概率（Pettitt）", en: "p of Pettitt's change point", null_when: "status <> 'assessed' OR sen_slope = 0", min: 0, max: 1}
--   - {name: trend, type: string, zh: "判断（increasing 上升，decreasing 下降，no trend 无趋势）", en: "increasing, decreasing, no trend or undefined at the level of conf/industry/analysis.yaml"}
--   - {name: gaps, type: int, zh: "缺口年数", en: "Years without a figure between the first and the last"}
--   - {name: origin, type: string, zh: "数据性质（printed 刊载，computed 计算，estimated 估算，assumed 假设）", en: "How it came to be: printed, computed, estimated or assumed; the weakest input decides", null_when: "false", holds: "origin IN ('printed', 'computed', 'estimated', 'assumed')"}
--   - {name: status, type: string, zh: "是否评估及原因", en: "assessed, or why not"}
--   - {name: series, type: string, zh: "序列名称（内部标识，用于追溯）", en: "Series, as in core.series: the technical name, for traces"}
-- lineage:
--   s:
--     formula: >-
--       CASE WHEN mk_test IN ('original', 'hamed_rao', 'yue_wang')
--       THEN aggregate(sequence(0, size(all_values) - 2), 0D, (sum, i) -> sum + aggregate(slice(all_values, i + 2, size(all_values)), 0D, (part, x) -> part + sign(x - all_values[i])))
--       ELSE of_whitened END
--     terms:
--       mk_test: {}
--       of_whitened: {column: s}
--       all_values: {from: core.series, column: value, on: {region_code: region_code, series: series, run_from: first_year}, list_by: year}
--   sen_slope:
--     formula: >-
--       aggregate(array(int((size(all_values) * (size(all_values) - 1) / 2 - 1) / 2), int(size(all_values) * (size(all_values) - 1) / 4)), 0D,
--       (sum, k) -> sum + array_sort(flatten(transform(sequence(0, size(all_values) - 2), i -> transform(sequence(i + 1, size(all_values) - 1), j -> (all_values[j] - all_values[i]) / (years[j] - years[i])))))[k]) / 2
--     terms:
--       all_values: {from: core.series, column: value, on: {region_code: region_code, series: series, run_from: first_year}, list_by: year}
--       years: {from: core.series, column: year, on: {region_code: region_code, series: series, run_from: first_year}, list_by: year}
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
       s.trend.first_year,
       s.trend.last_year,
       s.trend.n,
       s.trend.mk_test,
       s.trend.s,
       s.trend.var_s,
       s.trend.z,
       s.trend.p,
       s.trend.tau,
       s.trend.sen_slope,
       s.trend.sen_low,
       s.trend.sen_high,
       s.trend.autocorrelation,
       s.trend.change_point_year,
       s.trend.change_point_p,
       s.trend.trend,
       s.trend.gaps,
       s.origin,
       s.trend.status,
       s.series
FROM core.series_statistic s
LEFT JOIN core.region r ON r.region_code = s.region_code
LEFT JOIN core.series_summary k ON k.region_code = s.region_code AND k.series = s.series
WHERE s.kind = 'trend'
