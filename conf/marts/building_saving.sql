-- table: mart.building_saving
-- zh: 改造节能量：建筑、事件、能源种类各一行
-- en: Energy saved after an event such as a retrofit, by building, event and kind of energy
-- question: {zh: "改造之后节约了多少能源，是否可信？", en: "How much energy did a retrofit save, and can the figure be trusted?"}
-- method: docs/methods/buildings.md#savings
-- key: [building_id, event_day, event, energy_kind]
-- columns:
--   - {name: building_id, type: string, zh: 建筑编号, en: Building}
--   - {name: building_name, type: string, zh: 建筑名称, en: Name of the building}
--   - {name: region_code, type: string, zh: 地区代码, en: Region of the building}
--   - {name: region_name, type: string, zh: 地区, en: Name of the region}
--   - {name: use_type, type: string, zh: 用途, en: Use type}
--   - {name: event_day, type: date, zh: 事件日期, en: Day of the event}
--   - {name: event, type: string, zh: 事件, en: Kind of event}
--   - {name: note, type: string, zh: 说明, en: Note of the event}
--   - {name: energy_kind, type: string, zh: 能源种类, en: Kind of energy}
--   - {name: energy_kind_zh, type: string, zh: 能源种类名称, en: Kind of energy in Chinese}
--   - {name: status, type: string, zh: 节能量是否可评估, en: "assessed, or not assessed with the gate that failed"}
--   - {name: verdict, type: string, zh: "节能量是否可信（less energy 节能，more energy 用量增加，not distinguishable from zero 与零无法区分）", en: "less energy, more energy, or not distinguishable from zero: the uncertainty exceeds the saving; null where not assessed", null_when: "status <> 'assessed'"}
--   - {name: expected_kwh, type: double, zh: 按改造前模型应用量（千瓦时）, en: "Energy that the model of the 365 days before expects of the days after, in kWh", null_when: "status LIKE 'not assessed%'"}
--   - {name: actual_kwh, type: double, zh: 实际用量（千瓦时）, en: Energy of those days in kWh, null_when: "status LIKE 'not assessed%'"}
--   - {name: saving_kwh, type: double, zh: 节能量（千瓦时）, en: "Expected less actual in kWh, null when not assessed", null_when: "status LIKE 'not assessed%'", holds: "status NOT LIKE 'not assessed%' AND saving_low_kwh <= saving_kwh AND saving_kwh <= saving_high_kwh"}
--   - {name: saving_low_kwh, type: double, zh: 节能量下限（90%）, en: Lower end of its 90 % interval, null_when: "status LIKE 'not assessed%'"}
--   - {name: saving_high_kwh, type: double, zh: 节能量上限（90%）, en: Upper end of its 90 % interval, null_when: "status LIKE 'not assessed%'"}
--   - {name: saving_percent, type: double, zh: 节能率（%）, en: Saving in percent of the expected energy, null_when: "status LIKE 'not assessed%'"}
--   - {name: days_before, type: int, zh: 改造前日数, en: Days that the model was fitted to}
--   - {name: days_after, type: int, zh: 改造后日数, en: Days after the event that count, null_when: "status LIKE 'not assessed%'"}
--   - {name: day_types, type: int, zh: 日类型数, en: "1: one model for all days; 2: one for workdays and one for days off", null_when: "status LIKE 'not assessed%'"}
--   - {name: model, type: string, zh: 模型（全部日或工作日）, en: "Model of all days, or of workdays: flat, heating, cooling or both"}
--   - {name: rest_model, type: string, zh: 休息日模型, en: Model of days off}
--   - {name: cv_rmse, type: double, zh: 均方根误差变异系数, en: "CV(RMSE) of the model, as a share", null_when: "status LIKE 'not assessed%'"}
--   - {name: nmbe, type: double, zh: 归一化平均偏差, en: "NMBE of the model, as a share", null_when: "status LIKE 'not assessed%'"}
--   - {name: origin, type: string, zh: 数据性质, en: "estimated, as the expected energy is a model's; assumed for a made-up building"}
WITH named AS (
  SELECT building_id, max_by(name, valid_from) AS name, max_by(use_type, valid_from) AS use_type,
         max_by(region, valid_from) AS region, bool_or(origin = 'assumed') AS is_assumed
  FROM core.building GROUP BY building_id
),
kind AS (
  SELECT energy_kind, MIN(zh) AS zh FROM core.building_energy_factor GROUP BY energy_kind
)
SELECT b.building_id, coalesce(n.name, b.building_id) AS building_name, n.region AS region_code, g.zh AS region_name,
       coalesce(n.use_type, 'unstated') AS use_type,
       e.day AS event_day, e.event, e.note, b.energy_kind, k.zh AS energy_kind_zh,
       IF(b.saving_status LIKE 'not assessed%', b.saving_status, 'assessed') AS status,
       CASE WHEN b.saving_status LIKE 'not assessed%' THEN NULL WHEN b.saving_status <> 'assessed' THEN b.saving_status
            WHEN b.saving_kwh > 0 THEN 'less energy' ELSE 'more energy' END AS verdict,
       b.after_expected_kwh AS expected_kwh, b.after_actual_kwh AS actual_kwh, b.saving_kwh,
       b.saving_kwh - b.saving_uncertainty_kwh AS saving_low_kwh, b.saving_kwh + b.saving_uncertainty_kwh AS saving_high_kwh,
       b.saving_kwh / b.after_expected_kwh * 100 AS saving_percent,
       b.days AS days_before, b.after_days AS days_after, b.day_types, b.model, b.rest_model, b.cv_rmse, b.nmbe,
       IF(n.is_assumed, 'assumed', 'estimated') AS origin
FROM core.energy_baseline b
JOIN core.building_event e ON e.building_id = b.building_id AND e.event = b.event AND b.period = concat('before ', e.day)
LEFT JOIN named n ON n.building_id = b.building_id
LEFT JOIN kind k ON k.energy_kind = b.energy_kind
LEFT JOIN core.region g ON g.region_code = n.region
