-- zh: 分解中各因素效应、断点与残差之和等于变化
-- en: Effects, break and residual of a decomposition add up to the change
SELECT concat_ws(' ', 'core.decomposition', region_code, identity, method, base, year_from, year_to) AS place,
       concat('effects and residual sum to ', SUM(effect) + residual, ', the change is ', value_to - value_from) AS message
FROM core.decomposition
WHERE form = 'additive' AND status = 'assessed'
GROUP BY region_code, identity, method, base, year_from, year_to, value_from, value_to, residual
HAVING abs(SUM(effect) + residual - (value_to - value_from)) > 1e-9 * (abs(value_from) + abs(value_to))
