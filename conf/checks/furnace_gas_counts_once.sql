-- zh: 碳已计入焦炭的煤气不再计二氧化碳
-- en: Gas whose carbon is included in coke has no CO2 of its own
SELECT concat_ws(' ', 'mart.carbon_footprint', region_code, year, sector, fuel) AS place,
       concat('notation is IE and co2_t is ', co2_t) AS message
FROM mart.carbon_footprint
WHERE notation = 'IE' AND (co2_t <> 0 OR energy_tce <> 0 OR included_in IS NULL)
