-- table: mart.high_energy_industry
-- zh: 高耗能行业：地区、年份、行业各一行（level 区分单个行业、行业集合、全部工业）
-- en: "High-energy industries, one row per region, year and industry; level tells single industries, sets and all industry apart"
-- question: {zh: "高耗能行业用了多少能源，占全部工业多少？", en: "How much energy do the high-energy industries use, and what is their share of all industry?"}
-- method: docs/methods/industry.md#shares-and-intensities
-- key: [region_code, year, industry_code]
-- columns:
--   - {name: region_code, type: string, zh: "地区代码", en: "Region (GB/T 2260)"}
--   - {name: region_name, type: string, zh: "地区", en: "Region in Chinese"}
--   - {name: year, type: int, zh: "年份", en: "Year"}
--   - {name: industry_code, type: string, zh: "行业代码（GB/T 4754-2017 大类；行业集合为其代码）", en: "Division of GB/T 4754-2017, or the set; B-D is all industry"}
--   - {name: industry, type: string, zh: "行业", en: "Industry or set, in Chinese"}
--   - {name: level, type: string, zh: "层级（industry 单个行业，set 行业集合，all 全部工业）；合计时只取一个层级", en: "industry: one industry; set: a set of them; all: all industry. Sum one level only"}
--   - {name: output, type: double, zh: "产出（元，当年价）", en: "Output in yuan at current prices; output_indicator says of what", null_when: "output_notation IS NOT NULL", holds: "output_notation IS NULL"}
--   - {name: output_constant, type: double, zh: "产出（元，不变价，见 constant_basis）", en: "Output in yuan at constant prices, see constant_basis", null_when: "output_constant_notation IS NOT NULL", holds: "output_constant_notation IS NULL"}
--   - {name: value_added, type: double, zh: "增加值（元，当年价）", en: "Value added in yuan at current prices", null_when: "value_added_notation IS NOT NULL", holds: "value_added_notation IS NULL"}
--   - {name: value_added_constant, type: double, zh: "增加值（元，不变价，见 constant_basis）", en: "Value added in yuan at constant prices, see constant_basis", null_when: "value_added_constant_notation IS NOT NULL", holds: "value_added_constant_notation IS NULL"}
--   - {name: energy_tce, type: double, zh: "能源消费量（吨标准煤），见 energy_basis", en: "Energy consumption in t of standard coal, by energy_basis", null_when: "energy_tce_notation IS NOT NULL", holds: "energy_tce_notation IS NULL"}
--   - {name: electricity_kwh, type: double, zh: "用电量（千瓦时）", en: "Electricity consumption in kWh", null_when: "electricity_kwh_notation IS NOT NULL", holds: "electricity_kwh_notation IS NULL"}
--   - {name: co2_t, type: double, zh: "二氧化碳排放量（吨）", en: "CO2 emission in t, as the inventory publishes it", null_when: "co2_t_notation IS NOT NULL", holds: "co2_t_notation IS NULL"}
--   - {name: share_of_output, type: double, zh: "占全部工业产出的比例", en: "Share of the output of all industry, 0 to 1", min: 0, max: 1, null_when: "share_of_output_notation IS NOT NULL", holds: "share_of_output_notation IS NULL"}
--   - {name: share_of_energy, type: double, zh: "占全地区能源消费的比例", en: "Share of the energy consumption of the region, 0 to 1", min: 0, max: 1, null_when: "share_of_energy_notation IS NOT NULL", holds: "share_of_energy_notation IS NULL"}
--   - {name: share_of_co2, type: double, zh: "占全地区二氧化碳排放的比例", en: "Share of the CO2 emission of the region, 0 to 1", min: 0, max: 1, null_when: "share_of_co2_notation IS NOT NULL", holds: "share_of_co2_notation IS NULL"}
--   - {name: energy_intensity, type: double, zh: "单位产出能耗（吨标准煤/万元，当年价）", en: "t of standard coal per 10000 yuan of output at current prices", null_when: "energy_intensity_notation IS NOT NULL", holds: "energy_intensity_notation IS NULL"}
--   - {name: co2_intensity, type: double, zh: "单位产出二氧化碳排放（吨/万元，当年价）", en: "t of CO2 per 10000 yuan of output at current prices", null_when: "co2_intensity_notation IS NOT NULL", holds: "co2_intensity_notation IS NULL"}
--   - {name: energy_intensity_constant, type: double, zh: "单位产出能耗（吨标准煤/万元，不变价）", en: "t of standard coal per 10000 yuan of output at constant prices", null_when: "energy_intensity_constant_notation IS NOT NULL", holds: "energy_intensity_constant_notation IS NULL"}
--   - {name: co2_intensity_constant, type: double, zh: "单位产出二氧化碳排放（吨/万元，不变价）", en: "t of CO2 per 10000 yuan of output at constant prices", null_when: "co2_intensity_constant_notation IS NOT NULL", holds: "co2_intensity_constant_notation IS NULL"}
--   - {name: price_basis, type: string, zh: "货币量的价格口径（current 当年价）", en: "Prices of output, value_added and the intensities by them; columns ..._constant have constant_basis: current"}
--   - {name: constant_basis, type: string, zh: "不变价的基期（constant_年份）", en: "Base of the constant prices: constant_ and the year; null without a figure at constant prices"}
--   - {name: energy_basis, type: string, zh: "能源口径（calorific 当量，coal_equivalent 等价）", en: "calorific, or coal_equivalent where electricity counts with the coal burnt to generate it"}
--   - {name: output_indicator, type: string, zh: "产出指标（gross_output 总产值；没有总产值的年份为 industrial_sales 工业销售产值）", en: "gross_output, or industrial_sales (value of sales) in a year without gross output"}
--   - {name: output_indicator_zh, type: string, zh: "产出指标名称", en: "That indicator in Chinese"}
--   - {name: output_source, type: string, zh: "产出的出版物", en: "Publication of the output, without the year"}
--   - {name: energy_source, type: string, zh: "能源的出版物", en: "Publication of the energy, without the year"}
--   - {name: co2_source, type: string, zh: "排放的出版物", en: "Publication of the CO2, without the year"}
--   - {name: classification, type: string, zh: "行业分类版本（GB/T 4754）", en: "Version of GB/T 4754 the year is counted by"}
--   - {name: edition, type: string, zh: "版次", en: "Editions the figures are from"}
--   - {name: origin, type: string, zh: "数据性质（printed 刊载，computed 计算，estimated 估算，assumed 假设）", en: "printed, computed, estimated or assumed; the weakest input decides", null_when: "false", holds: "origin IN ('printed', 'computed', 'estimated', 'assumed')"}
--   - {name: missing, type: string, zh: "缺少的数字", en: "What the row lacks; null where it lacks nothing"}
--   - {name: output_notation, type: string, zh: "空值原因：产出（NE 未估算）", en: "Why output is null: NE, no figure of it or of a part of it"}
--   - {name: output_constant_notation, type: string, zh: "空值原因：产出（NE 未估算）", en: "Why output_constant is null: NE, no figure of it or of a part of it"}
--   - {name: value_added_notation, type: string, zh: "空值原因：增加值（NE 未估算）", en: "Why value_added is null: NE, no figure of it or of a part of it"}
--   - {name: value_added_constant_notation, type: string, zh: "空值原因：增加值（NE 未估算）", en: "Why value_added_constant is null: NE, no figure of it or of a part of it"}
--   - {name: energy_tce_notation, type: string, zh: "空值原因：能源消费量（NE 未估算）", en: "Why energy_tce is null: NE, no figure of it or of a part of it"}
--   - {name: electricity_kwh_notation, type: string, zh: "空值原因：用电量（NE 未估算）", en: "Why electricity_kwh is null: NE, no figure of it or of a part of it"}
--   - {name: co2_t_notation, type: string, zh: "空值原因：二氧化碳排放量（NE 未估算）", en: "Why co2_t is null: NE, no figure of it or of a part of it"}
--   - {name: share_of_output_notation, type: string, zh: "空值原因：占全部工业产出的比例（NE 未估算）", en: "Why share_of_output is null: NE, no figure of it or of a part of it"}
--   - {name: share_of_energy_notation, type: string, zh: "空值原因：占全地区能源消费的比例（NE 未估算）", en: "Why share_of_energy is null: NE, no figure of it or of a part of it"}
--   - {name: share_of_co2_notation, type: string, zh: "空值原因：占全地区二氧化碳排放的比例（NE 未估算）", en: "Why share_of_co2 is null: NE, no figure of it or of a part of it"}
--   - {name: energy_intensity_notation, type: string, zh: "空值原因：单位产出能耗（NE 未估算）", en: "Why energy_intensity is null: NE, no figure of it or of a part of it"}
--   - {name: co2_intensity_notation, type: string, zh: "空值原因：单位产出二氧化碳排放（NE 未估算）", en: "Why co2_intensity is null: NE, no figure of it or of a part of it"}
--   - {name: energy_intensity_constant_notation, type: string, zh: "空值原因：单位产出能耗（NE 未估算）", en: "Why energy_intensity_constant is null: NE, no figure of it or of a part of it"}
--   - {name: co2_intensity_constant_notation, type: string, zh: "空值原因：单位产出二氧化碳排放（NE 未估算）", en: "Why co2_intensity_constant is null: NE, no figure of it or of a part of it"}
--   - {name: sector, type: string, zh: "部门代码", en: "Sector or set, as in core.series"}
--   - {name: output_series, type: string, zh: "产值序列", en: "Series of output, for traces"}
--   - {name: output_constant_series, type: string, zh: "不变价产值序列", en: "Series of output_constant, for traces"}
--   - {name: value_added_series, type: string, zh: "增加值序列", en: "Series of value_added, for traces"}
--   - {name: value_added_constant_series, type: string, zh: "不变价增加值序列", en: "Series of value_added_constant, for traces"}
--   - {name: energy_series, type: string, zh: "能源序列", en: "Series of energy, for traces"}
--   - {name: electricity_series, type: string, zh: "用电量序列", en: "Series of electricity, for traces"}
--   - {name: co2_series, type: string, zh: "二氧化碳序列", en: "Series of co2, for traces"}
--   - {name: output_total_series, type: string, zh: "产值合计序列", en: "Series that the share of output is of, for traces"}
--   - {name: energy_total_series, type: string, zh: "能源合计序列", en: "Series that the share of energy is of, for traces"}
--   - {name: co2_total_series, type: string, zh: "二氧化碳合计序列", en: "Series that the share of co2 is of, for traces"}
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
--   energy_intensity_constant:
--     formula: energy / (output / 10000)
--     terms:
--       energy: {from: core.series, column: value, on: {region_code: region_code, series: energy_series, year: year}, unit: tce}
--       output: {from: core.series, column: value, on: {region_code: region_code, series: output_constant_series, year: year}, unit: yuan}
--   co2_intensity_constant:
--     formula: co2 / (output / 10000)
--     terms:
--       co2: {from: core.series, column: value, on: {region_code: region_code, series: co2_series, year: year}, unit: t}
--       output: {from: core.series, column: value, on: {region_code: region_code, series: output_constant_series, year: year}, unit: yuan}
--   output:
--     formula: figure
--     terms:
--       figure: {from: core.series, column: value, on: {region_code: region_code, series: output_series, year: year}, unit: yuan}
--   output_constant:
--     formula: figure
--     terms:
--       figure: {from: core.series, column: value, on: {region_code: region_code, series: output_constant_series, year: year}, unit: yuan}
--   value_added:
--     formula: figure
--     terms:
--       figure: {from: core.series, column: value, on: {region_code: region_code, series: value_added_series, year: year}, unit: yuan}
--   value_added_constant:
--     formula: figure
--     terms:
--       figure: {from: core.series, column: value, on: {region_code: region_code, series: value_added_constant_series, year: year}, unit: yuan}
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
SELECT a.region_code, r.zh AS region_name, a.year, a.industry_code, a.industry, a.level, a.output, a.output_constant,
       a.value_added, a.value_added_constant, a.energy_tce, a.electricity_kwh, a.co2_t, a.share_of_output,
       a.share_of_energy, a.share_of_co2, a.energy_intensity, a.co2_intensity, a.energy_intensity_constant,
       a.co2_intensity_constant, 'current' AS price_basis,
       CASE WHEN a.output_constant IS NOT NULL OR a.value_added_constant IS NOT NULL THEN a.constant_basis END AS constant_basis,
       CASE WHEN a.energy_tce IS NOT NULL THEN a.energy_basis END AS energy_basis, a.output_indicator, k.indicator_zh AS output_indicator_zh, a.output_source,
       a.energy_source, a.co2_source, a.classification, a.edition, a.origin, a.missing, a.output_notation,
       a.output_constant_notation, a.value_added_notation, a.value_added_constant_notation, a.energy_tce_notation,
       a.electricity_kwh_notation, a.co2_t_notation, a.share_of_output_notation, a.share_of_energy_notation,
       a.share_of_co2_notation, a.energy_intensity_notation, a.co2_intensity_notation,
       a.energy_intensity_constant_notation, a.co2_intensity_constant_notation, a.sector, a.output_series,
       a.output_constant_series, a.value_added_series, a.value_added_constant_series, a.energy_series,
       a.electricity_series, a.co2_series, a.output_total_series, a.energy_total_series, a.co2_total_series
FROM core.industry_account a
LEFT JOIN core.region r ON r.region_code = a.region_code
LEFT JOIN core.series_summary k ON k.region_code = a.region_code AND k.series = a.output_series
