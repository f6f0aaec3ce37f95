-- zh: 建筑各月用量之和等于年用量
-- en: The months of a building and kind of energy add up to its year
SELECT concat_ws(' ', 'mart.building_benchmark', b.building_id, b.year, b.energy_kind) AS place,
       concat('the months sum to ', m.kwh, ' kWh, the year is ', b.kwh) AS message
FROM (
  SELECT building_id, energy_kind, CAST(substr(month, 1, 4) AS INT) AS year, SUM(kwh) AS kwh
  FROM mart.building_energy_monthly GROUP BY building_id, energy_kind, substr(month, 1, 4)
) m
JOIN mart.building_benchmark b ON b.building_id = m.building_id AND b.energy_kind = m.energy_kind AND b.year = m.year
WHERE abs(m.kwh - b.kwh) > 1e-9 * greatest(1D, abs(b.kwh))
