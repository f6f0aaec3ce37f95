-- zh: 每个地区的每个问题只有一个回答
-- en: Each question that is not asked by sector has one answer in each region
SELECT concat_ws(' ', 'mart.decoupling', region_code, question) AS place,
       concat(count_if(answer), ' rows are the answer') AS message
FROM mart.decoupling
WHERE question NOT LIKE 'sector%'
GROUP BY region_code, question
HAVING count_if(answer) <> 1
UNION ALL
SELECT concat_ws(' ', 'mart.energy_elasticity', region_code, question) AS place,
       concat(count_if(answer), ' rows are the answer') AS message
FROM mart.energy_elasticity
WHERE question NOT LIKE 'sector%'
GROUP BY region_code, question
HAVING count_if(answer) <> 1
