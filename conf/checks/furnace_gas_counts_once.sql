-- zh: 碳已计入焦炭的煤气不再计二氧化碳，且计入的焦炭所含的碳足以覆盖这些煤气的一半
-- en: Gas whose carbon is included in coke has no CO2 of its own, and the coke that counts carries at least half of its carbon
SELECT concat_ws(' ', 'mart.carbon_footprint', region_code, year, sector, fuel) AS place,
       concat('notation is IE and co2_t is ', co2_t) AS message
FROM mart.carbon_footprint
WHERE notation = 'IE' AND (co2_t <> 0 OR energy_tce <> 0 OR included_in IS NULL)
UNION ALL
SELECT concat_ws(' ', 'mart.carbon_chain', region_code, year, edition, chain) AS place,
       concat(included_elsewhere_t, ' t C of gases are included in coke of ', carbon_in_t, ' t C') AS message
FROM mart.carbon_chain
WHERE chain = 'furnace_gas' AND carbon_in_t < included_elsewhere_t / 2 * (1 - 1e-9)
