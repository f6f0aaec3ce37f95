-- table: mart.carbon_footprint
-- zh: 碳足迹：地区、年份、部门、燃料、范围各一行（默认因子集、采用的版次）
-- en: Carbon footprint by region, year, sector, fuel and scope, by the default factor set and the edition of the balance that counts
-- question: {zh: "某地某年哪个部门、哪种燃料排放了多少？", en: "How much did each sector and fuel of a region emit in a year?"}
-- method: docs/methods/footprint.md#scope-1-what-is-burnt-in-the-region
-- key: [region_code, year, sector, fuel, scope, factor_set, edition]
-- columns:
--   - {name: region_code, type: string, zh: 地区代码, en: "Region (GB/T 2260)"}
--   - {name: region_name, type: string, zh: 地区, en: Region in Chinese}
--   - {name: year, type: int, zh: 年份, en: Year}
--   - {name: sector, type: string, zh: 部门, en: Sector}
--   - {name: sector_zh, type: string, zh: 部门中文名, en: Sector in Chinese}
--   - {name: fuel, type: string, zh: 燃料或能源品种, en: Fuel or carrier}
--   - {name: fuel_zh, type: string, zh: 品种中文名, en: Fuel or carrier in Chinese}
--   - {name: scope, type: int, zh: "范围（1 本地燃烧，2 外购或调出的电和热）", en: "Scope, 1 burnt here, 2 electricity and heat bought or sent out"}
--   - {name: activity, type: double, zh: 活动水平, en: Activity in activity_unit}
--   - {name: activity_unit, type: string, zh: 活动水平单位, en: Unit of the activity}
--   - {name: energy_tce, type: double, zh: "计入的能源量（吨标准煤，当量值）", en: "Energy that counts, in t of standard coal by calorific value: without what products keep and what another fuel counts", null_when: "energy_notation IS NOT NULL"}
--   - {name: energy_notation, type: string, zh: "能源量的符号（NE 没有折标系数）", en: "NE where the fuel has no coefficient for the unit of the activity"}
--   - {name: co2_t, type: double, zh: 二氧化碳（吨）, en: CO2 in t, null_when: notation = 'NE'}
--   - {name: ch4_t, type: double, zh: 甲烷（吨）, en: CH4 in t, null_when: ch4_n2o_notation IS NOT NULL}
--   - {name: n2o_t, type: double, zh: 氧化亚氮（吨）, en: N2O in t, null_when: "ch4_n2o_notation IS NOT NULL"}
--   - {name: co2e_t, type: double, zh: 二氧化碳当量（吨）, en: The three gases in tCO2e, null_when: "notation = 'NE'"}
--   - {name: biogenic_co2_t, type: double, unit: t, basis: CO2, zh: "备忘项：生物质燃烧的二氧化碳（吨，不计入 co2_t 和 co2e_t）", en: "Memo item: CO2 of biomass in t, in neither co2_t nor co2e_t", null_when: "biogenic_notation IS NOT NULL"}
--   - {name: biogenic_notation, type: string, zh: "备忘项的符号（NO 不是生物质，NE 没有因子）", en: "NO where the fuel is not biomass, NE where it has no factor"}
--   - {name: notation, type: string, zh: "符号（NE 未估算，IE 二氧化碳已计入其他燃料）", en: "NE where no factor or no stored fraction exists; IE where the CO2 is included in the fuel included_in, and co2_t is zero"}
--   - {name: ch4_n2o_notation, type: string, zh: "甲烷、氧化亚氮的符号（NE 未估算，NO 不燃烧）", en: "NE where CH4 and N2O are not estimated: a grid or heat factor holds CO2 only; NO where nothing is burnt: a product that keeps carbon, a fuel that is turned into gas or liquids"}
--   - {name: included_in, type: string, zh: 碳已计入的燃料, en: Fuel that counts the carbon of this gas}
--   - {name: stored_fraction, type: double, zh: 固碳率, en: Share of its carbon that a non-energy product keeps, null_when: "counted_share = 1 OR notation IS NOT NULL OR included_in IS NOT NULL OR biogenic_co2_t IS NOT NULL OR sector IN ('gas_making', 'coal_to_liquids')"}
--   - {name: counted_share, type: double, zh: "计入的碳的份额（制气、煤制油为产品中没有的碳）", en: "Share of the carbon that counts here; of gas works and coal to liquids what the products do not hold", min: 0, max: 1}
--   - {name: factor_value, type: double, zh: 二氧化碳因子, en: CO2 factor that was applied, null_when: "notation = 'NE'", min: 0}
--   - {name: factor_unit, type: string, zh: 因子单位, en: Its unit}
--   - {name: factor_area, type: string, zh: 因子区域, en: Area of the factor}
--   - {name: factor_year, type: int, zh: 因子年份（电网因子）, en: Year of a grid factor, null_when: "scope = 1 OR fuel <> 'electricity' OR notation = 'NE'"}
--   - {name: factor_id, type: string, zh: 因子编号, en: Factor (core.emission_factor)}
--   - {name: factor_set, type: string, zh: 因子集, en: Factor set}
--   - {name: edition, type: string, zh: 版次, en: Edition of the balance}
--   - {name: origin, type: string, zh: "数据性质（computed 计算，estimated 估算，assumed 假设）", en: "How the figures came to be: computed, estimated or assumed"}
-- lineage:
--   co2_t:
--     sum_of: {from: core.emission, column: emission_t, on: {region_code: region_code, year: year, sector: sector, fuel: fuel, scope: scope, factor_set: factor_set, edition: edition}, where: gas = 'CO2', unit: t}
--   ch4_t:
--     sum_of: {from: core.emission, column: emission_t, on: {region_code: region_code, year: year, sector: sector, fuel: fuel, scope: scope, factor_set: factor_set, edition: edition}, where: gas = 'CH4', unit: t}
--   n2o_t:
--     sum_of: {from: core.emission, column: emission_t, on: {region_code: region_code, year: year, sector: sector, fuel: fuel, scope: scope, factor_set: factor_set, edition: edition}, where: gas = 'N2O', unit: t}
--   biogenic_co2_t:
--     sum_of: {from: core.emission, column: emission_t, on: {region_code: region_code, year: year, sector: sector, fuel: fuel, scope: scope, factor_set: factor_set, edition: edition}, where: gas = 'CO2_biogenic', unit: t}
--   co2e_t:
--     sum_of: {from: core.emission, column: co2e_t, on: {region_code: region_code, year: year, sector: sector, fuel: fuel, scope: scope, factor_set: factor_set, edition: edition}, unit: tCO2e}
--   activity:
--     sum_of: {from: core.emission, column: activity, on: {region_code: region_code, year: year, sector: sector, fuel: fuel, scope: scope, factor_set: factor_set, edition: edition}, where: gas = 'CO2', unit_column: activity_unit}
--   energy_tce:
--     sum_of: {from: core.emission, column: energy_tce, on: {region_code: region_code, year: year, sector: sector, fuel: fuel, scope: scope, factor_set: factor_set, edition: edition}, where: gas = 'CO2', unit: tce}
SELECT e.region_code,
       r.zh AS region_name,
       e.year,
       e.sector,
       b.zh AS sector_zh,
       e.fuel,
       f.zh AS fuel_zh,
       e.scope,
       CAST(SUM(CASE WHEN e.gas = 'CO2' THEN CAST(e.activity AS DECIMAL(38, 12)) END) AS DOUBLE) AS activity,
       e.activity_unit,
       CASE WHEN COUNT(CASE WHEN e.gas = 'CO2' THEN e.energy_tce END) = COUNT(CASE WHEN e.gas = 'CO2' THEN e.activity END) THEN CAST(SUM(CASE WHEN e.gas = 'CO2' THEN CAST(e.energy_tce AS DECIMAL(38, 12)) END) AS DOUBLE) END AS energy_tce,
       CASE WHEN COUNT(CASE WHEN e.gas = 'CO2' THEN e.energy_tce END) < COUNT(CASE WHEN e.gas = 'CO2' THEN e.activity END) THEN 'NE' END AS energy_notation,
       CAST(SUM(CASE WHEN e.gas = 'CO2' THEN CAST(e.emission_t AS DECIMAL(38, 12)) END) AS DOUBLE) AS co2_t,
       CAST(SUM(CASE WHEN e.gas = 'CH4' THEN CAST(e.emission_t AS DECIMAL(38, 12)) END) AS DOUBLE) AS ch4_t,
       CAST(SUM(CASE WHEN e.gas = 'N2O' THEN CAST(e.emission_t AS DECIMAL(38, 12)) END) AS DOUBLE) AS n2o_t,
       CAST(SUM(CAST(e.co2e_t AS DECIMAL(38, 12))) AS DOUBLE) AS co2e_t,
       CAST(SUM(CASE WHEN e.gas = 'CO2_biogenic' THEN CAST(e.emission_t AS DECIMAL(38, 12)) END) AS DOUBLE) AS biogenic_co2_t,
       CASE WHEN COUNT(CASE WHEN e.gas = 'CO2_biogenic' THEN 1 END) > 0 THEN NULL WHEN MIN(e.treatment) = 'biogenic' THEN 'NE' ELSE 'NO' END AS biogenic_notation,
       MAX(e.notation) AS notation,
       CASE WHEN COUNT(CASE WHEN e.gas = 'CH4' THEN e.emission_t END) > 0 AND COUNT(CASE WHEN e.gas = 'N2O' THEN e.emission_t END) > 0 THEN NULL
            WHEN MIN(e.treatment) IN ('non_energy', 'gasified') AND MAX(e.notation) IS NULL THEN 'NO'
            ELSE 'NE' END AS ch4_n2o_notation,
       MAX(e.included_in) AS included_in,
       MAX(e.stored_fraction) AS stored_fraction,
       MIN(CASE WHEN e.gas = 'CO2' THEN e.counted_share END) AS counted_share,
       MAX(CASE WHEN e.gas = 'CO2' THEN e.ef_t_per_activity * CASE WHEN e.activity_unit = 'kWh' THEN 1000 ELSE 1 END END) AS factor_value,
       CASE WHEN e.activity_unit = 'kWh' THEN 'kgCO2/kWh' ELSE concat('tCO2/', e.activity_unit) END AS factor_unit,
       MAX(CASE WHEN e.gas = 'CO2' THEN e.factor_area END) AS factor_area,
       MAX(CASE WHEN e.gas = 'CO2' THEN e.factor_year END) AS factor_year,
       MAX(CASE WHEN e.gas = 'CO2' THEN e.factor_id END) AS factor_id,
       e.factor_set,
       e.edition,
       element_at(array('assumed', 'estimated', 'computed'), CAST(MIN(array_position(array('assumed', 'estimated', 'computed'), e.origin)) AS INT)) AS origin
FROM core.emission e
JOIN core.factor_set s ON s.factor_set = e.factor_set AND s.is_default
LEFT JOIN core.region r ON r.region_code = e.region_code
LEFT JOIN core.fuel f ON f.fuel = e.fuel
LEFT JOIN core.balance_row b ON b.row = e.sector
WHERE e.is_counted
GROUP BY e.region_code, r.zh, e.year, e.sector, b.zh, e.fuel, f.zh, e.scope, e.activity_unit, e.factor_set, e.edition
