-- table: mart.decoupling
-- zh: 脱钩：地区、问题、驱动与压力、起止年份各一行；驱动仅用不变价
-- en: "Decoupling of pressures from their drivers at constant prices, from year to year and over each run between breaks; one row is the answer to each question"
-- question: {zh: "经济增长与能源、排放是否脱钩？", en: "Do energy use and emissions still grow with the economy?"}
-- method: docs/methods/statistics.md#decoupling-and-elasticity
-- key: [region_code, question, driver, pressure, year_from, year_to]
-- columns:
--   - {name: region_code, type: string, zh: "地区代码", en: "Region (GB/T 2260)"}
--   - {name: region_name, type: string, zh: "地区", en: "Region in Chinese"}
--   - {name: question, type: string, zh: "问题（见 conf/industry/analysis.yaml）", en: "Question of conf/industry/analysis.yaml"}
--   - {name: question_zh, type: string, zh: "问题", en: "Question in Chinese"}
--   - {name: choice, type: string, zh: "选用（declared 按声明的优先级选定，alternative 备选）", en: "declared: the pair that counts by declared priority; alternative: others that fit the question"}
--   - {name: answer, type: boolean, zh: "是否为该问题的回答", en: "Whether it is the one answer to the question for the region (and sector)"}
--   - {name: span, type: string, zh: "区间（run 整个连续段，year 逐年）", en: "run: the whole run of years between breaks; year: one year to the next"}
--   - {name: year_from, type: int, zh: "起始年份", en: "First year; of a pair that is not assessed the first of the years that it could be of"}
--   - {name: year_to, type: int, zh: "终止年份", en: "Last year, likewise"}
--   - {name: driver_indicator, type: string, zh: "驱动：指标", en: "Driver: indicator"}
--   - {name: driver_indicator_zh, type: string, zh: "驱动：指标名称", en: "Driver: indicator, in Chinese"}
--   - {name: driver_sector, type: string, zh: "驱动：部门、行业或行业集合", en: "Driver: sector, industry or set of industries; null where the indicator has none"}
--   - {name: driver_sector_zh, type: string, zh: "驱动：部门名称", en: "Driver: sector, in Chinese"}
--   - {name: driver_fuel, type: string, zh: "驱动：品种", en: "Driver: fuel or other item; null where the indicator has none"}
--   - {name: driver_fuel_zh, type: string, zh: "驱动：品种名称", en: "Driver: fuel or other item, in Chinese"}
--   - {name: driver_unit, type: string, zh: "驱动：单位", en: "Driver: unit"}
--   - {name: driver_price_basis, type: string, zh: "驱动：价格口径", en: "Driver: prices: current, constant with the base year, or not money", holds: "driver_price_basis <> 'current'", null_when: "driver = 'none'"}
--   - {name: driver_basis, type: string, zh: "驱动：物质口径或价格口径", en: "Driver: substance or price basis"}
--   - {name: driver_source, type: string, zh: "驱动：出版物（不含年份）", en: "Driver: publication, without the year"}
--   - {name: driver_index_source, type: string, zh: "驱动：价格平减所用指数的出版物（与本序列出版物不同时）", en: "Driver: publication of the index it was deflated by, where that is another one"}
--   - {name: driver_classification, type: string, zh: "驱动：行业分类版本（GB/T 4754）", en: "Driver: version of GB/T 4754 that it is counted by"}
--   - {name: pressure_indicator, type: string, zh: "压力：指标", en: "Pressure: indicator", null_when: "false"}
--   - {name: pressure_indicator_zh, type: string, zh: "压力：指标名称", en: "Pressure: indicator, in Chinese"}
--   - {name: pressure_sector, type: string, zh: "压力：部门、行业或行业集合", en: "Pressure: sector, industry or set of industries; null where the indicator has none"}
--   - {name: pressure_sector_zh, type: string, zh: "压力：部门名称", en: "Pressure: sector, in Chinese"}
--   - {name: pressure_fuel, type: string, zh: "压力：品种", en: "Pressure: fuel or other item; null where the indicator has none"}
--   - {name: pressure_fuel_zh, type: string, zh: "压力：品种名称", en: "Pressure: fuel or other item, in Chinese"}
--   - {name: pressure_unit, type: string, zh: "压力：单位", en: "Pressure: unit"}
--   - {name: pressure_price_basis, type: string, zh: "压力：价格口径", en: "Pressure: prices: current, constant with the base year, or not money"}
--   - {name: pressure_basis, type: string, zh: "压力：物质口径或价格口径", en: "Pressure: substance or price basis"}
--   - {name: pressure_source, type: string, zh: "压力：出版物（不含年份）", en: "Pressure: publication, without the year"}
--   - {name: pressure_index_source, type: string, zh: "压力：价格平减所用指数的出版物（与本序列出版物不同时）", en: "Pressure: publication of the index it was deflated by, where that is another one"}
--   - {name: pressure_classification, type: string, zh: "压力：行业分类版本（GB/T 4754）", en: "Pressure: version of GB/T 4754 that it is counted by"}
--   - {name: driver_change, type: double, zh: "驱动变化率", en: "Relative change of the driver", null_when: "status <> 'assessed'"}
--   - {name: pressure_change, type: double, zh: "压力变化率", en: "Relative change of the pressure", null_when: "status <> 'assessed'"}
--   - {name: elasticity, type: double, zh: "弹性", en: "Relative change of the pressure over that of the driver", holds: "status = 'assessed'", null_when: "status <> 'assessed' OR driver_change = 0"}
--   - {name: state, type: string, zh: "脱钩状态（Tapio）", en: "State by Tapio"}
--   - {name: state_zh, type: string, zh: "脱钩状态（Tapio），中文", en: "State by Tapio, in Chinese"}
--   - {name: oecd_ratio, type: double, zh: "OECD 比率", en: "Pressure per driver at the end over that at the start", null_when: "status <> 'assessed'"}
--   - {name: oecd_factor, type: double, zh: "OECD 脱钩因子", en: "1 - oecd_ratio; above zero where they decouple", null_when: "status <> 'assessed'"}
--   - {name: origin, type: string, zh: "数据性质（printed 刊载，computed 计算，estimated 估算，assumed 假设）", en: "How it came to be: printed, computed, estimated or assumed; the weakest input decides", null_when: "false", holds: "origin IN ('printed', 'computed', 'estimated', 'assumed')"}
--   - {name: status, type: string, zh: "是否评估及原因", en: "assessed, or why not"}
--   - {name: driver, type: string, zh: "驱动序列（内部标识，用于追溯；没有不变价驱动时为 none）", en: "Driver, as in core.series: the technical name, for traces; none where the region has no driver at constant prices"}
--   - {name: pressure, type: string, zh: "压力序列（内部标识，用于追溯）", en: "Pressure, as in core.series: the technical name, for traces"}
-- lineage:
--   elasticity:
--     formula: (pressure_to - pressure_from) / pressure_from / ((driver_to - driver_from) / driver_from)
--     terms:
--       driver_from: {from: core.series, column: value, on: {region_code: region_code, series: driver, year: year_from}}
--       driver_to: {from: core.series, column: value, on: {region_code: region_code, series: driver, year: year_to}}
--       pressure_from: {from: core.series, column: value, on: {region_code: region_code, series: pressure, year: year_from}}
--       pressure_to: {from: core.series, column: value, on: {region_code: region_code, series: pressure, year: year_to}}
--   oecd_ratio:
--     formula: pressure_to / driver_to / (pressure_from / driver_from)
--     terms:
--       driver_from: {from: core.series, column: value, on: {region_code: region_code, series: driver, year: year_from}}
--       driver_to: {from: core.series, column: value, on: {region_code: region_code, series: driver, year: year_to}}
--       pressure_from: {from: core.series, column: value, on: {region_code: region_code, series: pressure, year: year_from}}
--       pressure_to: {from: core.series, column: value, on: {region_code: region_code, series: pressure, year: year_to}}
SELECT s.region_code,
       r.zh AS region_name,
       s.decoupling.question,
       s.decoupling.question_zh,
       s.decoupling.choice,
       s.decoupling.answer,
       s.decoupling.span,
       s.decoupling.year_from,
       s.decoupling.year_to,
       d.indicator AS driver_indicator,
       d.indicator_zh AS driver_indicator_zh,
       d.sector AS driver_sector,
       d.sector_zh AS driver_sector_zh,
       d.fuel AS driver_fuel,
       d.fuel_zh AS driver_fuel_zh,
       d.unit AS driver_unit,
       d.price_basis AS driver_price_basis,
       d.basis AS driver_basis,
       d.source AS driver_source,
       d.index_source AS driver_index_source,
       d.classification AS driver_classification,
       p.indicator AS pressure_indicator,
       p.indicator_zh AS pressure_indicator_zh,
       p.sector AS pressure_sector,
       p.sector_zh AS pressure_sector_zh,
       p.fuel AS pressure_fuel,
       p.fuel_zh AS pressure_fuel_zh,
       p.unit AS pressure_unit,
       p.price_basis AS pressure_price_basis,
       p.basis AS pressure_basis,
       p.source AS pressure_source,
       p.index_source AS pressure_index_source,
       p.classification AS pressure_classification,
       s.decoupling.driver_change,
       s.decoupling.pressure_change,
       s.decoupling.elasticity,
       s.decoupling.state,
       s.decoupling.state_zh,
       s.decoupling.oecd_ratio,
       s.decoupling.oecd_factor,
       s.origin,
       s.decoupling.status,
       coalesce(nullif(s.against, ''), 'none') AS driver,
       s.series AS pressure
FROM core.series_statistic s
LEFT JOIN core.region r ON r.region_code = s.region_code
LEFT JOIN core.series_summary d ON d.region_code = s.region_code AND d.series = s.against
LEFT JOIN core.series_summary p ON p.region_code = s.region_code AND p.series = s.series
WHERE s.kind = 'decoupling'
