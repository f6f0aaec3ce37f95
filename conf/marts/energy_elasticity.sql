-- table: mart.energy_elasticity
-- zh: 能源消费弹性系数：地区、起止年份、产出与能源各一行
-- en: Elasticity of energy consumption, year to year and over the whole span
-- question: {zh: "经济每增长 1%，能源消费增长百分之几？", en: "By how many per cent does energy consumption grow for each per cent of output?"}
-- key: [region_code, output, energy, year_from, year_to]
-- columns:
--   - {name: region_code, type: string, zh: 地区代码, en: Region (GB/T 2260)}
--   - {name: year_from, type: int, zh: 起始年份, en: First year}
--   - {name: year_to, type: int, zh: 终止年份, en: Last year}
--   - {name: output, type: string, zh: 产出序列, en: "Output, a series of core.series"}
--   - {name: energy, type: string, zh: 能源序列, en: "Energy, a series of core.series"}
--   - {name: intervals, type: int, zh: 间隔数（年）, en: Number of yearly intervals}
--   - {name: energy_growth, type: double, zh: 能源年均增长（复合）, en: "Compound yearly growth of energy, ratio"}
--   - {name: output_growth, type: double, zh: 产出年均增长（复合）, en: "Compound yearly growth of output, ratio"}
--   - {name: price_basis, type: string, zh: 产出的价格口径, en: Prices of the output}
--   - {name: elasticity, type: double, zh: 能源消费弹性系数, en: energy_growth over output_growth}
--   - {name: status, type: string, zh: 是否可评估及原因, en: "assessed, or why not"}
-- lineage:
--   elasticity:
--     formula: (CASE WHEN intervals = 1 THEN energy_to / energy_from - 1 ELSE power(energy_to / energy_from, 1.0D / intervals) - 1 END) / (CASE WHEN intervals = 1 THEN output_to / output_from - 1 ELSE power(output_to / output_from, 1.0D / intervals) - 1 END)
--     terms:
--       intervals: {}
--       output_from: {from: core.series, column: value, on: {region_code: region_code, series: output, year: year_from}}
--       output_to: {from: core.series, column: value, on: {region_code: region_code, series: output, year: year_to}}
--       energy_from: {from: core.series, column: value, on: {region_code: region_code, series: energy, year: year_from}}
--       energy_to: {from: core.series, column: value, on: {region_code: region_code, series: energy, year: year_to}}
SELECT region_code,
       elasticity.year_from,
       elasticity.year_to,
       against AS output,
       series AS energy,
       elasticity.intervals,
       elasticity.energy_growth,
       elasticity.output_growth,
       elasticity.price_basis,
       elasticity.elasticity,
       elasticity.status
FROM core.series_statistic
WHERE kind = 'elasticity'
