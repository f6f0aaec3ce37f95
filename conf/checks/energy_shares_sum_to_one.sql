-- zh: 同一地区、年份、版次、口径的能源消费结构各组占比之和为一
-- en: The shares of an energy structure sum to one by region, year, edition and basis
SELECT concat_ws(' ', 'mart.energy_structure', region_code, year, edition, basis) AS place,
       concat('the shares sum to ', SUM(share)) AS message
FROM mart.energy_structure
GROUP BY region_code, year, edition, basis
HAVING COUNT(share) > 0 AND abs(SUM(share) - 1) > 1e-9
