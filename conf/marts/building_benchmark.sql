-- table: mart.building_benchmark
-- zh: 建筑能耗对标：建筑、年份、能源种类各一行
-- en: Energy intensity of buildings against their peers, by year and kind of energy
-- key: [building_id, year, energy_kind]
-- columns:
--   - {name: building_id, type: string, zh: 建筑编号, en: Building}
--   - {name: building_name, type: string, zh: 建筑名称, en: Name of the building}
--   - {name: year, type: int, zh: 年份, en: Year of local days}
--   - {name: energy_kind, type: string, zh: "能源种类；all为各种合计", en: "Kind of energy, or all: the sum of the building's kinds"}
--   - {name: use_type, type: string, zh: 用途, en: Use type}
--   - {name: area_m2, type: double, zh: 当年平均建筑面积（平方米）, en: "Floor area in m2, the mean over the days of the year"}
--   - {name: kwh, type: double, zh: 年用量（千瓦时）, en: Energy of the year in kWh}
--   - {name: co2e_location_yearly_kg, type: double, zh: 碳排放（千克，年均电网因子）, en: kg CO2e with the yearly location-based factor}
--   - {name: co2e_location_hourly_kg, type: double, zh: 碳排放（千克，逐时电网因子）, en: kg CO2e with hourly location-based factors}
--   - {name: co2e_market_kg, type: double, zh: 碳排放（千克，市场法）, en: kg CO2e with the factors of contracts}
--   - {name: eui_kwh_m2, type: double, zh: 能耗强度（千瓦时/平方米）, en: Energy intensity in kWh per m2 and year}
--   - {name: eui_low_kwh_m2, type: double, zh: 能耗强度下限, en: "Energy intensity without what was estimated"}
--   - {name: eui_high_kwh_m2, type: double, zh: 能耗强度上限, en: "Energy intensity with what was estimated counted twice and missing hours at the year's mean"}
--   - {name: kgco2e_m2, type: double, zh: 碳强度（千克/平方米）, en: kg CO2e per m2 with the yearly location-based factor}
--   - {name: coverage, type: double, zh: 有读数小时比例, en: Share of the year's hours that readings cover}
--   - {name: zero_share, type: double, zh: 零值小时比例, en: Share of hours that read zero}
--   - {name: zero_longest_h, type: int, zh: 最长连续零值小时, en: Longest run of hours that read zero}
--   - {name: status, type: string, zh: 是否参与对标, en: "assessed; or not assessed with the reason: no floor area, coverage below 90 %, zero hours above 5 %, a run of zeros above 168 h"}
--   - {name: peers, type: int, zh: 同类建筑数, en: "Assessed buildings of the same year, use type and kinds of energy, this one among them"}
--   - {name: rank, type: int, zh: 名次（1为最低）, en: "Rank by intensity, 1 is the lowest"}
--   - {name: percentile, type: double, zh: 百分位, en: "(rank - 0.5) / peers x 100"}
--   - {name: percentile_low, type: double, zh: 百分位下限, en: Percentile if every overlapping peer stood above}
--   - {name: percentile_high, type: double, zh: 百分位上限, en: Percentile if every overlapping peer stood below}
--   - {name: not_distinguishable, type: int, zh: 区间重叠的同类数, en: "Peers whose intensity cannot be told from this one's, as their ranges overlap"}
--   - {name: peer_p10, type: double, zh: 同类第10百分位, en: "10th percentile of the peers' intensity, linear (type 7)"}
--   - {name: peer_p25, type: double, zh: 同类第25百分位, en: 25th percentile of the peers}
--   - {name: peer_median, type: double, zh: 同类中位数, en: Median of the peers}
--   - {name: peer_p75, type: double, zh: 同类第75百分位, en: 75th percentile of the peers}
--   - {name: peer_p90, type: double, zh: 同类第90百分位, en: 90th percentile of the peers}
--   - {name: limit_kwh_m2, type: double, zh: 限额（千瓦时/平方米）, en: "Limit of the standard in kWh per m2 and year, of all kinds together"}
--   - {name: limit_distance_kwh_m2, type: double, zh: 距限额（正为超出）, en: "Intensity less the limit, positive above it"}
--   - {name: limit_status, type: string, zh: 与限额相比, en: "within the limit, above the limit, or not assessed"}
WITH counted AS (
  SELECT *, CAST(substr(month, 1, 4) AS INT) AS year, CAST(substr(month, 6, 2) AS INT) AS number
  FROM core.meter_month WHERE NOT is_submeter AND kwh IS NOT NULL
),
-- A meter must have readings from its validity on, within the year.
validity AS (
  SELECT meter_id, MIN(valid_from) AS valid_from, MAX(valid_to) AS valid_to FROM core.meter GROUP BY meter_id
),
meter_year AS (
  SELECT c.meter_id, c.building_id, c.energy_kind, c.year,
         SUM(CAST(c.kwh AS DECIMAL(38, 12))) AS kwh,
         SUM(CAST(c.estimated * c.kwh_factor AS DECIMAL(38, 12))) AS estimated,
         SUM(CAST(c.kgco2e_yearly AS DECIMAL(38, 12))) AS yearly, COUNT(*) - COUNT(c.kgco2e_yearly) AS no_yearly,
         SUM(CAST(c.kgco2e_hourly AS DECIMAL(38, 12))) AS hourly, COUNT(*) - COUNT(c.kgco2e_hourly) AS no_hourly,
         SUM(CAST(coalesce(c.kgco2e_market, c.kgco2e_yearly) AS DECIMAL(38, 12))) AS market, COUNT(c.kgco2e_market) AS with_market,
         SUM(CAST(c.measured_h + c.estimated_h AS DECIMAL(38, 12))) AS covered_h,
         24 * datediff(least(MIN(v.valid_to), make_date(c.year + 1, 1, 1)), greatest(MIN(v.valid_from), make_date(c.year, 1, 1))) AS required_h,
         SUM(c.month_h) AS month_h,
         SUM(c.zero_h) AS zero_h,
         -- The longest run goes on from month to month: what ends one month and begins the next is one.
         aggregate(
           array_sort(collect_list(struct(c.number, c.zero_h, c.zero_first_h, c.zero_longest_h, c.zero_last_h, c.month_h))),
           CAST(struct(0, 0, 0) AS struct<longest: int, run: int, number: int>),
           (a, m) -> struct(
             greatest(a.longest, m.zero_longest_h, IF(a.number = m.number - 1, a.run, 0) + m.zero_first_h) AS longest,
             IF(m.zero_h = m.month_h, IF(a.number = m.number - 1, a.run, 0) + m.month_h, m.zero_last_h) AS run,
             m.number AS number)).longest AS zero_longest_h
  FROM counted c JOIN validity v ON v.meter_id = c.meter_id
  GROUP BY c.meter_id, c.building_id, c.energy_kind, c.year
),
kinds AS (
  SELECT building_id, year, array_join(array_sort(collect_set(energy_kind)), '+') AS kinds FROM meter_year GROUP BY building_id, year
),
-- Zeros of gas and heat are how summers are; the gates on zeros are for electricity.
building_kind AS (
  SELECT m.building_id, m.year, k.kind AS energy_kind, MAX(IF(k.kind = 'all', s.kinds, m.energy_kind)) AS kinds,
         SUM(m.kwh) AS kwh, SUM(m.estimated) AS estimated,
         SUM(m.yearly) AS yearly, SUM(m.no_yearly) AS no_yearly,
         SUM(m.hourly) AS hourly, SUM(m.no_hourly) AS no_hourly,
         SUM(m.market) AS market, SUM(m.with_market) AS with_market,
         CAST(SUM(m.covered_h) AS DOUBLE) / SUM(m.required_h) AS coverage,
         CAST(SUM(IF(m.energy_kind = 'electricity', m.zero_h, 0)) AS DOUBLE) / SUM(m.month_h) AS zero_share,
         MAX(IF(m.energy_kind = 'electricity', m.zero_longest_h, 0)) AS zero_longest_h
  FROM meter_year m
  JOIN kinds s ON s.building_id = m.building_id AND s.year = m.year
  LATERAL VIEW explode(array(m.energy_kind, 'all')) k AS kind
  GROUP BY m.building_id, m.year, k.kind
),
version AS (
  SELECT b.*, y.year,
         datediff(least(b.valid_to, make_date(y.year + 1, 1, 1)), greatest(b.valid_from, make_date(y.year, 1, 1))) AS days
  FROM core.building b CROSS JOIN (SELECT DISTINCT year FROM meter_year) y
),
site AS (
  SELECT building_id, year, max_by(name, valid_from) AS name, max_by(use_type, valid_from) AS use_type,
         CAST(SUM(CAST(area_m2 AS DECIMAL(20, 6)) * days) / SUM(IF(area_m2 IS NULL, NULL, days)) AS DOUBLE) AS area_m2,
         max_by(eui_limit_kwh_m2, valid_from) AS limit_kwh_m2
  FROM version WHERE days > 0
  GROUP BY building_id, year
),
gated AS (
  SELECT k.*, coalesce(s.name, k.building_id) AS name, coalesce(s.use_type, 'unstated') AS use_type, s.area_m2, s.limit_kwh_m2,
         CASE WHEN s.area_m2 IS NULL THEN 'not assessed: no floor area'
              WHEN k.coverage < 0.90 THEN 'not assessed: coverage below 90 %'
              WHEN k.zero_share > 0.05 THEN 'not assessed: zero hours above 5 %'
              WHEN k.zero_longest_h > 168 THEN 'not assessed: a run of zeros above 168 h'
              ELSE 'assessed' END AS status,
         CAST(k.kwh AS DOUBLE) / s.area_m2 AS eui,
         CAST(k.estimated AS DOUBLE) / s.area_m2 AS unsure
  FROM building_kind k LEFT JOIN site s ON s.building_id = k.building_id AND s.year = k.year
),
ranged AS (
  SELECT *, eui - unsure AS low, eui + unsure + eui * greatest(0D, 1 / coverage - 1) AS high FROM gated
),
peer AS (
  SELECT building_id, year, energy_kind, use_type, kinds, eui, low, high,
         CAST(COUNT(*) OVER p AS INT) AS peers,
         RANK() OVER (PARTITION BY year, use_type, energy_kind, kinds ORDER BY eui) AS rank
  FROM ranged WHERE status = 'assessed'
  WINDOW p AS (PARTITION BY year, use_type, energy_kind, kinds)
),
-- How many peers lie wholly below or above: a running count over both ends of all ranges.
ends AS (
  SELECT building_id, year, energy_kind, use_type, kinds, low AS at, 0 AS is_peer, 'below' AS side FROM peer
  UNION ALL SELECT building_id, year, energy_kind, use_type, kinds, high, 1, 'below' FROM peer
  UNION ALL SELECT building_id, year, energy_kind, use_type, kinds, -high, 0, 'above' FROM peer
  UNION ALL SELECT building_id, year, energy_kind, use_type, kinds, -low, 1, 'above' FROM peer
),
ran AS (
  SELECT building_id, year, energy_kind, side, is_peer,
         SUM(is_peer) OVER (PARTITION BY year, use_type, energy_kind, kinds, side ORDER BY at, is_peer
                            ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS passed
  FROM ends
),
apart AS (
  SELECT building_id, year, energy_kind,
         MAX(IF(side = 'below', passed, 0)) AS below, MAX(IF(side = 'above', passed, 0)) AS above
  FROM ran WHERE is_peer = 0
  GROUP BY building_id, year, energy_kind
),
quartile AS (
  SELECT year, use_type, energy_kind, kinds, percentile(eui, array(0.1, 0.25, 0.5, 0.75, 0.9)) AS q
  FROM peer GROUP BY year, use_type, energy_kind, kinds
)
SELECT g.building_id, g.name AS building_name, g.year, g.energy_kind, g.use_type, g.area_m2,
       CAST(g.kwh AS DOUBLE) AS kwh,
       IF(g.no_yearly = 0, CAST(g.yearly AS DOUBLE), NULL) AS co2e_location_yearly_kg,
       IF(g.no_hourly = 0, CAST(g.hourly AS DOUBLE), NULL) AS co2e_location_hourly_kg,
       IF(g.with_market > 0 AND g.no_yearly = 0, CAST(g.market AS DOUBLE), NULL) AS co2e_market_kg,
       g.eui AS eui_kwh_m2, g.low AS eui_low_kwh_m2, g.high AS eui_high_kwh_m2,
       IF(g.no_yearly = 0, CAST(g.yearly AS DOUBLE), NULL) / g.area_m2 AS kgco2e_m2,
       g.coverage, g.zero_share, g.zero_longest_h, g.status,
       p.peers, p.rank,
       (p.rank - 0.5D) / p.peers * 100 AS percentile,
       (a.below + 0.5D) / p.peers * 100 AS percentile_low,
       (p.peers - a.above - 0.5D) / p.peers * 100 AS percentile_high,
       CAST(p.peers - 1 - a.below - a.above AS INT) AS not_distinguishable,
       q.q[0] AS peer_p10, q.q[1] AS peer_p25, q.q[2] AS peer_median, q.q[3] AS peer_p75, q.q[4] AS peer_p90,
       IF(g.energy_kind = 'all', g.limit_kwh_m2, NULL) AS limit_kwh_m2,
       IF(g.energy_kind = 'all' AND p.peers IS NOT NULL, g.eui - g.limit_kwh_m2, NULL) AS limit_distance_kwh_m2,
       CASE WHEN g.energy_kind <> 'all' OR p.peers IS NULL OR g.limit_kwh_m2 IS NULL THEN 'not assessed'
            WHEN g.eui > g.limit_kwh_m2 THEN 'above the limit' ELSE 'within the limit' END AS limit_status
FROM ranged g
LEFT JOIN peer p ON p.building_id = g.building_id AND p.year = g.year AND p.energy_kind = g.energy_kind
LEFT JOIN apart a ON a.building_id = g.building_id AND a.year = g.year AND a.energy_kind = g.energy_kind
LEFT JOIN quartile q ON q.year = p.year AND q.use_type = p.use_type AND q.energy_kind = p.energy_kind AND q.kinds = p.kinds
