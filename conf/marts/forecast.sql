-- table: mart.forecast
-- zh: 预测：地区、序列、模型、年份各一行，附回测误差；未通过检验的模型只有原因
-- en: "Forecasts to the target years by series, model and year, each with the errors of its back-test; a model that fails a gate has one row with the reason and no figures"
-- question: {zh: "照目前趋势或给定情景，以后各年会是多少，预测有多可信？", en: "Where does a series go from here, and how well did the same model predict the past?"}
-- method: docs/methods/statistics.md#forecasts
-- key: [region_code, series, model, year]
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
--   - {name: year, type: int, zh: "年份", en: "Year; of a row without figures the target year that is not assessed"}
--   - {name: model, type: string, zh: "模型（括号内为情景）", en: "gm11, damped_trend, or the driver model with its scenario in brackets; any where no model could be used"}
--   - {name: scenario, type: string, zh: "情景", en: "Scenario of conf/scenarios"}
--   - {name: value, type: double, zh: "预测值", en: "Forecast, in unit; null where a gate failed", holds: "value > 0", null_when: "status <> 'assessed'"}
--   - {name: low, type: double, zh: "下限（95%）", en: "Lower limit of 95 %", holds: "low > 0 AND low <= value", null_when: "value IS NULL"}
--   - {name: high, type: double, zh: "上限（95%）", en: "Upper limit of 95 %", holds: "high >= value", null_when: "value IS NULL"}
--   - {name: fitted_from, type: int, zh: "拟合起始年份", en: "First year of the unbroken run it is fitted to", null_when: "status <> 'assessed'"}
--   - {name: fitted_to, type: int, zh: "拟合终止年份", en: "Last year of that run", null_when: "status <> 'assessed'"}
--   - {name: backtest_from, type: int, zh: "回测起始年份", en: "First year that was held back", null_when: "value IS NULL"}
--   - {name: backtest_to, type: int, zh: "回测终止年份", en: "Last year that was held back", null_when: "value IS NULL"}
--   - {name: backtest_mape, type: double, zh: "回测平均绝对相对误差", en: "Mean absolute relative error of the back-test", min: 0, null_when: "value IS NULL"}
--   - {name: backtest_rmse, type: double, zh: "回测均方根误差", en: "Root mean square error of the back-test, in unit", null_when: "value IS NULL"}
--   - {name: backtest_bias, type: double, zh: "回测平均误差", en: "Mean error of the back-test, actual less forecast, in unit", null_when: "value IS NULL"}
--   - {name: origin, type: string, zh: "数据性质（printed 刊载，computed 计算，estimated 估算，assumed 假设）", en: "How it came to be: printed, computed, estimated or assumed; the weakest input decides", null_when: "false", holds: "origin IN ('printed', 'computed', 'estimated', 'assumed')"}
--   - {name: status, type: string, zh: "是否评估及原因", en: "assessed, or why not"}
--   - {name: series, type: string, zh: "序列名称（内部标识）", en: "Series, as in core.series: the technical name"}
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
       s.forecast.year,
       s.forecast.model,
       s.forecast.scenario,
       s.forecast.value,
       s.forecast.low,
       s.forecast.high,
       s.forecast.fitted_from,
       s.forecast.fitted_to,
       s.forecast.backtest_from,
       s.forecast.backtest_to,
       s.forecast.backtest_mape,
       s.forecast.backtest_rmse,
       s.forecast.backtest_bias,
       s.origin,
       s.forecast.status,
       s.series
FROM core.series_statistic s
LEFT JOIN core.region r ON r.region_code = s.region_code
LEFT JOIN core.series_summary k ON k.region_code = s.region_code AND k.series = s.series
WHERE s.kind = 'forecast'
