package org.carbonbook.footprint;

/**
 * From figures of a balance to emissions, as SQL on the views that {@link EmissionStep} registers:
 * each view reads those above it.
 */
final class EmissionRows {

  /**
   * The coal consumption of generation by which a table converts electricity: the region's own of
   * the year, else the nation's; another year is never used.
   */
  static final String CONVERSION =
      """
      SELECT region_code, year, kgce_per_kwh FROM (
        SELECT b.region_code, b.year, c.kgce_per_kwh,
               ROW_NUMBER() OVER (PARTITION BY b.region_code, b.year
                                  ORDER BY c.region_code <> b.region_code, c.preference, c.source) AS choice
        FROM (SELECT DISTINCT region_code, year FROM balance) b
        JOIN electricity_conversion c ON c.year = b.year AND c.region_code IN (b.region_code, '100000')
          AND c.preference IS NOT NULL)
      WHERE choice = 1
      """;

  /**
   * The figures that count, once for each active factor set. A non-energy product is treated as
   * {@code non_energy} where it is not burnt: in every row but power and heat supply; in industry
   * only when the row of raw materials prints nothing for it, as that row then says how much of it
   * is not a fuel. Where a row keeps {@code either} sign, the printed figure is an input whichever
   * sign it has.
   */
  static final String ACTIVITIES =
      """
      SELECT o.observation_id, o.region_code, o.year, o.edition, o.edition_rank, o.is_counted, r.row, r.sector,
             o.item AS fuel, r.scope,
             CASE WHEN c.rule = 'biogenic' AND r.treatment <> 'gasified' THEN 'biogenic'
                  WHEN c.rule = 'non_energy' AND r.treatment = 'burnt'
                    AND (r.non_energy = 'all' OR (r.non_energy = 'printed' AND m.fuel IS NULL)) THEN 'non_energy'
                  ELSE r.treatment END AS treatment,
             r.sector_group, s.factor_set, s.gwp_report, s.gwp_horizon_years,
             CASE WHEN r.keep = 'either' THEN CAST(signum(o.canonical_value) AS INT) ELSE r.sign END AS sign,
             CASE WHEN r.keep = 'either' THEN abs(o.canonical_value) ELSE r.sign * o.canonical_value END AS activity,
             o.canonical_unit AS activity_unit,
             CASE WHEN o.item = 'electricity' AND o.canonical_unit = 'tce' AND o.basis = 'coal_equivalent'
                  THEN t.tce_per_unit * 1000 / h.kgce_per_kwh ELSE k.tce_per_unit END AS tce_per_unit,
             CASE WHEN o.item = 'electricity' AND o.canonical_unit = 'tce'
                  THEN CASE o.basis WHEN 'calorific' THEN t.tce_per_unit * 1000 WHEN 'coal_equivalent' THEN h.kgce_per_kwh END
             END AS kgce_per_kwh,
             o.basis, f.role, c.rule, c.stored_fraction, c.part, c.included_in,
             CASE WHEN o.origin = 'printed' THEN 'computed' ELSE o.origin END AS origin
      FROM balance o
      JOIN balance_row r ON r.row = o.sector AND r.treatment IN ('burnt', 'deducted', 'gasified', 'purchased')
      JOIN fuel f ON f.fuel = o.item AND f.role <> 'aggregate'
        AND (r.treatment = 'purchased') = (f.role = 'carrier')
      JOIN factor_set s ON s.is_active
      LEFT JOIN coefficient k ON k.factor_set = s.factor_set AND k.fuel = o.item
        AND k.basis IN ('equivalent', 'embodied') AND k.activity_unit = o.canonical_unit
      LEFT JOIN coefficient t ON o.item = 'electricity' AND o.canonical_unit = 'tce' AND t.factor_set = s.factor_set
        AND t.fuel = 'electricity' AND t.basis IN ('equivalent', 'embodied') AND t.activity_unit = 'kWh'
      LEFT JOIN conversion h ON h.region_code = o.region_code AND h.year = o.year
      LEFT JOIN carbon_rule c ON c.fuel = o.item
      LEFT JOIN (SELECT DISTINCT region_code, year, edition, indicator, item AS fuel FROM balance
                 WHERE sector = 'non_energy_use') m
        ON m.region_code = o.region_code AND m.year = o.year AND m.edition = o.edition
        AND m.indicator = o.indicator AND m.fuel = o.item
      WHERE o.is_indicator_counted
        AND (r.keep = 'all' OR (r.keep = 'either' AND o.canonical_value <> 0) OR r.sign * o.canonical_value > 0)
      """;

