-- zh: 驱动因素集市中同一地区各年份对首尾相接，只有一个恒等式，效应直接相加即为变化
-- en: The mart of effects has one identity for each region and pairs of years that do not overlap, so that plain sums are changes
SELECT concat_ws(' ', 'mart.emission_decomposition', region_code) AS place,
       concat(COUNT(DISTINCT identity), ' identities; the effects sum to ', SUM(effect),
              ', the change from ', MIN(year_from), ' to ', MAX(year_to), ' is ',
              MAX_BY(value_to, year_to) - MIN_BY(value_from, year_from)) AS message
FROM mart.emission_decomposition
WHERE status = 'assessed'
GROUP BY region_code
HAVING COUNT(DISTINCT identity) > 1
    OR abs(SUM(effect) - (MAX_BY(value_to, year_to) - MIN_BY(value_from, year_from)))
         > 1e-9 * COUNT(*) * (MAX(abs(value_from)) + MAX(abs(value_to)))
