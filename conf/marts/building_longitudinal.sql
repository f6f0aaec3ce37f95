-- table: mart.building_longitudinal
-- zh: 建筑年度对比：建筑、能源种类、两个年份各一行，用量变化分解为面积、气温与其他因素，碳排放变化分解为用量与因子
-- en: A building against itself - the change of energy between any two years split into floor area, weather and the rest, that of carbon into energy and factors
-- question: {zh: "与往年相比，建筑能耗的变化有多少来自面积、气温和其他因素？", en: "How much of a building's change between two years is due to floor area, weather and other causes?"}
-- method: docs/methods/buildings.md#year-on-year
-- key: [building_id, energy_kind, year_from, year_to]
-- columns:
--   - {name: building_id, type: string, zh: 建筑编号, en: Building}
--   - {name: building_name, type: string, zh: 建筑名称, en: Name of the building}
--   - {name: region_code, type: string, zh: 地区代码, en: Region of the building}
--   - {name: region_name, type: string, zh: 地区, en: Name of the region}
--   - {name: use_type, type: string, zh: 用途, en: Use type}
--   - {name: energy_kind, type: string, zh: "能源种类；all为各种外购能源合计", en: "Kind of energy, or all: the sum of the kinds that the building buys"}
--   - {name: energy_kind_zh, type: string, zh: 能源种类名称, en: Kind of energy in Chinese}
--   - {name: year_from, type: int, zh: 基年, en: Earlier year}
--   - {name: year_to, type: int, zh: 对比年, en: Later year}
--   - {name: is_comparable, type: boolean, zh: 两年均可评, en: Whether both years are assessed by the benchmark's rules}
--   - {name: status, type: string, zh: 是否可比, en: "assessed, or not assessed with the year and the gate that failed; changes are null then"}
--   - {name: kwh_from, type: double, zh: 基年计量用量（千瓦时）, en: Energy of the earlier year in kWh, null_when: "NOT is_comparable"}
--   - {name: kwh_to, type: double, zh: 对比年计量用量（千瓦时）, en: Energy of the later year in kWh, null_when: "NOT is_comparable"}
--   - {name: change_kwh, type: double, zh: 变化（千瓦时）, en: Later less earlier in kWh, null_when: NOT is_comparable, holds: is_comparable}
--   - {name: change_percent, type: double, zh: 变化（%）, en: Change in percent of the earlier year, null_when: "NOT is_comparable OR kwh_from = 0"}
--   - {name: area_effect_kwh, type: double, zh: 面积影响（千瓦时）, en: "Effect of floor area: logarithmic mean of the two years' energy times ln of the ratio of areas (LMDI)", null_when: "NOT is_comparable OR kwh_from <= 0 OR kwh_to <= 0"}
--   - {name: weather_effect_kwh, type: double, zh: 气温影响（千瓦时）, en: "What the earlier year's model expects of the later weather, less of its own; null without a model, for all also where a kind has none", null_when: "NOT is_comparable OR weather_notation IS NOT NULL"}
--   - {name: weather_notation, type: string, zh: 缺数符号, en: "NE where the earlier year has no model of the weather, of all also where a kind has none"}
--   - {name: rest_kwh, type: double, zh: 其他因素（千瓦时）, en: "Change less the two effects: use, equipment, behaviour, and weather where no model is", null_when: NOT is_comparable, holds: is_comparable}
--   - {name: eui_from_kwh_m2, type: double, zh: 基年强度, en: Intensity of the earlier year in kWh per m2, null_when: "NOT is_comparable"}
--   - {name: eui_to_kwh_m2, type: double, zh: 对比年强度, en: Intensity of the later year in kWh per m2, null_when: "NOT is_comparable"}
--   - {name: co2_from_kg, type: double, zh: 基年二氧化碳（千克）, en: kgCO2 of the earlier year with its yearly location-based factor, null_when: "NOT is_comparable OR co2_notation IS NOT NULL"}
--   - {name: co2_to_kg, type: double, zh: 对比年二氧化碳（千克）, en: kgCO2 of the later year with its yearly location-based factor, null_when: "NOT is_comparable OR co2_notation IS NOT NULL"}
--   - {name: co2_change_kg, type: double, zh: 二氧化碳变化（千克）, en: Later less earlier in kg, null_when: "NOT is_comparable OR co2_notation IS NOT NULL"}
--   - {name: co2_notation, type: string, zh: 缺数符号, en: NE where the carbon of one of the years is not estimated}
--   - {name: co2_energy_effect_kg, type: double, zh: 其中用量变化的影响（千克）, en: "Part of that change that the energy causes (LMDI); for all the sum over its kinds", null_when: "NOT is_comparable OR co2_effect_notation IS NOT NULL"}
--   - {name: co2_factor_effect_kg, type: double, zh: 其中因子变化的影响（千克）, en: "Part of that change that the factor causes (LMDI), which is not a change of the building", null_when: "NOT is_comparable OR co2_effect_notation IS NOT NULL"}
--   - {name: co2_effect_notation, type: string, zh: 缺数符号, en: "NE where the change of carbon cannot be split: a kind has no carbon, or no energy in one of the years"}
--   - {name: factor_value_from, type: double, zh: 基年因子, en: "Factor of the earlier year; in rows of all that of electricity", null_when: "factor_id_from IS NULL"}
--   - {name: factor_value_to, type: double, zh: 对比年因子, en: Factor of the later year, null_when: "factor_id_to IS NULL"}
--   - {name: factor_unit, type: string, zh: 因子单位, en: Unit of the factors}
--   - {name: factor_area_from, type: string, zh: 基年因子区域, en: Area of the earlier factor}
--   - {name: factor_area_to, type: string, zh: 对比年因子区域, en: Area of the later factor}
--   - {name: factor_year_from, type: int, zh: 基年因子年份, en: Year of the earlier factor, null_when: "factor_id_from IS NULL OR energy_kind NOT IN ('electricity', 'all')"}
--   - {name: factor_year_to, type: int, zh: 对比年因子年份, en: Year of the later factor, null_when: "factor_id_to IS NULL OR energy_kind NOT IN ('electricity', 'all')"}
--   - {name: factor_id_from, type: string, zh: 基年因子编号, en: Row of the earlier factor}
--   - {name: factor_id_to, type: string, zh: 对比年因子编号, en: Row of the later factor}
--   - {name: is_factor_break, type: boolean, zh: 因子区域是否改变（断点）, en: "Whether the two factors are of different areas: a break, so that the carbon of the two years is not one series"}
--   - {name: origin, type: string, zh: 数据性质, en: "Weakest origin of the two years: computed, estimated or assumed"}
WITH effect AS (
  SELECT building_id, energy_kind, CAST(period AS INT) AS year_from, e.year_to, e.effect_kwh
  FROM core.energy_baseline LATERAL VIEW explode(weather_effects) x AS e
),
kinds AS (
  SELECT a.building_id, a.energy_kind, a.year AS year_from, b.year AS year_to,
         e.effect_kwh AS weather,
         CASE WHEN a.co2_location_yearly_kg = b.co2_location_yearly_kg THEN a.co2_location_yearly_kg
              WHEN a.co2_location_yearly_kg > 0 AND b.co2_location_yearly_kg > 0
              THEN (b.co2_location_yearly_kg - a.co2_location_yearly_kg) / ln(b.co2_location_yearly_kg / a.co2_location_yearly_kg) END
           * ln(b.kwh / a.kwh) AS energy_effect,
         b.co2_location_yearly_kg - a.co2_location_yearly_kg AS co2_change,
         a.factor_value = b.factor_value AS is_same_factor
  FROM mart.building_benchmark a
  JOIN mart.building_benchmark b ON b.building_id = a.building_id AND b.energy_kind = a.energy_kind AND b.year > a.year
  LEFT JOIN effect e ON e.building_id = a.building_id AND e.energy_kind = a.energy_kind AND e.year_from = a.year AND e.year_to = b.year
  WHERE a.energy_kind <> 'all'
),
factor AS (
  SELECT DISTINCT energy_kind, in_total FROM core.building_energy_factor
),
-- With one factor in both years all of the change is the energy's; the logarithms would leave rounding.
effects AS (
  SELECT building_id, energy_kind, year_from, year_to, weather, IF(is_same_factor, co2_change, energy_effect) AS energy_effect, co2_change FROM kinds
  UNION ALL
  SELECT k.building_id, 'all', k.year_from, k.year_to,
         IF(COUNT(*) = COUNT(k.weather), CAST(SUM(CAST(k.weather AS DECIMAL(38, 12))) AS DOUBLE), NULL),
         IF(COUNT(*) = COUNT(k.energy_effect), CAST(SUM(CAST(IF(k.is_same_factor, k.co2_change, k.energy_effect) AS DECIMAL(38, 12))) AS DOUBLE), NULL),
         IF(COUNT(*) = COUNT(k.co2_change), CAST(SUM(CAST(k.co2_change AS DECIMAL(38, 12))) AS DOUBLE), NULL)
  FROM kinds k JOIN factor f ON f.energy_kind = k.energy_kind AND f.in_total
  GROUP BY k.building_id, k.year_from, k.year_to
),
pair AS (
  SELECT a.building_id, b.building_name, b.region_code, b.region_name, b.use_type, a.energy_kind, b.energy_kind_zh,
         a.year AS year_from, b.year AS year_to,
         a.status = 'assessed' AND b.status = 'assessed' AS is_comparable,
         CASE WHEN a.status <> 'assessed' THEN concat('not assessed: ', a.year, ': ', substr(a.status, 15))
              WHEN b.status <> 'assessed' THEN concat('not assessed: ', b.year, ': ', substr(b.status, 15))
              ELSE 'assessed' END AS status,
         a.kwh AS kwh_from, b.kwh AS kwh_to,
         CASE WHEN a.kwh = b.kwh THEN a.kwh WHEN a.kwh > 0 AND b.kwh > 0 THEN (b.kwh - a.kwh) / ln(b.kwh / a.kwh) END
           * ln(b.area_m2 / a.area_m2) AS area_effect,
         a.eui_kwh_m2 AS eui_from, b.eui_kwh_m2 AS eui_to,
         a.co2_location_yearly_kg AS co2_from, b.co2_location_yearly_kg AS co2_to,
         a.factor_value AS value_from, b.factor_value AS value_to, coalesce(b.factor_unit, a.factor_unit) AS factor_unit,
         a.factor_area AS area_from, b.factor_area AS area_to, a.factor_year AS factor_year_from, b.factor_year AS factor_year_to,
         a.factor_id AS id_from, b.factor_id AS id_to,
         CASE WHEN a.origin = 'assumed' OR b.origin = 'assumed' THEN 'assumed'
              WHEN a.origin = 'estimated' OR b.origin = 'estimated' THEN 'estimated' ELSE 'computed' END AS origin
  FROM mart.building_benchmark a
  JOIN mart.building_benchmark b ON b.building_id = a.building_id AND b.energy_kind = a.energy_kind AND b.year > a.year
)
SELECT p.building_id, p.building_name, p.region_code, p.region_name, p.use_type, p.energy_kind, p.energy_kind_zh,
       p.year_from, p.year_to, p.is_comparable, p.status, p.kwh_from, p.kwh_to,
       IF(p.is_comparable, p.kwh_to - p.kwh_from, NULL) AS change_kwh,
       IF(p.is_comparable, (p.kwh_to - p.kwh_from) / p.kwh_from * 100, NULL) AS change_percent,
       IF(p.is_comparable, p.area_effect, NULL) AS area_effect_kwh,
       IF(p.is_comparable, e.weather, NULL) AS weather_effect_kwh, IF(p.is_comparable AND e.weather IS NULL, 'NE', NULL) AS weather_notation,
       IF(p.is_comparable, p.kwh_to - p.kwh_from - coalesce(p.area_effect, 0D) - coalesce(e.weather, 0D), NULL) AS rest_kwh,
       p.eui_from AS eui_from_kwh_m2, p.eui_to AS eui_to_kwh_m2,
       p.co2_from AS co2_from_kg, p.co2_to AS co2_to_kg,
       IF(p.is_comparable, p.co2_to - p.co2_from, NULL) AS co2_change_kg,
       IF(p.is_comparable AND (p.co2_from IS NULL OR p.co2_to IS NULL), 'NE', NULL) AS co2_notation,
       IF(p.is_comparable, e.energy_effect, NULL) AS co2_energy_effect_kg,
       IF(p.is_comparable, e.co2_change - e.energy_effect, NULL) AS co2_factor_effect_kg,
       IF(p.is_comparable AND (e.energy_effect IS NULL OR e.co2_change IS NULL), 'NE', NULL) AS co2_effect_notation,
       p.value_from AS factor_value_from, p.value_to AS factor_value_to, p.factor_unit,
       p.area_from AS factor_area_from, p.area_to AS factor_area_to, p.factor_year_from, p.factor_year_to,
       p.id_from AS factor_id_from, p.id_to AS factor_id_to,
       p.area_from <> p.area_to AS is_factor_break,
       p.origin
FROM pair p
LEFT JOIN effects e ON e.building_id = p.building_id AND e.energy_kind = p.energy_kind
  AND e.year_from = p.year_from AND e.year_to = p.year_to