  /**
   * The share of the carbon put into gasification that no product of the same chain holds. It
   * leaves as CO2 (2019 Refinement of the IPCC Guidelines, category 1.B.1.c.iv). Carbon is taken
   * before oxidation, as the products are burnt elsewhere. Null where a fuel of the chain has no
   * carbon content, zero where the products hold more carbon than was put in.
   */
  static final String LOST_SHARE =
      """
      WITH flow AS (
        SELECT f.factor_set, o.region_code, o.year, o.edition, h.chain,
               CASE WHEN r.keep = 'either' THEN abs(o.canonical_value) ELSE r.sign * o.canonical_value END
                 * e.carbon_content_tc_per_tj * CASE WHEN o.canonical_unit = 'tce' THEN 0.029271D ELSE e.ncv_tj_per_unit END AS carbon
        FROM balance o
        JOIN balance_row r ON r.row = o.sector AND r.treatment = 'gasified'
        JOIN carbon_chain h ON h.row = o.sector
        JOIN fuel u ON u.fuel = o.item AND u.role NOT IN ('aggregate', 'carrier')
        JOIN factor_set f ON f.is_active
        LEFT JOIN factor e ON e.factor_set = f.factor_set AND e.fuel = o.item AND e.scope = 1 AND e.gas = 'CO2'
          AND coalesce(e.valid_from, o.year) <= o.year AND coalesce(e.valid_to, o.year) >= o.year
        WHERE o.is_indicator_counted AND o.canonical_value <> 0
      ),
      summed AS (
        SELECT factor_set, region_code, year, edition, chain, COUNT(*) = COUNT(carbon) AS is_known,
               SUM(CASE WHEN carbon > 0 THEN CAST(carbon AS DECIMAL(38, 12)) END) AS carbon_in_t,
               coalesce(SUM(CASE WHEN carbon < 0 THEN -CAST(carbon AS DECIMAL(38, 12)) END), 0) AS carbon_out_t
        FROM flow GROUP BY factor_set, region_code, year, edition, chain
      )
      SELECT factor_set, region_code, year, edition, chain, CAST(carbon_in_t AS DOUBLE) AS carbon_in_t, CAST(carbon_out_t AS DOUBLE) AS carbon_out_t,
             CASE WHEN is_known AND carbon_in_t > 0
                  THEN greatest(0D, 1D - CAST(carbon_out_t AS DOUBLE) / CAST(carbon_in_t AS DOUBLE)) END AS lost_share
      FROM summed
      """;

