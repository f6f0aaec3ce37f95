package org.carbonbook.transport;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Row;
import org.carbonbook.lake.TableRows;
import org.carbonbook.notice.Notice;

/** The rows of logs with what became of them, as a table and as notices. */
final class LogTable {

  private static final double MICRO = 1e6;
  private static final double KM_M = 1000;

  private LogTable() {}

  /** The rows of {@code core.vehicle_log}, by file and line. */
  static List<Row> rows(List<LogRow> logs, VehicleFuels fuels) {
    TableRows table = TableRows.of(TransportTables.LOG);
    return logs.stream()
        .sorted(java.util.Comparator.comparing(LogRow::path).thenComparingInt(LogRow::line))
        .map(
            log ->
                table
                    .row()
                    .set("path", log.path())
                    .set("line", log.line())
                    .set("log", log.kind().text())
                    .set("vehicle_id", log.vehicleId)
                    .set("card", log.card)
                    .set("local_time", time(log.startS))
                    .set("local_end", time(log.endS))
                    .set("fuel", log.product)
                    .set("quantity", amount(log.quantity, MICRO))
                    .set("unit", unit(log, fuels))
                    .set("state", log.verdict().stateText())
                    .set("reason", log.verdict().reasonText())
                    .set("odometer_km", amount(log.odometer, KM_M))
                    .set("odometer_adjusted_km", log.adjusted / KM_M)
                    .set("odometer_state", odometerState(log))
                    .set("odometer_reason", log.odometerVerdict().reasonText())
                    .set("station", log.station)
                    .set("printed_time", log.printedTime)
                    .set("printed_quantity", log.printedQuantity)
                    .set("printed_odometer", log.printedOdometer)
                    .set("origin", log.origin)
                    .build())
        .toList();
  }

  private static String odometerState(LogRow log) {
    return log.printedOdometer == null ? null : log.odometerVerdict().stateText();
  }

  private static String unit(LogRow log, VehicleFuels fuels) {
    return fuels.find(log.product).map(VehicleFuels.VehicleFuel::unit).orElse(null);
  }

  private static String time(long second) {
    return second == LogRow.NONE
        ? null
        : LocalDateTime.ofEpochSecond(second, 0, ZoneOffset.UTC).toString();
  }

  private static Double amount(long value, double unit) {
    return value == LogRow.NONE ? null : Double.valueOf(value / unit);
  }

  /** One notice for each log and reason. */
  static List<Notice> notices(List<LogRow> logs) {
    Map<String, List<LogRow>> groups = new TreeMap<>();
    for (LogRow log : logs) {
      group(groups, log, "quantity", log.kind() == LogKind.ODOMETER ? null : log.verdict());
      if (log.kind() == LogKind.ODOMETER
          || log.odometerVerdict().reason() != log.verdict().reason()) {
        group(groups, log, "odometer", log.odometerVerdict());
      }
    }
    List<Notice> notices = new ArrayList<>();
    groups.values().forEach(rows -> notices.add(notice(rows)));
    return notices;
  }

  private static void group(
      Map<String, List<LogRow>> groups, LogRow log, String value, RowVerdict verdict) {
    if (verdict != null && verdict.state() != LogState.USED) {
      String key = String.join("/", value, verdict.stateText(), verdict.reasonText(), log.path());
      groups.computeIfAbsent(key, none -> new ArrayList<>()).add(log);
    }
  }

  private static Notice notice(List<LogRow> rows) {
    LogRow first = rows.get(0);
    RowVerdict verdict =
        first.verdict().state() == LogState.USED ? first.odometerVerdict() : first.verdict();
    boolean isRejected = verdict.state() == LogState.REJECTED;
    return Notice.of(
        isRejected ? TransportNotice.VEHICLE_LOG_REJECTED : TransportNotice.VEHICLE_LOG_ESTIMATED,
        "%s:%d (%s)".formatted(first.path(), first.line(), first.vehicleId),
        "%d rows %s, %s: %s (%s)"
            .formatted(
                rows.size(),
                isRejected ? "do not count" : "count as estimates",
                verdict.reasonText(),
                verdict.reason().en(),
                verdict.reason().zh()),
        "see core.vehicle_log where reason or odometer_reason is " + verdict.reasonText());
  }
}
