package org.carbonbook.meter.log;

/** Why a row of a meter log is rejected, and what the reader of the notice can do. */
public enum RejectReason {
  UNKNOWN_METER("register the meters"),
  BEFORE_VALIDITY("correct valid_from of the meters, or remove the rows"),
  AFTER_VALIDITY("correct valid_to of the meters, or remove the rows"),
  FUTURE_STAMP("correct the stamps, and check the clock of the logger"),
  TIME_NOT_READABLE("correct the stamps, or time.pattern of the format"),
  NUMBER_NOT_READABLE("correct the values, or decimal of the format"),
  LINE_CUT_SHORT("send the file again with complete rows"),
  MARKED_INVALID("nothing to do if the source's mark is right"),
  COLUMN_MISSING("correct the header, or columns of the format"),
  SESSION_ENDS_BEFORE_START("correct start or end of the sessions"),
  VALUE_TOO_LARGE(
      "correct the values, or unit and multiplier of the meters: no meter can show so much"),
  QUALITY_UNKNOWN("list the texts under quality in the format: measured, estimated or invalid"),
  UNIT_UNKNOWN("correct the unit of the rows, or add it to conf/meter/units.csv"),
  MORE_FIELDS_THAN_HEADINGS(
      "put quotes around values that hold the delimiter, or give every column a heading"),
  HEADER_REPEATED("nothing to do: the rows after it are read by it"),
  FILE_SET_APART("correct the file as its notice says, and send it again"),
  LOCAL_TIME_DOES_NOT_EXIST("correct the stamps, or the time zone of the meter");

  private final String remedy;

  RejectReason(String remedy) {
    this.remedy = remedy;
  }

  /** What the reader of a notice can do about such rows. */
  public String remedy() {
    return remedy;
  }
}
