-- zh: 同一地区各年的电网因子属于同一区域，更换区域须标为断点
-- en: The grid factors of a region are of one area in all years, and a change of it is marked as a break
SELECT concat_ws(' ', 'mart.carbon_footprint_total', region_code, year) AS place,
       concat('the grid factor is of ', factor_area, ', that of the year before of ', area_before, ', and factor_break is ', factor_break) AS message
FROM (SELECT region_code, year, factor_area, factor_break,
             lag(factor_area) OVER (PARTITION BY region_code, factor_set ORDER BY year) AS area_before
      FROM mart.carbon_footprint_total WHERE factor_id IS NOT NULL)
WHERE area_before <> factor_area AND NOT coalesce(factor_break, false)
