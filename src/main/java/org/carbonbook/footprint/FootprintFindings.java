package org.carbonbook.footprint;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.carbonbook.notice.Notice;

/** Findings about the balances that a footprint was computed from. */
final class FootprintFindings {

  private static final String NOT_ESTIMATED =
      """
      SELECT factor_set, region_code, year, edition, fuel, sum(energy_tce) AS tce, count(*) AS figures,
             max(treatment) = 'non_energy' AS is_product
      FROM result WHERE notation = 'NE' AND activity <> 0
      GROUP BY factor_set, region_code, year, edition, fuel ORDER BY 1, 2, 3, 4, 5
      """;

  /** Only carriers are summed; a table may print a total of all energy on both bases. */
  private static final String MIXED_BASES =
      """
      SELECT edition, region_code, year, indicator,
             concat_ws(', ', array_sort(collect_set(concat(basis, ' in ', path)))) AS bases
      FROM balance o JOIN fuel f ON f.fuel = o.item AND f.role <> 'aggregate'
      WHERE basis IS NOT NULL
      GROUP BY edition, region_code, year, indicator
      HAVING count(DISTINCT basis) > 1 ORDER BY 1, 2, 3, 4
      """;

  private static final String FEEDSTOCK =
      """
      SELECT factor_set, region_code, year, edition, sector, fuel, sum(activity) AS activity,
             first(activity_unit) AS unit
      FROM result WHERE gas = 'CO2' AND scope = 1
      GROUP BY factor_set, region_code, year, edition, sector, fuel
      HAVING sum(activity) < 0 AND max(CASE WHEN treatment = 'deducted' THEN 1 ELSE 0 END) = 1
      ORDER BY 1, 2, 3, 4, 5, 6
      """;

  private static final String PARENT_MISSING =
      """
      SELECT factor_set, region_code, year, edition, included_in,
             CAST(gas_t AS DOUBLE) / 1e6 AS gas_mt, CAST(coalesce(parent_t, 0) AS DOUBLE) / 1e6 AS parent_mt
      FROM parent_counts WHERE NOT parent_counts AND gas_t > 0 ORDER BY 1, 2, 3, 4, 5
      """;

  /** Chains whose table prints what is put in and no product: all of the input's carbon counts. */
  private static final String WITHOUT_PRODUCT =
      """
      SELECT l.factor_set, l.region_code, l.year, l.edition, l.chain, l.carbon_in_t * 44 / 12 / 1e6 AS input_mt
      FROM lost_share l JOIN factor_set s ON s.factor_set = l.factor_set AND s.is_default
      WHERE l.carbon_in_t > 0 AND l.carbon_out_t = 0 ORDER BY 1, 2, 3, 4, 5
      """;

  private FootprintFindings() {}

  /** The notices of all balances, from the views of {@link EmissionStep}. */
  static List<Notice> of(SparkSession session) {
    List<Notice> notices = new ArrayList<>();
    session.sql(MIXED_BASES).collectAsList().forEach(row -> notices.add(mixedBases(row)));
    session.sql(NOT_ESTIMATED).collectAsList().forEach(row -> notices.add(notEstimated(row)));
    session.sql(FEEDSTOCK).collectAsList().forEach(row -> notices.add(feedstock(row)));
    session.sql(PARENT_MISSING).collectAsList().forEach(row -> notices.add(parentMissing(row)));
    session.sql(WITHOUT_PRODUCT).collectAsList().forEach(row -> notices.add(withoutProduct(row)));
    return notices;
  }

  private static Notice notEstimated(Row row) {
    Double tce = row.getAs("tce");
    boolean isProduct = row.getAs("is_product");
    String fuel = row.getAs("fuel");
    return Notice.of(
        FootprintNotice.NOT_ESTIMATED,
        "%s, %s".formatted(place(row, fuel), row.getAs("factor_set")),
        "%d figures%s have no %s; their emission is not estimated and lowers the coverage"
            .formatted(
                row.<Long>getAs("figures"),
                tce == null ? "" : ", %,.0f tce,".formatted(tce),
                isProduct ? "factor or no stored fraction" : "factor"),
        isProduct
            ? "state the stored fraction of %s with its source in conf/%s, or accept that it is not estimated"
                .formatted(fuel, CarbonRule.FILE)
            : "map %s to a factor in conf/factors/%s_fuels.csv, or accept that it is not estimated"
                .formatted(fuel, row.getAs("factor_set")));
  }

  private static Notice mixedBases(Row row) {
    return Notice.of(
        FootprintNotice.MIXED_BASIS_BALANCE,
        place(row, row.getAs("indicator")),
        "the figures are on two bases, so that their sum counts energy twice: %s"
            .formatted(row.<String>getAs("bases")),
        "keep one of the tables, or state different editions in their .source.yaml");
  }

  private static Notice feedstock(Row row) {
    return Notice.of(
        FootprintNotice.FEEDSTOCK_EXCEEDS_USE,
        place(row, row.getAs("sector") + " " + row.getAs("fuel")),
        "consumption minus feedstock is %s %s, so the emission is negative"
            .formatted(row.<Double>getAs("activity"), row.getAs("unit")),
        "compare the rows industry and non_energy_use of the printed table");
  }

  private static Notice parentMissing(Row row) {
    String parent = row.getAs("included_in");
    return Notice.of(
        FootprintNotice.DERIVED_GAS_WITHOUT_PARENT,
        "%s, %s".formatted(place(row, parent), row.getAs("factor_set")),
        "gases made from %s carry %.2f Mt CO2, more than the %.2f Mt of all %s that is burnt, so the gases are counted by their own factors"
            .formatted(parent, row.<Double>getAs("gas_mt"), row.<Double>getAs("parent_mt"), parent),
        "compare the column %s and the row non_energy_use of the printed table".formatted(parent));
  }

  private static Notice withoutProduct(Row row) {
    return Notice.of(
        FootprintNotice.TRANSFORMATION_WITHOUT_PRODUCT,
        place(row, row.getAs("chain")),
        "fuels that carry %.2f Mt CO2 are put in and the table prints no product, so all of it counts as emitted by %s"
            .formatted(row.<Double>getAs("input_mt"), row.<String>getAs("chain")),
        "compare the row of the printed table: gas that another column holds would count twice");
  }

  private static String place(Row row, String what) {
    return "%s %s %d %s"
        .formatted(
            row.getAs("edition"), row.getAs("region_code"), row.<Integer>getAs("year"), what);
  }
}
