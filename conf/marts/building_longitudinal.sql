-- table: mart.building_longitudinal
-- zh: 建筑年度对比：建筑、能源种类、两个年份各一行，变化分解为面积、气温与其余
-- en: A building against itself - the change between any two years split into floor area, weather and the rest
-- question: {zh: "与往年相比，建筑能耗的变化有多少来自面积、气温和其他因素？", en: "How much of a building's change between two years is due to floor area, weather and other causes?"}
-- key: [building_id, energy_kind, year_from, year_to]
-- columns:
--   - {name: building_id, type: string, zh: 建筑编号, en: Building}
--   - {name: building_name, type: string, zh: 建筑名称, en: Name of the building}
--   - {name: energy_kind, type: string, zh: "能源种类；all为各种合计", en: "Kind of energy, or all: the sum of the building's kinds"}
--   - {name: year_from, type: int, zh: 基年, en: Earlier year}
--   - {name: year_to, type: int, zh: 对比年, en: Later year}
--   - {name: is_comparable, type: boolean, zh: 两年均可评, en: Whether both years are assessed by the benchmark's rules}
--   - {name: kwh_from, type: double, zh: 基年用量（千瓦时）, en: Energy of the earlier year in kWh}
--   - {name: kwh_to, type: double, zh: 对比年用量（千瓦时）, en: Energy of the later year in kWh}
--   - {name: change_kwh, type: double, zh: 变化（千瓦时）, en: Later less earlier in kWh}
--   - {name: change_percent, type: double, zh: 变化（%）, en: Change in percent of the earlier year}
--   - {name: area_effect_kwh, type: double, zh: 面积影响（千瓦时）, en: "Effect of floor area: logarithmic mean of the two years' energy times ln of the ratio of areas (LMDI)"}
--   - {name: weather_effect_kwh, type: double, zh: 气温影响（千瓦时）, en: "What the earlier year's change-point model expects of the later weather, less of its own; null without a model"}
--   - {name: rest_kwh, type: double, zh: 其余（千瓦时）, en: "Change less the two effects: use, equipment, behaviour, and weather where no model is"}
--   - {name: eui_from_kwh_m2, type: double, zh: 基年强度, en: Intensity of the earlier year in kWh per m2}
--   - {name: eui_to_kwh_m2, type: double, zh: 对比年强度, en: Intensity of the later year in kWh per m2}
WITH effect AS (
  SELECT building_id, energy_kind, CAST(period AS INT) AS year_from, e.year_to, e.effect_kwh
  FROM core.energy_baseline LATERAL VIEW explode(weather_effects) x AS e
),
effects AS (
  SELECT building_id, k.kind AS energy_kind, year_from, year_to,
         CAST(SUM(CAST(effect_kwh AS DECIMAL(38, 12))) AS DOUBLE) AS weather
  FROM effect LATERAL VIEW explode(array(energy_kind, 'all')) k AS kind
  GROUP BY building_id, k.kind, year_from, year_to
),
pair AS (
  SELECT a.building_id, b.building_name, a.energy_kind, a.year AS year_from, b.year AS year_to,
         a.status = 'assessed' AND b.status = 'assessed' AS is_comparable,
         a.kwh AS kwh_from, b.kwh AS kwh_to, b.kwh - a.kwh AS change_kwh,
         CASE WHEN a.kwh = b.kwh THEN a.kwh WHEN a.kwh > 0 AND b.kwh > 0 THEN (b.kwh - a.kwh) / ln(b.kwh / a.kwh) END
           * ln(b.area_m2 / a.area_m2) AS area_effect,
         a.eui_kwh_m2 AS eui_from, b.eui_kwh_m2 AS eui_to
  FROM mart.building_benchmark a
  JOIN mart.building_benchmark b ON b.building_id = a.building_id AND b.energy_kind = a.energy_kind AND b.year > a.year
)
SELECT p.building_id, p.building_name, p.energy_kind, p.year_from, p.year_to, p.is_comparable,
       p.kwh_from, p.kwh_to, p.change_kwh, p.change_kwh / p.kwh_from * 100 AS change_percent,
       p.area_effect AS area_effect_kwh, e.weather AS weather_effect_kwh,
       p.change_kwh - coalesce(p.area_effect, 0D) - coalesce(e.weather, 0D) AS rest_kwh,
       p.eui_from AS eui_from_kwh_m2, p.eui_to AS eui_to_kwh_m2
FROM pair p
LEFT JOIN effects e ON e.building_id = p.building_id AND e.energy_kind = p.energy_kind
  AND e.year_from = p.year_from AND e.year_to = p.year_to