  /**
   * The activities with their factors; what is not burnt has no CH4 and no N2O. The CO2 of biomass
   * is a gas of its own, without a warming potential: what sums CO2 never holds it.
   */
  static final String PRICED =
      """
      SELECT a.*, g.gas, e.factor_id, coalesce(x.factor_area, e.area) AS factor_area, x.factor_year,
             CASE WHEN x.factor_id IS NULL OR a.activity_unit <> 'tce' OR a.kgce_per_kwh IS NOT NULL THEN coalesce(x.factor_match, 'exact')
                  WHEN a.basis = 'coal_equivalent' THEN concat('none: no coal consumption of generation of ', a.year)
                  ELSE 'none: the table does not say by which value it converts electricity' END AS factor_match, w.gwp,
             CASE WHEN a.activity_unit = 'tce' AND x.factor_id IS NOT NULL THEN e.ef_t_per_unit * 1000 / a.kgce_per_kwh
                  WHEN a.activity_unit = 'tce' THEN e.ef_t_per_tce
                  WHEN a.activity_unit = e.activity_unit THEN e.ef_t_per_unit
             END AS ef_t_per_activity,
             CASE WHEN g.gas = 'CO2' AND a.rule = 'biogenic' THEN 0D
                  WHEN a.treatment = 'gasified' THEN l.lost_share
                  WHEN g.gas <> 'CO2' OR a.rule IS NULL OR a.rule <> 'non_energy' THEN 1D
                  WHEN a.treatment = 'non_energy' THEN CAST(1 - CAST(a.stored_fraction AS DECIMAL(9, 6)) AS DOUBLE)
                  WHEN a.treatment = 'deducted' THEN coalesce(a.stored_fraction, 1D)
                  ELSE 1D END AS kept_share
      FROM activity a
      CROSS JOIN (VALUES ('CO2', 'CO2'), ('CH4', 'CH4'), ('N2O', 'N2O'), ('CO2_biogenic', 'CO2')) AS g(gas, factor_gas)
      LEFT JOIN grid x ON a.fuel = 'electricity' AND a.scope = 2 AND g.gas = 'CO2'
        AND x.factor_set = a.factor_set AND x.region_code = a.region_code AND x.year = a.year
      LEFT JOIN factor e ON e.gas = g.factor_gas AND e.fuel = a.fuel AND e.scope = a.scope
        AND e.factor_set = coalesce(x.factor_table, a.factor_set)
        AND e.factor_id = coalesce(x.factor_id, e.factor_id)
        AND e.sector_group IN ('all', a.sector_group)
        AND (x.factor_id IS NOT NULL OR (coalesce(e.valid_from, a.year) <= a.year
                                         AND coalesce(e.valid_to, a.year) >= a.year))
      LEFT JOIN gwp w ON w.report = a.gwp_report AND w.horizon_years = a.gwp_horizon_years
        AND w.gas = g.gas
      LEFT JOIN carbon_chain h ON a.treatment = 'gasified' AND h.row = a.row
      LEFT JOIN lost_share l ON l.factor_set = a.factor_set AND l.region_code = a.region_code AND l.year = a.year
        AND l.edition = a.edition AND l.chain = h.chain
      WHERE g.gas = 'CO2' OR (e.factor_id IS NOT NULL AND a.treatment NOT IN ('non_energy', 'gasified')
                               AND (g.gas <> 'CO2_biogenic' OR a.treatment = 'biogenic'))
      """;

  /**
   * The share of a derived gas whose carbon came with its parent. A gas that is recovered from
   * furnaces comes in through the row of recovered energy; gas that works or ovens make, or that is
   * bought, comes in through the other rows.
   */
  static final String DERIVED_SHARE =
      """
      SELECT region_code, year, edition, indicator, item AS fuel,
             CASE WHEN MAX(c.part) = 'all' THEN 1D
                  ELSE coalesce(CAST(SUM(CASE WHEN r.treatment = 'recovered' THEN amount END) AS DOUBLE)
                                / CAST(SUM(amount) AS DOUBLE), 0D)
             END AS derived_share
      FROM (SELECT region_code, year, edition, indicator, sector, item,
                   CAST(canonical_value AS DECIMAL(38, 12)) AS amount
            FROM balance WHERE is_indicator_counted) b
      JOIN carbon_rule c ON c.fuel = b.item AND c.rule = 'derived'
      LEFT JOIN balance_row r ON r.row = b.sector
      WHERE c.part = 'all'
        OR (amount > 0 AND (r.treatment IN ('recovered', 'transformed', 'gasified', 'supplied', 'purchased')))
      GROUP BY region_code, year, edition, indicator, item
      """;

