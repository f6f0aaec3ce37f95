-- table: mart.fleet
-- zh: 年末车队构成：地区、年份、车辆类别、燃料、动力类型、排放标准、车属各一行
-- en: The fleet at the end of each year with logs, by class, fuel, drive, emission standard and owner
-- question: {zh: "车队由哪些车辆组成，新能源车辆占多少？", en: "Which vehicles make up the fleet, and what share of them has new energy?"}
-- method: docs/methods/transport.md#fleet-and-target-bands
-- key: [region_code, year, vehicle_class, fuel, drive, standard, owner_type]
-- columns:
--   - {name: region_code, type: string, zh: 地区代码, en: Region (GB/T 2260)}
--   - {name: region_name, type: string, zh: 地区, en: Name of the region}
--   - {name: year, type: int, zh: 年份, en: "Year, at its last day", null_when: "false"}
--   - {name: mode, type: string, zh: 交通方式, en: Mode of transport}
--   - {name: mode_zh, type: string, zh: 交通方式名称, en: Mode in Chinese}
--   - {name: vehicle_class, type: string, zh: 车辆类别, en: Class of the vehicles}
--   - {name: vehicle_class_zh, type: string, zh: 车辆类别名称, en: Class in Chinese}
--   - {name: fuel, type: string, zh: 燃料, en: Fuel that they burn}
--   - {name: fuel_zh, type: string, zh: 燃料名称, en: Fuel in Chinese}
--   - {name: drive, type: string, zh: 动力类型, en: "ice, hev, phev, bev or fcev"}
--   - {name: standard, type: string, zh: 排放标准, en: "Emission standard; none for bev, unknown where the registry does not know it"}
--   - {name: owner_type, type: string, zh: 所有者类型, en: "Who owns them; unknown where the registry does not know it"}
--   - {name: is_new_energy, type: boolean, zh: 是否新能源车, en: "Battery, plug-in hybrid or fuel cell (新能源汽车)"}
--   - {name: vehicles, type: int, zh: 车辆数, en: Registered vehicles, null_when: "false"}
--   - {name: new_energy_vehicles, type: int, zh: 新能源车辆数, en: Those with new energy, null_when: "false"}
--   - {name: new_energy_share_of_class, type: double, unit: 1, zh: 该类车辆中新能源比例, en: "Share of new-energy vehicles among all vehicles of the class, the same on all rows of the class", min: 0, max: 1, null_when: "false"}
--   - {name: origin, type: string, zh: 数据性质, en: "computed from the registry; assumed for a made-up fleet"}
WITH years AS (
  SELECT DISTINCT region_code, CAST(substring(month, 1, 4) AS INT) AS year FROM core.vehicle_month
  WHERE region_code IS NOT NULL AND km_measured + km_estimated > 0
),
standing AS (
  SELECT y.year, v.*, v.drive IN ('bev', 'phev', 'fcev') AS is_new_energy,
         coalesce(v.standard, IF(v.drive = 'bev', 'none', 'unknown')) AS known_standard, coalesce(v.owner_type, 'unknown') AS known_owner
  FROM years y
  JOIN core.vehicle v ON v.region_code = y.region_code
   AND v.valid_from <= make_date(y.year, 12, 31) AND v.valid_to > make_date(y.year, 12, 31)
),
counted AS (
  SELECT region_code, year, MIN(mode) AS mode, MIN(mode_zh) AS mode_zh, vehicle_class, MIN(vehicle_class_zh) AS vehicle_class_zh,
         fuel, MIN(fuel_zh) AS fuel_zh, drive, known_standard, known_owner, bool_or(is_new_energy) AS is_new_energy,
         COUNT(DISTINCT vehicle_id) AS vehicles, COUNT(DISTINCT IF(is_new_energy, vehicle_id, NULL)) AS new_energy,
         IF(bool_or(origin = 'assumed'), 'assumed', IF(bool_or(origin = 'estimated'), 'estimated', 'computed')) AS origin
  FROM standing
  GROUP BY region_code, year, vehicle_class, fuel, drive, known_standard, known_owner
)
SELECT c.region_code, g.zh AS region_name, c.year, c.mode, c.mode_zh, c.vehicle_class, c.vehicle_class_zh, c.fuel, c.fuel_zh, c.drive,
       c.known_standard AS standard, c.known_owner AS owner_type, c.is_new_energy,
       CAST(c.vehicles AS INT) AS vehicles, CAST(c.new_energy AS INT) AS new_energy_vehicles,
       CAST(SUM(c.new_energy) OVER class AS DOUBLE) / SUM(c.vehicles) OVER class AS new_energy_share_of_class,
       c.origin
FROM counted c
LEFT JOIN core.region g ON g.region_code = c.region_code
WINDOW class AS (PARTITION BY c.region_code, c.year, c.vehicle_class)
