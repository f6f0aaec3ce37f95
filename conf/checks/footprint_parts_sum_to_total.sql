-- zh: 碳足迹各部门、各燃料之和等于各范围，范围之和等于合计
-- en: Sectors and fuels of a footprint sum to its scopes, and the scopes to its total
SELECT concat_ws(' ', 'mart.carbon_footprint_total', t.region_code, t.year) AS place,
       concat_ws('', 'scope 1 is ', t.scope1_t, ' and its parts sum to ', p.scope1_t, '; scope 2 is ', t.scope2_t, ' and its parts sum to ', p.scope2_t, '; the total is ', t.total_t) AS message
FROM mart.carbon_footprint_total t
JOIN (SELECT region_code, year,
             coalesce(SUM(CASE WHEN scope = 1 THEN co2e_t END), 0) AS scope1_t,
             coalesce(SUM(CASE WHEN scope = 2 THEN co2e_t END), 0) AS scope2_t
      FROM mart.carbon_footprint GROUP BY region_code, year) p
  ON p.region_code = t.region_code AND p.year = t.year
WHERE abs(t.scope1_t - p.scope1_t) > 1e-9 * (1 + abs(t.scope1_t))
   OR abs(t.scope2_t - p.scope2_t) > 1e-9 * (1 + abs(t.scope2_t))
   OR abs(t.total_t - t.scope1_t - t.scope2_t) > 1e-9 * (1 + abs(t.scope1_t) + abs(t.scope2_t))
   OR (t.total_t IS NULL) <> (t.scope1_t IS NULL OR t.scope2_t IS NULL)
