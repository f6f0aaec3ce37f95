-- table: mart.trend
-- zh: 趋势：序列、地区、检验各一行
-- en: Trend tests of every series, one row per series, region and test
-- question: {zh: "某个指标是否有显著的上升或下降趋势，何时转折？", en: "Does an indicator rise or fall significantly, and when did it turn?"}
-- key: [region_code, series, mk_test, change_point_year]
-- columns:
--   - {name: series, type: string, zh: 序列名称, en: "Series, as in core.series"}
--   - {name: region_code, type: string, zh: 地区代码, en: Region (GB/T 2260)}
--   - {name: n, type: int, zh: 观测数, en: Observations}
--   - {name: mk_test, type: string, zh: 检验（classification_break 为行业分类断点）, en: Mann-Kendall test; classification_break where the classification changes}
--   - {name: s, type: double, zh: S 统计量, en: Kendall's S}
--   - {name: var_s, type: double, zh: S 的方差, en: Variance of S}
--   - {name: z, type: double, zh: 标准化统计量, en: Standardised score}
--   - {name: p, type: double, zh: 双侧概率, en: Two-sided p}
--   - {name: tau, type: double, zh: Kendall τ（tau-a）, en: Kendall tau-a}
--   - {name: sen_slope, type: double, unit: "of the series per year", zh: Sen 斜率（每年）, en: "Sen's slope, unit of the series per year"}
--   - {name: sen_low, type: double, unit: "of the series per year", zh: Sen 斜率下限, en: Lower limit of the slope}
--   - {name: sen_high, type: double, unit: "of the series per year", zh: Sen 斜率上限, en: Upper limit of the slope}
--   - {name: autocorrelation, type: double, zh: 一阶自相关, en: Lag-1 autocorrelation}
--   - {name: change_point_year, type: int, zh: 变点：前段的最后一年, en: Last year of the earlier part}
--   - {name: change_point_p, type: double, zh: 变点的概率（Pettitt）, en: p of Pettitt's change point}
--   - {name: trend, type: string, zh: 判断, en: "increasing, decreasing, no trend or undefined at the level of conf/industry/analysis.yaml"}
--   - {name: gaps, type: int, zh: 缺值数, en: Years without a value}
--   - {name: status, type: string, zh: 是否可评估及原因, en: "assessed, or why not"}
-- lineage:
--   s:
--     formula: >-
--       CASE WHEN mk_test IN ('original', 'hamed_rao', 'yue_wang')
--       THEN aggregate(sequence(0, size(all_values) - 2), 0D, (sum, i) -> sum + aggregate(slice(all_values, i + 2, size(all_values)), 0D, (part, x) -> part + sign(x - all_values[i])))
--       ELSE of_whitened END
--     terms:
--       mk_test: {}
--       of_whitened: {column: s}
--       all_values: {from: core.series, column: value, on: {region_code: region_code, series: series}, list_by: year}
--   sen_slope:
--     formula: >-
--       aggregate(array(int((size(all_values) * (size(all_values) - 1) / 2 - 1) / 2), int(size(all_values) * (size(all_values) - 1) / 4)), 0D,
--       (sum, k) -> sum + array_sort(flatten(transform(sequence(0, size(all_values) - 2), i -> transform(sequence(i + 1, size(all_values) - 1), j -> (all_values[j] - all_values[i]) / (years[j] - years[i])))))[k]) / 2
--     terms:
--       all_values: {from: core.series, column: value, on: {region_code: region_code, series: series}, list_by: year}
--       years: {from: core.series, column: year, on: {region_code: region_code, series: series}, list_by: year}
SELECT series,
       region_code,
       trend.n,
       trend.mk_test,
       trend.s,
       trend.var_s,
       trend.z,
       trend.p,
       trend.tau,
       trend.sen_slope,
       trend.sen_low,
       trend.sen_high,
       trend.autocorrelation,
       trend.change_point_year,
       trend.change_point_p,
       trend.trend,
       trend.gaps,
       trend.status
FROM core.series_statistic
WHERE kind = 'trend'
