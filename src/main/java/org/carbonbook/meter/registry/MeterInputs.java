package org.carbonbook.meter.registry;

import java.util.List;
import org.carbonbook.intake.FileFormat;
import org.carbonbook.step.InputKind;

/** The kinds of input files that meters read. */
public final class MeterInputs {

  /** Readings: the energy of an interval, or a register that counts up. */
  public static final InputKind READINGS =
      new InputKind("readings", "抄表读数", "Readings of intervals or registers");

  /** Energy from a start to an end, such as a charging session. */
  public static final InputKind SESSIONS =
      new InputKind("sessions", "有起止时间的用能", "Energy from a start to an end, such as charging");

  /** The registry of meters. */
  public static final InputKind METERS = new InputKind("meters", "计量表登记", "The registry of meters");

  private MeterInputs() {}

  /** All of them. */
  public static List<InputKind> list() {
    return List.of(READINGS, SESSIONS, METERS);
  }

  /** Whether files of a format are logs. */
  public static boolean isLog(FileFormat format) {
    return format.holds(READINGS) || format.holds(SESSIONS);
  }
}