  /**
   * Whether the parent counts in the balance. The coke of furnaces carries about two thirds to
   * three quarters of the carbon of their gases, the rest is coal; where what counts of the parent
   * is less than half of it, the balance has taken the parent off (as raw material, or it prints
   * none), and the gases themselves count.
   */
  static final String PARENT_COUNTS =
      """
      WITH derived AS (
        SELECT p.factor_set, p.region_code, p.year, p.edition, p.included_in,
               SUM(CAST(p.activity * p.ef_t_per_activity * d.derived_share AS DECIMAL(38, 12))) AS gas_t
        FROM priced p
        JOIN derived_share d ON d.region_code = p.region_code AND d.year = p.year AND d.edition = p.edition AND d.fuel = p.fuel
        WHERE p.gas = 'CO2' AND p.scope = 1 AND p.treatment <> 'gasified'
        GROUP BY p.factor_set, p.region_code, p.year, p.edition, p.included_in
      ),
      parent AS (
        SELECT factor_set, region_code, year, edition, fuel,
               SUM(CAST(activity * ef_t_per_activity * kept_share AS DECIMAL(38, 12))) AS parent_t
        FROM priced WHERE gas = 'CO2' AND scope = 1 AND treatment <> 'gasified'
          AND fuel IN (SELECT included_in FROM carbon_rule)
        GROUP BY factor_set, region_code, year, edition, fuel
      )
      SELECT d.factor_set, d.region_code, d.year, d.edition, d.included_in,
             d.gas_t, p.parent_t, coalesce(p.parent_t >= d.gas_t / 2, false) AS parent_counts
      FROM derived d
      LEFT JOIN parent p ON p.factor_set = d.factor_set AND p.region_code = d.region_code AND p.year = d.year
        AND p.edition = d.edition AND p.fuel = d.included_in
      """;

  static final String RESULT =
      """
      WITH shared AS (
        SELECT p.*, CASE WHEN p.gas = 'CO2' AND n.parent_counts
                           AND d.derived_share > 0 THEN d.derived_share END AS included_share
        FROM priced p
        LEFT JOIN derived_share d ON p.rule = 'derived' AND d.region_code = p.region_code AND d.year = p.year
          AND d.edition = p.edition AND d.fuel = p.fuel
        LEFT JOIN parent_counts n ON n.factor_set = p.factor_set AND n.region_code = p.region_code
          AND n.year = p.year AND n.edition = p.edition AND n.included_in = p.included_in
      ),
      counted AS (
        SELECT *, CASE WHEN ef_t_per_activity IS NULL OR kept_share IS NULL THEN 'NE'
                       WHEN included_share = 1D THEN 'IE' END AS notation,
               coalesce(kept_share, 1D) * (1D - coalesce(included_share, 0D)) AS counted_share
        FROM shared
      )
      SELECT observation_id, region_code, year, edition, edition_rank, is_counted, row, sector, fuel, scope, treatment, gas,
             factor_set, sign, activity, activity_unit, tce_per_unit, kgce_per_kwh, counted_share, stored_fraction,
             CASE WHEN included_share IS NOT NULL THEN included_in END AS included_in,
             factor_id, ef_t_per_activity, factor_area, factor_year, factor_match, gwp_report, gwp_horizon_years, gwp,
             CASE WHEN coalesce(notation, '') <> 'NE' THEN activity * ef_t_per_activity * counted_share END AS emission_t,
             CASE WHEN coalesce(notation, '') <> 'NE' THEN activity * ef_t_per_activity * counted_share * gwp END AS co2e_t,
             activity * CASE WHEN activity_unit = 'tce' THEN coalesce(tce_per_unit, 1D) ELSE tce_per_unit END
               * CASE WHEN treatment = 'biogenic' THEN 1D ELSE counted_share END AS energy_tce,
             notation, origin
      FROM counted
      """;

  private EmissionRows() {}
}
