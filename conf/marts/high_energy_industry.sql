-- table: mart.high_energy_industry
-- zh: 高耗能行业：地区、年份、行业（各行业、行业集合、全部工业）各一行
-- en: "High-energy industries by region and year: each industry, each set, and all industry"
-- question: {zh: "高耗能行业用了多少能源，占全部工业多少？", en: "How much energy do the high-energy industries use, and what is their share of all industry?"}
-- key: [region_code, year, industry_code, output_basis, energy_basis]
-- columns:
--   - {name: region_code, type: string, zh: 地区代码, en: Region (GB/T 2260)}
--   - {name: year, type: int, zh: 年份, en: Year}
--   - {name: industry_code, type: string, zh: 行业代码（GB/T 4754-2017 大类；行业集合为其代码）, en: "Division of GB/T 4754-2017, or the set; B-D is all industry"}
--   - {name: industry, type: string, zh: 行业, en: Industry or set}
--   - {name: output, type: double, zh: 产出（元），见 output_indicator, en: "Output in yuan, in prices of output_basis; output_indicator states what it measures"}
--   - {name: output_basis, type: string, zh: 价格口径（current 当年价，constant_年份 不变价）, en: current or constant prices of output and value added}
--   - {name: value_added, type: double, zh: 增加值（元）, en: "Value added in yuan, in prices of output_basis"}
--   - {name: energy_tce, type: double, zh: 能源消费量（吨标准煤）, en: "Energy consumption in t of standard coal, by energy_basis"}
--   - {name: energy_basis, type: string, zh: 能源口径（calorific 当量，coal_equivalent 等价）, en: "calorific, or coal_equivalent where electricity counts with the coal burnt to generate it"}
--   - {name: electricity_kwh, type: double, zh: 用电量（千瓦时）, en: Electricity consumption in kWh}
--   - {name: co2_t, type: double, zh: 二氧化碳排放量（吨）, en: "CO2 emission in t, as the inventory publishes it"}
--   - {name: share_of_output, type: double, zh: 占全部工业产出的比例, en: Share of the output of all industry}
--   - {name: share_of_energy, type: double, zh: 占全地区能源消费的比例, en: Share of the energy consumption of the region}
--   - {name: share_of_co2, type: double, zh: 占全地区二氧化碳排放的比例, en: Share of the CO2 emission of the region}
--   - {name: energy_intensity, type: double, zh: 单位产值能耗（吨标准煤/万元）, en: t of standard coal per 10000 yuan of output}
--   - {name: co2_intensity, type: double, zh: 单位产值二氧化碳排放（吨/万元）, en: t of CO2 per 10000 yuan of output}
--   - {name: edition, type: string, zh: 版次, en: Editions the figures are from}
--   - {name: sector, type: string, zh: 部门代码, en: "Sector or set, as in core.series"}
--   - {name: classification, type: string, zh: 行业分类版本（GB/T 4754）, en: Version of GB/T 4754 the year is counted by}
--   - {name: output_series, type: string, zh: 产值序列, en: Series of the output}
--   - {name: value_added_series, type: string, zh: 增加值序列, en: Series of the value added}
--   - {name: energy_series, type: string, zh: 能源序列, en: Series of the energy}
--   - {name: electricity_series, type: string, zh: 用电量序列, en: Series of the electricity}
--   - {name: co2_series, type: string, zh: 二氧化碳序列, en: Series of the CO2}
--   - {name: output_total_series, type: string, zh: 产值合计序列, en: Series the share of output is of}
--   - {name: energy_total_series, type: string, zh: 能源合计序列, en: Series the share of energy is of}
--   - {name: co2_total_series, type: string, zh: 二氧化碳合计序列, en: Series the share of CO2 is of}
--   - {name: output_indicator, type: string, zh: 产出指标（gross_output 总产值；没有总产值的年份为 industrial_sales 工业销售产值）, en: "gross_output, or industrial_sales (value of sales) in a year without gross output"}
-- lineage:
--   share_of_co2:
--     formula: part / total
--     terms:
--       part: {from: core.series, column: value, on: {region_code: region_code, series: co2_series, year: year}, unit: t}
--       total: {from: core.series, column: value, on: {region_code: region_code, series: co2_total_series, year: year}, unit: t}
--   share_of_energy:
--     formula: part / total
--     terms:
--       part: {from: core.series, column: value, on: {region_code: region_code, series: energy_series, year: year}, unit: tce}
--       total: {from: core.series, column: value, on: {region_code: region_code, series: energy_total_series, year: year}, unit: tce}
--   share_of_output:
--     formula: part / total
--     terms:
--       part: {from: core.series, column: value, on: {region_code: region_code, series: output_series, year: year}, unit: yuan}
--       total: {from: core.series, column: value, on: {region_code: region_code, series: output_total_series, year: year}, unit: yuan}
--   energy_intensity:
--     formula: energy / (output / 10000)
--     terms:
--       energy: {from: core.series, column: value, on: {region_code: region_code, series: energy_series, year: year}, unit: tce}
--       output: {from: core.series, column: value, on: {region_code: region_code, series: output_series, year: year}, unit: yuan}
--   co2_intensity:
--     formula: co2 / (output / 10000)
--     terms:
--       co2: {from: core.series, column: value, on: {region_code: region_code, series: co2_series, year: year}, unit: t}
--       output: {from: core.series, column: value, on: {region_code: region_code, series: output_series, year: year}, unit: yuan}
--   output:
--     formula: figure
--     terms:
--       figure: {from: core.series, column: value, on: {region_code: region_code, series: output_series, year: year}, unit: yuan}
--   value_added:
--     formula: figure
--     terms:
--       figure: {from: core.series, column: value, on: {region_code: region_code, series: value_added_series, year: year}, unit: yuan}
--   energy_tce:
--     formula: figure
--     terms:
--       figure: {from: core.series, column: value, on: {region_code: region_code, series: energy_series, year: year}, unit: tce}
--   electricity_kwh:
--     formula: figure
--     terms:
--       figure: {from: core.series, column: value, on: {region_code: region_code, series: electricity_series, year: year}, unit: kWh}
--   co2_t:
--     formula: figure
--     terms:
--       figure: {from: core.series, column: value, on: {region_code: region_code, series: co2_series, year: year}, unit: t}
SELECT region_code,
       year,
       industry_code,
       industry,
       output,
       output_basis,
       value_added,
       energy_tce,
       energy_basis,
       electricity_kwh,
       co2_t,
       share_of_output,
       share_of_energy,
       share_of_co2,
       energy_intensity,
       co2_intensity,
       edition,
       sector,
       classification,
       output_series,
       value_added_series,
       energy_series,
       electricity_series,
       co2_series,
       output_total_series,
       energy_total_series,
       co2_total_series,
       output_indicator
FROM core.industry_account
