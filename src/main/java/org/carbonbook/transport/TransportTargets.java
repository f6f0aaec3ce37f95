package org.carbonbook.transport;

import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.Row;
import org.carbonbook.conf.ConfTable;
import org.carbonbook.lake.TableRows;

/** The bands that plans set for transport: {@code conf/transport/targets.csv}. */
final class TransportTargets {

  static final String FILE = "transport/targets.csv";

  private TransportTargets() {}

  /** The rows of {@code core.transport_target}. */
  static List<Row> rows(Path conf) {
    TableRows table = TableRows.of(TransportTables.TARGET);
    return ConfTable.read(conf.resolve(FILE)).rows().stream()
        .map(
            row ->
                table
                    .row()
                    .set("region_code", row.filled("region_code"))
                    .set("plan", row.filled("plan"))
                    .set("measure", row.filled("measure"))
                    .set("measure_zh", row.filled("zh"))
                    .set("measure_en", row.filled("en"))
                    .set("year", row.decimal("year").intValueExact())
                    .set("band_low", row.decimal("low").doubleValue())
                    .set("band_high", row.decimal("high").doubleValue())
                    .set("denominator", row.filled("denominator"))
                    .set("denominator_zh", row.filled("denominator_zh"))
                    .set("actual_from", row.filled("actual"))
                    .set("missing", row.find("missing").orElse(null))
                    .build())
        .toList();
  }
}
