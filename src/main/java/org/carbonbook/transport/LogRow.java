package org.carbonbook.transport;

/**
 * One row of a log, as read: what it says, and what became of its quantity and of its odometer.
 * Times are seconds of the local clock since 1970; distances are metres; quantities are millionths
 * of the unit in which the fuel is counted.
 */
final class LogRow {

  /** A value that the row does not have. */
  static final long NONE = Long.MIN_VALUE;

  private final LogKind kind;
  private final String path;
  private final int line;

  /** The vehicle that the row counts for; where none is known, what the row says instead. */
  String vehicleId;

  String card;
  String station;

  /** The fuel that was sold, or null where the row does not say. */
  String product;

  long startS = NONE;
  long endS = NONE;

  /** Whether the row states a time of day. */
  boolean hasClock;

  long quantity = NONE;

  /** The amount divided by the price, in the unit of the quantity. */
  long quantityOfAmount = NONE;

  boolean isFull;
  long odometer = NONE;

  /** Metres in the unit in which the odometer was printed. */
  double odometerUnit = 1;

  /** Whether the row itself says that the odometer is a new one. */
  boolean isNewOdometer;

  /** What has to be added to the odometer's difference since the last reading used. */
  long adjusted;

  /** The origin that the file's sidecar states, or null. */
  String origin;

  String printedTime;
  String printedQuantity;
  String printedOdometer;
  private RowVerdict verdict = RowVerdict.USED;
  private RowVerdict odometerVerdict = RowVerdict.USED;

  LogRow(LogKind kind, String path, int line) {
    this.kind = kind;
    this.path = path;
    this.line = line;
  }

  LogKind kind() {
    return kind;
  }

  String path() {
    return path;
  }

  int line() {
    return line;
  }

  RowVerdict verdict() {
    return verdict;
  }

  /**
   * What became of the row's odometer; of a row of the odometer log it is the row's own verdict.
   */
  RowVerdict odometerVerdict() {
    return kind == LogKind.ODOMETER ? verdict : odometerVerdict;
  }

  void judge(RowVerdict found) {
    verdict = found;
  }

  void judgeOdometer(RowVerdict found) {
    if (kind == LogKind.ODOMETER) {
      verdict = found;
    } else {
      odometerVerdict = found;
    }
  }

  boolean hasOdometer() {
    return odometer != NONE;
  }
}
