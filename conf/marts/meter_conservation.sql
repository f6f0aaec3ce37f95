-- table: mart.meter_conservation
-- zh: 每只表的用量守恒：区间合计 = 表底末值 − 首值 + 调整
-- en: Conservation of energy of each meter - its hours add up to its readings
-- question: {zh: "每只表的逐时用量加起来是否等于读数？", en: "Do the hours of each meter add up to its readings?"}
-- method: docs/methods/meters.md#meter-readings-to-hours
-- key: [meter_id, energy_kind, unit]
-- columns:
--   - {name: meter_id, type: string, zh: 表号, en: Meter}
--   - {name: building_id, type: string, zh: 建筑编号, en: Building that it serves last}
--   - {name: building_name, type: string, zh: 建筑名称, en: Name of the building}
--   - {name: energy_kind, type: string, zh: 能源种类, en: Kind of energy}
--   - {name: energy_kind_zh, type: string, zh: 能源种类名称, en: Kind of energy in Chinese}
--   - {name: unit, type: string, zh: 单位, en: Unit of the quantities}
--   - {name: measured, type: double, zh: 实测, en: Energy measured}
--   - {name: estimated, type: double, zh: 估计, en: "Energy estimated from readings, or printed as estimated"}
--   - {name: lost, type: double, zh: 时刻不明, en: Energy that is known in total but not by hour}
--   - {name: filled, type: double, zh: 无读数依据的补值, en: "Part of estimated that no reading supports; 0 unless gaps are filled"}
--   - {name: register_start, type: double, zh: 首个有效表底, en: First accepted register, null_when: "register_end IS NULL"}
--   - {name: register_end, type: double, zh: 末个有效表底, en: Last accepted register, null_when: "register_start IS NULL"}
--   - {name: adjusted, type: double, zh: 清零、翻转、换表调整, en: "What declared resets, rollovers and replacements add to the difference of registers"}
--   - {name: readings, type: double, zh: 读数所示, en: "Energy according to the readings: the sum of intervals, or register end minus start plus adjusted"}
--   - {name: difference, type: double, zh: 差额（应为零）, en: "Hours less fill-ins less readings: 0 when no energy is lost or invented"}
--   - {name: origin, type: string, zh: 数据性质, en: "computed; estimated where a part of the energy is; assumed for a made-up building"}
WITH total AS (
  SELECT meter_id, energy_kind, unit, max_by(building_id, month) AS building_id,
         CASE WHEN bool_or(origin = 'assumed') THEN 'assumed' WHEN bool_or(origin = 'estimated') THEN 'estimated' ELSE 'computed' END AS origin,
         SUM(CAST(measured AS DECIMAL(28, 6))) AS measured, SUM(CAST(estimated AS DECIMAL(28, 6))) AS estimated,
         SUM(CAST(lost AS DECIMAL(28, 6))) AS lost, SUM(CAST(filled AS DECIMAL(28, 6))) AS filled,
         SUM(CAST(adjusted AS DECIMAL(28, 6))) AS adjusted, SUM(CAST(counted AS DECIMAL(28, 6))) AS counted,
         CAST(min_by(register_start, month) FILTER (WHERE register_start IS NOT NULL) AS DECIMAL(28, 6)) AS register_start,
         CAST(max_by(register_end, month) FILTER (WHERE register_end IS NOT NULL) AS DECIMAL(28, 6)) AS register_end
  FROM core.meter_month
  GROUP BY meter_id, energy_kind, unit
),
named AS (
  SELECT building_id, max_by(name, valid_from) AS name FROM core.building GROUP BY building_id
),
kind AS (
  SELECT energy_kind, MIN(zh) AS zh FROM core.building_energy_factor GROUP BY energy_kind
)
SELECT t.meter_id, t.building_id, coalesce(n.name, t.building_id) AS building_name, t.energy_kind, k.zh AS energy_kind_zh, t.unit, CAST(measured AS DOUBLE) AS measured, CAST(estimated AS DOUBLE) AS estimated,
       CAST(lost AS DOUBLE) AS lost, CAST(filled AS DOUBLE) AS filled,
       CAST(register_start AS DOUBLE) AS register_start, CAST(register_end AS DOUBLE) AS register_end,
       CAST(adjusted AS DOUBLE) AS adjusted,
       CAST(coalesce(register_end - register_start + adjusted, counted) AS DOUBLE) AS readings,
       CAST(measured + estimated + lost - filled - coalesce(register_end - register_start + adjusted, counted) AS DOUBLE) AS difference,
       t.origin
FROM total t
LEFT JOIN named n ON n.building_id = t.building_id
LEFT JOIN kind k ON k.energy_kind = t.energy_kind
