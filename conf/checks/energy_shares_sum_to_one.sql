-- zh: 同一地区、年份、版次、口径的能源消费结构各组占比之和为一，终端消费占比亦然
-- en: The shares of an energy structure sum to one by region, year, edition and basis, and so do those of final consumption
SELECT concat_ws(' ', 'mart.energy_structure', region_code, year, edition, basis) AS place,
       concat('the shares sum to ', coalesce(SUM(share), 'nothing'), ', those of final consumption to ', coalesce(SUM(final_share), 'nothing')) AS message
FROM mart.energy_structure
GROUP BY region_code, year, edition, basis
HAVING COUNT(share) > 0 AND abs(SUM(share) - 1) > 1e-9
    OR COUNT(final_share) > 0 AND abs(SUM(final_share) - 1) > 1e-9
