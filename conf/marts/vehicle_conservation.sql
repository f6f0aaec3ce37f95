-- table: mart.vehicle_conservation
-- zh: 每辆车的守恒：记录数量 = 采用 + 估计 + 拒绝；月度合计 = 采用 + 估计；里程 = 末值 − 首值 + 调整
-- en: Conservation of each vehicle - what its logs hold is used, estimated or rejected, and its months add up to what counts
-- question: {zh: "每辆车的里程、燃料和电量是否守恒？", en: "Do the months of each vehicle add up to its logs?"}
-- method: docs/methods/transport.md#odometer-and-fuel
-- key: [vehicle_id, item]
-- columns:
--   - {name: vehicle_id, type: string, zh: 车辆编号, en: "Vehicle; where none is known, what the rows say instead"}
--   - {name: vehicle_class_zh, type: string, zh: 车辆类别, en: Class in Chinese}
--   - {name: item, type: string, zh: 项目, en: "distance, or the fuel that was sold"}
--   - {name: item_zh, type: string, zh: 项目名称, en: The item in Chinese}
--   - {name: unit, type: string, zh: 单位, en: "Unit of the quantities, null where the fuel is unknown"}
--   - {name: rows, type: int, unit: none, zh: 记录行数, en: Rows of logs with the item, null_when: "false"}
--   - {name: rejected_rows, type: int, unit: none, zh: 拒绝行数, en: Rows that do not count, null_when: "false"}
--   - {name: used, type: double, zh: 采用, en: "Quantity used as printed; for distance, km between readings", null_when: "false"}
--   - {name: estimated, type: double, zh: 估计, en: Quantity that is estimated, null_when: "false"}
--   - {name: rejected, type: double, zh: 拒绝, en: "Quantity of the rejected rows, as far as it can be read", null_when: item = 'distance'}
--   - {name: odometer_first, type: double, unit: km, zh: 首个采用里程, en: First odometer reading used, null_when: item <> 'distance' OR rows = rejected_rows}
--   - {name: odometer_last, type: double, unit: km, zh: 末个采用里程, en: Last odometer reading used, null_when: item <> 'distance' OR rows = rejected_rows}
--   - {name: adjusted, type: double, zh: 翻转与换表调整, en: What rollovers and replaced odometers add, null_when: item <> 'distance'}
--   - {name: in_months, type: double, zh: 月度合计, en: Sum of the months, null_when: "false"}
--   - {name: difference, type: double, zh: 差额（应为零）, en: "Used and estimated less the months: 0 when nothing is lost or invented", null_when: "false"}
--   - {name: origin, type: string, zh: 数据性质, en: "computed; estimated where a record is; assumed for a made-up fleet"}
WITH sold AS (
  SELECT vehicle_id, coalesce(fuel, 'unknown') AS item, MAX(unit) AS unit, COUNT(*) AS n, COUNT_IF(state = 'rejected') AS rejected_n,
         SUM(CAST(IF(state = 'used', quantity, 0) AS DECIMAL(28, 6))) AS used,
         SUM(CAST(IF(state = 'estimated', quantity, 0) AS DECIMAL(28, 6))) AS estimated,
         SUM(CAST(IF(state = 'rejected', coalesce(quantity, 0), 0) AS DECIMAL(28, 6))) AS rejected
  FROM core.vehicle_log WHERE log <> 'odometer'
  GROUP BY vehicle_id, coalesce(fuel, 'unknown')
),
months AS (
  SELECT vehicle_id,
         MAX(IF(fuel = 'electricity', NULL, fuel)) AS fuel,
         SUM(CAST(fuel_used + fuel_estimated AS DECIMAL(28, 6))) AS fuel_sum,
         SUM(CAST(kwh_used + kwh_estimated AS DECIMAL(28, 6))) AS kwh_sum,
         SUM(CAST(km_measured AS DECIMAL(28, 6))) AS km_measured, SUM(CAST(km_estimated AS DECIMAL(28, 6))) AS km_estimated,
         CASE WHEN bool_or(origin = 'assumed') THEN 'assumed' WHEN bool_or(origin = 'estimated') THEN 'estimated' ELSE 'computed' END AS origin
  FROM core.vehicle_month GROUP BY vehicle_id
),
read AS (
  SELECT vehicle_id, COUNT(*) AS n, COUNT_IF(odometer_state = 'rejected') AS rejected_n,
         CAST(min_by(odometer_km, struct(local_time, odometer_km)) FILTER (WHERE odometer_state <> 'rejected') AS DECIMAL(28, 6)) AS first_km,
         CAST(max_by(odometer_km, struct(local_time, odometer_km)) FILTER (WHERE odometer_state <> 'rejected') AS DECIMAL(28, 6)) AS last_km,
         SUM(CAST(IF(odometer_state <> 'rejected', odometer_adjusted_km, 0) AS DECIMAL(28, 6))) AS adjusted
  FROM core.vehicle_log WHERE odometer_state IS NOT NULL
  GROUP BY vehicle_id
),
parts AS (
  SELECT s.vehicle_id, s.item, s.unit, s.n, s.rejected_n, s.used, s.estimated, s.rejected,
         CAST(NULL AS DECIMAL(28, 6)) AS first_km, CAST(NULL AS DECIMAL(28, 6)) AS last_km, CAST(NULL AS DECIMAL(28, 6)) AS adjusted,
         coalesce(CASE WHEN s.item = 'electricity' THEN m.kwh_sum WHEN s.item = m.fuel THEN m.fuel_sum END, 0) AS in_months,
         s.used + s.estimated AS counted, m.origin
  FROM sold s LEFT JOIN months m ON m.vehicle_id = s.vehicle_id
  UNION ALL
  SELECT r.vehicle_id, 'distance', 'km', r.n, r.rejected_n, coalesce(m.km_measured, 0), coalesce(m.km_estimated, 0), NULL,
         r.first_km, r.last_km, r.adjusted,
         coalesce(m.km_measured + m.km_estimated, 0),
         coalesce(r.last_km - r.first_km + r.adjusted, 0), m.origin
  FROM read r LEFT JOIN months m ON m.vehicle_id = r.vehicle_id
),
named AS (
  SELECT vehicle_id, MAX(vehicle_class_zh) AS vehicle_class_zh FROM core.vehicle GROUP BY vehicle_id
),
logged AS (
  SELECT vehicle_id, IF(bool_or(origin = 'assumed'), 'assumed', IF(bool_or(origin = 'estimated'), 'estimated', 'computed')) AS origin
  FROM core.vehicle_log GROUP BY vehicle_id
),
fuel AS (
  SELECT fuel, MIN(fuel_zh) AS zh FROM core.vehicle GROUP BY fuel
)
SELECT p.vehicle_id, v.vehicle_class_zh, p.item,
       CASE WHEN p.item = 'distance' THEN '里程' WHEN p.item = 'unknown' THEN '未知' ELSE coalesce(f.zh, p.item) END AS item_zh, p.unit,
       CAST(p.n AS INT) AS rows, CAST(p.rejected_n AS INT) AS rejected_rows,
       CAST(p.used AS DOUBLE) AS used, CAST(p.estimated AS DOUBLE) AS estimated, CAST(p.rejected AS DOUBLE) AS rejected,
       CAST(p.first_km AS DOUBLE) AS odometer_first, CAST(p.last_km AS DOUBLE) AS odometer_last, CAST(p.adjusted AS DOUBLE) AS adjusted,
       CAST(p.in_months AS DOUBLE) AS in_months, CAST(p.counted - p.in_months AS DOUBLE) AS difference,
       coalesce(p.origin, l.origin) AS origin
FROM parts p
LEFT JOIN named v ON v.vehicle_id = p.vehicle_id
LEFT JOIN logged l ON l.vehicle_id = p.vehicle_id
LEFT JOIN fuel f ON f.fuel = p.item
