-- table: mart.submeter_balance
-- zh: 总表与分表平衡：总表、月份各一行
-- en: "Balance of each parent meter with its submeters, by month"
-- question: {zh: "总表与分表之和是否相符，差额有多大？", en: "Does a meter agree with the sum of its submeters?"}
-- method: docs/methods/meters.md#submeters
-- key: [parent_meter_id, month, energy_kind]
-- columns:
--   - {name: parent_meter_id, type: string, zh: 总表表号, en: Parent meter}
--   - {name: building_id, type: string, zh: 建筑编号, en: Building of that meter}
--   - {name: building_name, type: string, zh: 建筑名称, en: Name of the building}
--   - {name: month, type: string, zh: 月份, en: "Month of local days, yyyy-MM"}
--   - {name: month_start, type: date, zh: 月份的第一天（用于时间轴）, en: "First day of that month, for time axes", null_when: "false"}
--   - {name: energy_kind, type: string, zh: 能源种类, en: Kind of energy}
--   - {name: energy_kind_zh, type: string, zh: 能源种类名称, en: Kind of energy in Chinese}
--   - {name: parent_kwh, type: double, zh: 总表用量（千瓦时）, en: Energy of the meter in kWh}
--   - {name: children_kwh, type: double, zh: 分表用量合计（千瓦时）, en: Energy of its submeters in kWh}
--   - {name: children, type: int, zh: 分表数, en: Number of submeters with readings in the month}
--   - {name: registered_children, type: int, zh: 登记的分表数, en: Number of submeters in the registry}
--   - {name: difference_kwh, type: double, zh: 差额（千瓦时）, en: "Parent minus submeters in kWh: energy that no submeter measures, or losses"}
--   - {name: difference_share, type: double, zh: 差额占总表比例, en: Difference as a share of the parent, null_when: "parent_kwh = 0"}
--   - {name: parent_missing_h, type: double, zh: 总表缺失小时, en: Hours of the month that the parent's readings do not cover}
--   - {name: children_missing_h, type: double, zh: 分表缺失小时合计, en: "Hours that the children's readings do not cover, added up"}
--   - {name: status, type: string, zh: "状态（assessed 已评估，not assessed: 原因）", en: "assessed, or not assessed: readings of the meter or of its submeters are missing"}
--   - {name: verdict, type: string, zh: "结论（parent covers children 总表不小于分表之和，children exceed parent 分表之和大于总表）", en: "parent covers children, or children exceed parent; null where not assessed", null_when: "status <> 'assessed'"}
--   - {name: origin, type: string, zh: 数据性质, en: "computed; estimated where a part of the energy is; assumed for a made-up building"}
WITH link AS (
  SELECT meter_id, max_by(parent_meter_id, valid_from) AS parent FROM core.meter GROUP BY meter_id
),
child AS (
  SELECT l.parent, m.month, m.energy_kind,
         SUM(CAST(m.kwh AS DECIMAL(38, 12))) AS kwh, COUNT(*) AS children,
         SUM(CAST(m.lost_h AS DECIMAL(38, 12))) AS missing_h,
         MAX(CASE m.origin WHEN 'assumed' THEN 3 WHEN 'estimated' THEN 2 ELSE 1 END) AS origin
  FROM core.meter_month m
  JOIN link l ON l.meter_id = m.meter_id
  WHERE m.is_submeter AND m.kwh IS NOT NULL
  GROUP BY l.parent, m.month, m.energy_kind
),
registered AS (
  SELECT parent, COUNT(*) AS children FROM link WHERE parent IS NOT NULL GROUP BY parent
),
parent AS (
  SELECT meter_id, month, energy_kind, MIN(building_id) AS building_id,
         SUM(CAST(kwh AS DECIMAL(38, 12))) AS kwh, SUM(CAST(lost_h AS DECIMAL(38, 12))) AS missing_h,
         MAX(CASE origin WHEN 'assumed' THEN 3 WHEN 'estimated' THEN 2 ELSE 1 END) AS origin
  FROM core.meter_month WHERE kwh IS NOT NULL
  GROUP BY meter_id, month, energy_kind
),
balance AS (
  SELECT p.meter_id, p.building_id, p.month, p.energy_kind, p.kwh, c.kwh AS children_kwh, c.children, r.children AS registered,
         CAST(p.kwh - c.kwh AS DOUBLE) AS difference, CAST(p.missing_h AS DOUBLE) AS parent_h, CAST(c.missing_h AS DOUBLE) AS children_h, greatest(p.origin, c.origin) AS origin
  FROM parent p
  JOIN child c ON c.parent = p.meter_id AND c.month = p.month AND c.energy_kind = p.energy_kind
  JOIN registered r ON r.parent = p.meter_id
),
named AS (
  SELECT building_id, max_by(name, valid_from) AS name FROM core.building GROUP BY building_id
),
kind AS (
  SELECT energy_kind, MIN(zh) AS zh FROM core.building_energy_factor GROUP BY energy_kind
)
SELECT meter_id AS parent_meter_id, b.building_id, coalesce(n.name, b.building_id) AS building_name, month,
       CAST(concat(month, '-01') AS DATE) AS month_start, b.energy_kind, k.zh AS energy_kind_zh,
       CAST(kwh AS DOUBLE) AS parent_kwh, CAST(children_kwh AS DOUBLE) AS children_kwh,
       CAST(children AS INT) AS children, CAST(registered AS INT) AS registered_children,
       difference AS difference_kwh, difference / CAST(kwh AS DOUBLE) AS difference_share,
       parent_h AS parent_missing_h, children_h AS children_missing_h,
       CASE WHEN children < registered THEN format_string('not assessed: readings of %d of %d submeters', children, registered)
            WHEN parent_h > 0 OR children_h > 0 THEN format_string('not assessed: %.0f hours of the meter and %.0f of its submeters have no readings', parent_h, children_h)
            ELSE 'assessed' END AS status,
       CASE WHEN children < registered OR parent_h > 0 OR children_h > 0 THEN NULL
            WHEN difference < 0 THEN 'children exceed parent' ELSE 'parent covers children' END AS verdict,
       CASE origin WHEN 3 THEN 'assumed' WHEN 2 THEN 'estimated' ELSE 'computed' END AS origin
FROM balance b
LEFT JOIN named n ON n.building_id = b.building_id
LEFT JOIN kind k ON k.energy_kind = b.energy_kind
