-- table: mart.series
-- zh: 序列一览：地区、序列各一行
-- en: "Every series once: what it measures, its years and breaks, and which statistics of it were assessed or why not"
-- question: {zh: "有哪些序列，起止哪些年份，为什么没有做某项统计？", en: "Which series are there, for which years, and why was a statistic not assessed?"}
-- method: docs/methods/industry.md#series
-- key: [region_code, series]
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
--   - {name: first_year, type: int, zh: "首年", en: "First year"}
--   - {name: last_year, type: int, zh: "末年", en: "Last year"}
--   - {name: n, type: int, zh: "年数", en: "Years with a figure", min: 1, null_when: "false", holds: "n + gaps = last_year - first_year + 1"}
--   - {name: gaps, type: int, zh: "缺口年数", en: "Years without a figure between the first and the last"}
--   - {name: breaks, type: string, zh: "断点（见 mart.series_break）", en: "Its breaks (mart.series_break); null where it has none"}
--   - {name: derivation, type: string, zh: "得出方式（observed 印出，deflated 换算为不变价，set_total 行业集合合计）", en: "observed, deflated to constant prices, or set_total"}
--   - {name: origin, type: string, zh: "数据性质（printed 刊载，computed 计算，estimated 估算，assumed 假设）", en: "How it came to be: printed, computed, estimated or assumed; the weakest input decides", null_when: "false", holds: "origin IN ('printed', 'computed', 'estimated', 'assumed')"}
--   - {name: trend_status, type: string, zh: "趋势检验：是否评估及原因", en: "Trend tests: assessed, or why not"}
--   - {name: growth_status, type: string, zh: "增长：是否评估及原因", en: "Growth: assessed, or why not"}
--   - {name: decoupling_status, type: string, zh: "脱钩：是否评估及原因", en: "Decoupling: assessed, or why not"}
--   - {name: elasticity_status, type: string, zh: "能源消费弹性：是否评估及原因", en: "Elasticity of energy: assessed, or why not"}
--   - {name: driver_model_status, type: string, zh: "驱动因素模型（作为压力）：是否评估及原因", en: "Driver models of it as a pressure: assessed, or why not"}
--   - {name: forecast_status, type: string, zh: "预测：是否评估及原因", en: "Forecasts: assessed, or why not"}
--   - {name: series, type: string, zh: "序列名称（内部标识，用于追溯）", en: "Series, as in core.series: the technical name, for traces"}
SELECT region_code, region_name, indicator, indicator_zh, sector, sector_zh, fuel, fuel_zh, unit, price_basis, basis, source, index_source, classification,
       first_year, last_year, n, gaps, breaks, derivation, origin,
       trend_status, growth_status, decoupling_status, elasticity_status, driver_model_status, forecast_status, series
FROM core.series_summary
