-- table: mart.energy_elasticity
-- zh: 能源消费弹性系数：地区、问题、产出与能源、起止年份各一行；产出仅用不变价
-- en: "Elasticity of energy consumption to output at constant prices, from year to year and over each run between breaks; one row is the answer to each question"
-- question: {zh: "经济每增长 1%，能源消费增长百分之几？", en: "By how many per cent does energy consumption grow for each per cent of output?"}
-- method: docs/methods/statistics.md#decoupling-and-elasticity
-- key: [region_code, question, output, energy, year_from, year_to]
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
--   - {name: output_indicator, type: string, zh: "产出：指标", en: "Output: indicator"}
--   - {name: output_indicator_zh, type: string, zh: "产出：指标名称", en: "Output: indicator, in Chinese"}
--   - {name: output_sector, type: string, zh: "产出：部门、行业或行业集合", en: "Output: sector, industry or set of industries; null where the indicator has none"}
--   - {name: output_sector_zh, type: string, zh: "产出：部门名称", en: "Output: sector, in Chinese"}
--   - {name: output_fuel, type: string, zh: "产出：品种", en: "Output: fuel or other item; null where the indicator has none"}
--   - {name: output_fuel_zh, type: string, zh: "产出：品种名称", en: "Output: fuel or other item, in Chinese"}
--   - {name: output_unit, type: string, zh: "产出：单位", en: "Output: unit"}
--   - {name: output_price_basis, type: string, zh: "产出：价格口径", en: "Output: prices: current, constant with the base year, or not money", holds: "output_price_basis <> 'current'", null_when: "output = 'none'"}
--   - {name: output_basis, type: string, zh: "产出：物质口径或价格口径", en: "Output: substance or price basis"}
--   - {name: output_source, type: string, zh: "产出：出版物（不含年份）", en: "Output: publication, without the year"}
--   - {name: output_index_source, type: string, zh: "产出：价格平减所用指数的出版物（与本序列出版物不同时）", en: "Output: publication of the index it was deflated by, where that is another one"}
--   - {name: output_classification, type: string, zh: "产出：行业分类版本（GB/T 4754）", en: "Output: version of GB/T 4754 that it is counted by"}
--   - {name: energy_indicator, type: string, zh: "能源：指标", en: "Energy: indicator", null_when: "false"}
--   - {name: energy_indicator_zh, type: string, zh: "能源：指标名称", en: "Energy: indicator, in Chinese"}
--   - {name: energy_sector, type: string, zh: "能源：部门、行业或行业集合", en: "Energy: sector, industry or set of industries; null where the indicator has none"}
--   - {name: energy_sector_zh, type: string, zh: "能源：部门名称", en: "Energy: sector, in Chinese"}
--   - {name: energy_fuel, type: string, zh: "能源：品种", en: "Energy: fuel or other item; null where the indicator has none"}
--   - {name: energy_fuel_zh, type: string, zh: "能源：品种名称", en: "Energy: fuel or other item, in Chinese"}
--   - {name: energy_unit, type: string, zh: "能源：单位", en: "Energy: unit"}
--   - {name: energy_price_basis, type: string, zh: "能源：价格口径", en: "Energy: prices: current, constant with the base year, or not money"}
--   - {name: energy_basis, type: string, zh: "能源：物质口径或价格口径", en: "Energy: substance or price basis"}
--   - {name: energy_source, type: string, zh: "能源：出版物（不含年份）", en: "Energy: publication, without the year"}
--   - {name: energy_index_source, type: string, zh: "能源：价格平减所用指数的出版物（与本序列出版物不同时）", en: "Energy: publication of the index it was deflated by, where that is another one"}
--   - {name: energy_classification, type: string, zh: "能源：行业分类版本（GB/T 4754）", en: "Energy: version of GB/T 4754 that it is counted by"}
--   - {name: intervals, type: int, zh: "间隔数（年）", en: "Number of yearly intervals", null_when: "status <> 'assessed'"}
--   - {name: energy_growth, type: double, zh: "能源年均增长（复合）", en: "Compound yearly growth of energy, ratio", null_when: "status <> 'assessed'"}
--   - {name: output_growth, type: double, zh: "产出年均增长（复合，不变价）", en: "Compound yearly growth of output at constant prices, ratio", null_when: "status <> 'assessed'"}
--   - {name: elasticity, type: double, zh: "能源消费弹性系数", en: "energy_growth over output_growth", holds: "status = 'assessed'", null_when: "status <> 'assessed'"}
--   - {name: origin, type: string, zh: "数据性质（printed 刊载，computed 计算，estimated 估算，assumed 假设）", en: "How it came to be: printed, computed, estimated or assumed; the weakest input decides", null_when: "false", holds: "origin IN ('printed', 'computed', 'estimated', 'assumed')"}
--   - {name: status, type: string, zh: "是否评估及原因", en: "assessed, or why not"}
--   - {name: output, type: string, zh: "产出序列（内部标识，用于追溯；没有不变价产出时为 none）", en: "Output, as in core.series: the technical name, for traces; none where the region has no output at constant prices"}
--   - {name: energy, type: string, zh: "能源序列（内部标识，用于追溯）", en: "Energy, as in core.series: the technical name, for traces"}
-- lineage:
--   elasticity:
--     formula: (CASE WHEN intervals = 1 THEN energy_to / energy_from - 1 ELSE power(energy_to / energy_from, 1.0D / intervals) - 1 END) / (CASE WHEN intervals = 1 THEN output_to / output_from - 1 ELSE power(output_to / output_from, 1.0D / intervals) - 1 END)
--     terms:
--       intervals: {}
--       output_from: {from: core.series, column: value, on: {region_code: region_code, series: output, year: year_from}}
--       output_to: {from: core.series, column: value, on: {region_code: region_code, series: output, year: year_to}}
--       energy_from: {from: core.series, column: value, on: {region_code: region_code, series: energy, year: year_from}}
--       energy_to: {from: core.series, column: value, on: {region_code: region_code, series: energy, year: year_to}}
SELECT s.region_code,
       r.zh AS region_name,
       s.elasticity.question,
       s.elasticity.question_zh,
       s.elasticity.choice,
       s.elasticity.answer,
       s.elasticity.span,
       s.elasticity.year_from,
       s.elasticity.year_to,
       d.indicator AS output_indicator,
       d.indicator_zh AS output_indicator_zh,
       d.sector AS output_sector,
       d.sector_zh AS output_sector_zh,
       d.fuel AS output_fuel,
       d.fuel_zh AS output_fuel_zh,
       d.unit AS output_unit,
       d.price_basis AS output_price_basis,
       d.basis AS output_basis,
       d.source AS output_source,
       d.index_source AS output_index_source,
       d.classification AS output_classification,
       p.indicator AS energy_indicator,
       p.indicator_zh AS energy_indicator_zh,
       p.sector AS energy_sector,
       p.sector_zh AS energy_sector_zh,
       p.fuel AS energy_fuel,
       p.fuel_zh AS energy_fuel_zh,
       p.unit AS energy_unit,
       p.price_basis AS energy_price_basis,
       p.basis AS energy_basis,
       p.source AS energy_source,
       p.index_source AS energy_index_source,
       p.classification AS energy_classification,
       s.elasticity.intervals,
       s.elasticity.energy_growth,
       s.elasticity.output_growth,
       s.elasticity.elasticity,
       s.origin,
       s.elasticity.status,
       coalesce(nullif(s.against, ''), 'none') AS output,
       s.series AS energy
FROM core.series_statistic s
LEFT JOIN core.region r ON r.region_code = s.region_code
LEFT JOIN core.series_summary d ON d.region_code = s.region_code AND d.series = s.against
LEFT JOIN core.series_summary p ON p.region_code = s.region_code AND p.series = s.series
WHERE s.kind = 'elasticity'
