package org.carbonbook.footprint;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import org.carbonbook.conf.ConfRow;
import org.carbonbook.conf.ConfTable;

/**
 * A row of a chain of transformation, and how much of the chain's carbon may come out: a line of
 * {@code conf/footprint/carbon_chains.csv}.
 *
 * @param row row of the balance
 * @param chain the chain that the row belongs to
 * @param chainZh its Chinese name
 * @param low lowest plausible ratio of carbon out to carbon in
 * @param high highest such ratio
 * @param uncertainty half of the 95 % interval of the ratio of the carbon contents, as a share
 * @param status of the uncertainty, or null
 * @param note for readers, or null
 */
record CarbonChain(
    String row,
    String chain,
    String chainZh,
    double low,
    double high,
    double uncertainty,
    String status,
    String note) {

  static final String FILE = "footprint/carbon_chains.csv";

  /**
   * Reads all rows.
   *
   * @param configuration the folder {@code conf}
   * @throws IllegalArgumentException with file and line of the first fault
   */
  static List<CarbonChain> read(Path configuration) {
    return ConfTable.read(configuration.resolve(FILE))
        .requireColumns("row", "chain", "chain_zh", "low", "high", "uncertainty", "status", "note")
        .rows()
        .stream()
        .map(CarbonChain::of)
        .toList();
  }

  private static CarbonChain of(ConfRow row) {
    BigDecimal low = row.decimal("low");
    BigDecimal high = row.decimal("high");
    if (low.compareTo(high) >= 0) {
      throw new IllegalArgumentException(
          "%s: low is %s and high %s; write the lower limit first"
              .formatted(row.place(), low, high));
    }
    return new CarbonChain(
        row.filled("row"),
        row.filled("chain"),
        row.filled("chain_zh"),
        low.doubleValue(),
        high.doubleValue(),
        row.decimal("uncertainty").doubleValue(),
        row.find("status").orElse(null),
        row.find("note").orElse(null));
  }
}
