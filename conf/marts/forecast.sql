-- table: mart.forecast
-- zh: 预测：序列、地区、模型、年份各一行，附回测误差
-- en: Forecasts by series, region, model and year, each with the errors of its back-test
-- question: {zh: "照目前趋势或给定情景，以后各年会是多少，预测有多可信？", en: "Where does a series go from here, and how well did the same model predict the past?"}
-- key: [region_code, series, model, year]
-- columns:
--   - {name: series, type: string, zh: 序列名称, en: "Series, as in core.series"}
--   - {name: year, type: int, zh: 年份, en: Year}
--   - {name: value, type: double, unit: "of the series", zh: 预测值, en: "Forecast, in the unit of the series"}
--   - {name: low, type: double, unit: "of the series", zh: 下限, en: Lower limit}
--   - {name: high, type: double, unit: "of the series", zh: 上限, en: Upper limit}
--   - {name: model, type: string, zh: 模型（括号内为情景）, en: "gm11, damped_trend, or the driver model with its scenario in brackets"}
--   - {name: region_code, type: string, zh: 地区代码, en: Region (GB/T 2260)}
--   - {name: scenario, type: string, zh: 情景, en: Scenario of conf/scenarios}
--   - {name: fitted_from, type: int, zh: 拟合起始年份, en: First year of the unbroken run it is fitted to}
--   - {name: backtest_from, type: int, zh: 回测起始年份, en: First year that was held back}
--   - {name: backtest_to, type: int, zh: 回测终止年份, en: Last year that was held back}
--   - {name: backtest_mape, type: double, zh: 回测平均绝对相对误差, en: Mean absolute relative error of the back-test}
--   - {name: backtest_rmse, type: double, unit: "of the series", zh: 回测均方根误差, en: Root mean square error of the back-test}
--   - {name: backtest_bias, type: double, unit: "of the series", zh: 回测平均误差, en: "Mean error of the back-test, actual less forecast"}
--   - {name: status, type: string, zh: 是否可评估及原因, en: "assessed, or why not"}
SELECT series,
       forecast.year,
       forecast.value,
       forecast.low,
       forecast.high,
       forecast.model,
       region_code,
       forecast.scenario,
       forecast.fitted_from,
       forecast.backtest_from,
       forecast.backtest_to,
       forecast.backtest_mape,
       forecast.backtest_rmse,
       forecast.backtest_bias,
       forecast.status
FROM core.series_statistic
WHERE kind = 'forecast'
