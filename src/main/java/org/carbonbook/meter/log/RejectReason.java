package org.carbonbook.meter.log;

/** Why a row of a meter log is set aside. */
public enum RejectReason {
  UNKNOWN_METER,
  BEFORE_VALIDITY,
  AFTER_VALIDITY,
  FUTURE_STAMP,
  TIME_NOT_READABLE,
  NUMBER_NOT_READABLE,
  LINE_CUT_SHORT,
  MARKED_INVALID,
  COLUMN_MISSING,
  SESSION_ENDS_BEFORE_START,
  LOCAL_TIME_DOES_NOT_EXIST
}
