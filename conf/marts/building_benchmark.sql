-- table: mart.building_benchmark
-- zh: 建筑能耗对标：建筑、年份、能源种类各一行
-- en: Energy intensity of buildings against their peers, by year and kind of energy
-- question: {zh: "这栋楼与同类建筑相比，能耗强度高还是低？", en: "Does this building use more or less energy per square metre than its peers?"}
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
--   - {name: not_distinguishable, type: int, zh: 区间重叠的同类数, en: "Peers whose intensity cannot be distinguished from this one, because the ranges overlap"}
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
meter_year AS (
  SELECT meter_id, building_id, energy_kind, year,
         SUM(CAST(kwh AS DECIMAL(38, 12))) AS kwh,
         SUM(CAST(estimated * kwh_factor AS DECIMAL(38, 12))) AS estimated,
         SUM(CAST(kgco2e_yearly AS DECIMAL(38, 12))) AS yearly, COUNT(*) - COUNT(kgco2e_yearly) AS no_yearly,
         SUM(CAST(kgco2e_hourly AS DECIMAL(38, 12))) AS hourly, COUNT(*) - COUNT(kgco2e_hourly) AS no_hourly,
         SUM(CAST(coalesce(kgco2e_market, kgco2e_yearly) AS DECIMAL(38, 12))) AS market,
         COUNT(IF(energy_kind = 'electricity', kgco2e_market, NULL)) AS with_market,
         SUM(CAST(measured_h + estimated_h AS DECIMAL(38, 12))) AS covered_h,
         MAX(year_h) AS year_h, SUM(month_h) AS month_h, SUM(zero_h) AS zero_h,
         -- The longest run goes on from month to month: what ends one month and begins the next is one.
         aggregate(
           array_sort(collect_list(struct(number, zero_h, zero_first_h, zero_longest_h, zero_last_h, month_h))),
           CAST(struct(0, 0, 0) AS struct<longest: int, run: int, number: int>),
           (a, m) -> struct(
             greatest(a.longest, m.zero_longest_h, IF(a.number = m.number - 1, a.run, 0) + m.zero_first_h) AS longest,
             IF(m.zero_h = m.month_h, IF(a.number = m.number - 1, a.run, 0) + m.month_h, m.zero_last_h) AS run,
             m.number AS number)).longest AS zero_longest_h
  FROM counted
  GROUP BY meter_id, building_id, energy_kind, year
),
-- Zeros of gas and heat are how summers are; the gates on zeros are for electricity.
building_kind AS (
  SELECT building_id, year, k.kind AS energy_kind, array_join(array_sort(collect_set(energy_kind)), '+') AS kinds,
         SUM(kwh) AS kwh, SUM(estimated) AS estimated,
         SUM(yearly) AS yearly, SUM(no_yearly) AS no_yearly, SUM(hourly) AS hourly, SUM(no_hourly) AS no_hourly,
         SUM(market) AS market, SUM(with_market) AS with_market,
         CAST(SUM(covered_h) AS DOUBLE) / SUM(year_h) AS coverage,
         CAST(SUM(IF(energy_kind = 'electricity', zero_h, 0)) AS DOUBLE) / SUM(month_h) AS zero_share,
         MAX(IF(energy_kind = 'electricity', zero_longest_h, 0)) AS zero_longest_h
  FROM meter_year LATERAL VIEW explode(array(energy_kind, 'all')) k AS kind
  GROUP BY building_id, year, k.kind
),
version AS (
  SELECT k.*, b.name, b.use_type, b.area_m2, b.eui_limit_kwh_m2, b.valid_from,
         datediff(least(b.valid_to, make_date(k.year + 1, 1, 1)), greatest(b.valid_from, make_date(k.year, 1, 1))) AS days
  FROM building_kind k
  LEFT JOIN core.building b ON b.building_id = k.building_id
    AND b.valid_from < make_date(k.year + 1, 1, 1) AND b.valid_to > make_date(k.year, 1, 1)
),
site AS (
  SELECT building_id, year, energy_kind, first(kinds) AS kinds, first(kwh) AS kwh, first(estimated) AS estimated,
         first(yearly) AS yearly, first(no_yearly) AS no_yearly, first(hourly) AS hourly, first(no_hourly) AS no_hourly,
         first(market) AS market, first(with_market) AS with_market,
         first(coverage) AS coverage, first(zero_share) AS zero_share, first(zero_longest_h) AS zero_longest_h,
         coalesce(max_by(name, valid_from), building_id) AS name,
         coalesce(max_by(use_type, valid_from), 'unstated') AS use_type,
         CAST(SUM(CAST(area_m2 AS DECIMAL(20, 6)) * days) / SUM(IF(area_m2 IS NULL, NULL, days)) AS DOUBLE) AS area_m2,
         max_by(eui_limit_kwh_m2, valid_from) AS limit_kwh_m2
  FROM version GROUP BY building_id, year, energy_kind
),
gated AS (
  SELECT *,
         CASE WHEN area_m2 IS NULL THEN 'not assessed: no floor area'
              WHEN coverage < 0.90 THEN 'not assessed: coverage below 90 %'
              WHEN zero_share > 0.05 THEN 'not assessed: zero hours above 5 %'
              WHEN zero_longest_h > 168 THEN 'not assessed: a run of zeros above 168 h'
              ELSE 'assessed' END AS status,
         CAST(kwh AS DOUBLE) / area_m2 AS eui, CAST(estimated AS DOUBLE) / area_m2 AS unsure
  FROM site
),
ranged AS (
  SELECT *, eui - unsure AS low, eui + unsure + eui * greatest(0D, 1 / coverage - 1) AS high,
         IF(status = 'assessed', concat_ws('|', year, use_type, energy_kind, kinds), NULL) AS peer_group
  FROM gated
),
peered AS (
  SELECT *, CAST(COUNT(*) OVER p AS INT) AS all_peers,
         RANK() OVER (PARTITION BY peer_group ORDER BY eui) AS all_rank,
         percentile(eui, array(0.1, 0.25, 0.5, 0.75, 0.9)) OVER p AS q
  FROM ranged
  WINDOW p AS (PARTITION BY peer_group)
),
-- How many peers lie wholly below or above: a running count over both ends of all ranges.
ends AS (
  SELECT p.*, e.side, e.is_peer,
         SUM(e.is_peer) OVER (PARTITION BY peer_group, e.side ORDER BY e.at, e.is_peer
                              ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS passed
  FROM peered p
  LATERAL VIEW explode(array(
    struct('below' AS side, low AS at, 0 AS is_peer), struct('below' AS side, high AS at, 1 AS is_peer),
    struct('above' AS side, -high AS at, 0 AS is_peer), struct('above' AS side, -low AS at, 1 AS is_peer))) x AS e
),
apart AS (
  SELECT *, MAX(IF(side = 'below' AND is_peer = 0, passed, 0)) OVER r AS below,
         MAX(IF(side = 'above' AND is_peer = 0, passed, 0)) OVER r AS above
  FROM ends WINDOW r AS (PARTITION BY building_id, year, energy_kind)
),
ranked AS (
  SELECT *, IF(status = 'assessed', all_peers, NULL) AS peers, IF(status = 'assessed', all_rank, NULL) AS rank
  FROM apart WHERE side = 'below' AND is_peer = 0
)
SELECT building_id, name AS building_name, year, energy_kind, use_type, area_m2,
       CAST(kwh AS DOUBLE) AS kwh,
       IF(no_yearly = 0, CAST(yearly AS DOUBLE), NULL) AS co2e_location_yearly_kg,
       IF(no_hourly = 0, CAST(hourly AS DOUBLE), NULL) AS co2e_location_hourly_kg,
       IF(with_market > 0 AND no_yearly = 0, CAST(market AS DOUBLE), NULL) AS co2e_market_kg,
       eui AS eui_kwh_m2, low AS eui_low_kwh_m2, high AS eui_high_kwh_m2,
       IF(no_yearly = 0, CAST(yearly AS DOUBLE), NULL) / area_m2 AS kgco2e_m2,
       coverage, zero_share, zero_longest_h, status,
       peers, rank,
       (rank - 0.5D) / peers * 100 AS percentile,
       (below + 0.5D) / peers * 100 AS percentile_low,
       (peers - above - 0.5D) / peers * 100 AS percentile_high,
       CAST(peers - 1 - below - above AS INT) AS not_distinguishable,
       IF(peers IS NULL, NULL, q[0]) AS peer_p10, IF(peers IS NULL, NULL, q[1]) AS peer_p25,
       IF(peers IS NULL, NULL, q[2]) AS peer_median, IF(peers IS NULL, NULL, q[3]) AS peer_p75,
       IF(peers IS NULL, NULL, q[4]) AS peer_p90,
       IF(energy_kind = 'all', limit_kwh_m2, NULL) AS limit_kwh_m2,
       IF(energy_kind = 'all' AND peers IS NOT NULL, eui - limit_kwh_m2, NULL) AS limit_distance_kwh_m2,
       CASE WHEN energy_kind <> 'all' OR peers IS NULL OR limit_kwh_m2 IS NULL THEN 'not assessed'
            WHEN eui > limit_kwh_m2 THEN 'above the limit' ELSE 'within the limit' END AS limit_status
FROM ranked
