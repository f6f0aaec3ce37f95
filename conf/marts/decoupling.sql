-- table: mart.decoupling
-- zh: 脱钩：地区、起止年份、驱动与压力各一行
-- en: Decoupling of pressures from their drivers, year to year and over the whole span
-- question: {zh: "经济增长与能源、排放是否脱钩？", en: "Do energy use and emissions still grow with the economy?"}
-- key: [region_code, driver, pressure, year_from, year_to]
-- columns:
--   - {name: region_code, type: string, zh: 地区代码, en: Region (GB/T 2260)}
--   - {name: year_from, type: int, zh: 起始年份, en: First year}
--   - {name: year_to, type: int, zh: 终止年份, en: Last year}
--   - {name: driver, type: string, zh: 驱动序列, en: "Driver, a series of core.series"}
--   - {name: pressure, type: string, zh: 压力序列, en: "Pressure, a series of core.series"}
--   - {name: elasticity, type: double, zh: 弹性, en: Relative change of the pressure over that of the driver}
--   - {name: state, type: string, zh: 脱钩状态（Tapio）, en: State by Tapio; classification_break where the years do not measure the same industry}
--   - {name: driver_change, type: double, zh: 驱动变化率, en: Relative change of the driver}
--   - {name: pressure_change, type: double, zh: 压力变化率, en: Relative change of the pressure}
--   - {name: oecd_ratio, type: double, zh: OECD 比率, en: Pressure per driver at the end over that at the start}
--   - {name: oecd_factor, type: double, zh: OECD 脱钩因子, en: 1 - oecd_ratio; above zero where they decouple}
--   - {name: status, type: string, zh: 是否可评估及原因, en: "assessed, or why not"}
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
SELECT region_code,
       decoupling.year_from,
       decoupling.year_to,
       decoupling.driver,
       decoupling.pressure,
       decoupling.elasticity,
       decoupling.state,
       decoupling.driver_change,
       decoupling.pressure_change,
       decoupling.oecd_ratio,
       decoupling.oecd_factor,
       decoupling.status
FROM core.series_statistic
WHERE kind = 'decoupling'
