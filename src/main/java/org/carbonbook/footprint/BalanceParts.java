package org.carbonbook.footprint;

/**
 * Which rows and columns each balance prints. A row whose label is printed without a figure is
 * complete: the table says that nothing occurs there. A row that is not printed is unknown, so no
 * total that needs it exists.
 */
final class BalanceParts {

  static final String TABLE = "core.balance_part";

  /**
   * The figures of all balances. Of several balances in one edition the indicator that {@code
   * conf/priorities.csv} ranks first counts, of several editions the edition ranked first.
   */
  static final String BALANCE =
      """
      SELECT *, indicator_rank = counted_rank AS is_indicator_counted,
             indicator_rank = counted_rank AND edition = counted.edition AS is_counted
      FROM (SELECT o.*, MIN(o.indicator_rank) OVER (PARTITION BY o.region_code, o.year, o.edition) AS counted_rank,
                   MIN(struct(o.edition_rank, o.edition)) OVER (PARTITION BY o.region_code, o.year) AS counted
            FROM observation o WHERE o.indicator IN ('energy_balance', 'energy_balance_tce'))
      """;

  /**
   * Labels of matrix tables carry their meaning in {@code raw.cell}; a tidy table prints only the
   * rows that have figures.
   */
  static final String PARTS =
      """
      WITH sheet AS (
        SELECT DISTINCT source_hash, sheet, region_code, year, edition, indicator FROM balance
      ),
      named AS (
        SELECT source_hash, sheet, class, note, sector, item FROM cell
        WHERE status = 'accepted' AND class IN ('LABEL', 'HEADER', 'NOTATION')
          AND (sector IS NOT NULL OR item IS NOT NULL)
          AND indicator IN ('energy_balance', 'energy_balance_tce')
      ),
      printed AS (
        SELECT b.region_code, b.year, b.edition, b.indicator, p.axis, p.part, 1 AS figures, CAST(NULL AS STRING) AS sign
        FROM balance b
        LATERAL VIEW explode(array(named_struct('axis', 'row', 'part', b.sector), named_struct('axis', 'column', 'part', b.item))) AS p
        UNION ALL
        SELECT s.region_code, s.year, s.edition, s.indicator, p.axis, p.part, 0,
               CASE WHEN p.axis = 'row' AND n.class = 'NOTATION' AND n.note IN ('NE', 'C') AND f.role <> 'aggregate'
                      AND (r.treatment = 'purchased') = (f.role = 'carrier') THEN n.note END
        FROM sheet s JOIN named n ON n.source_hash = s.source_hash AND n.sheet = s.sheet
        LEFT JOIN fuel f ON f.fuel = n.item
        LEFT JOIN balance_row r ON r.row = n.sector
        LATERAL VIEW explode(array(named_struct('axis', 'row', 'part', n.sector), named_struct('axis', 'column', 'part', n.item))) AS p
        WHERE p.part IS NOT NULL
      ),
      summed AS (
        SELECT region_code, year, edition, indicator, axis, part, SUM(figures) AS figures, MIN(sign) AS sign
        FROM printed GROUP BY region_code, year, edition, indicator, axis, part
      ),
      expected AS (
        SELECT 'row' AS axis, row AS part FROM balance_row
        UNION ALL
        SELECT 'column', fuel FROM fuel WHERE role <> 'aggregate'
      )
      SELECT b.region_code, b.year, b.edition, b.indicator, b.is_counted, e.axis, e.part,
             CASE WHEN s.sign IS NOT NULL THEN s.sign
                  WHEN s.figures > 0 THEN 'printed'
                  WHEN s.figures = 0 THEN 'blank'
                  ELSE 'absent' END AS status,
             coalesce(s.figures, 0L) AS figures
      FROM (SELECT DISTINCT region_code, year, edition, indicator, is_counted FROM balance) b
      CROSS JOIN expected e
      LEFT JOIN summed s ON s.region_code = b.region_code AND s.year = b.year AND s.edition = b.edition
        AND s.indicator = b.indicator AND s.axis = e.axis AND s.part = e.part
      """;

  private BalanceParts() {}
}
