package org.carbonbook.meter;

import org.carbonbook.notice.NoticeCode;
import org.carbonbook.notice.Severity;

/** What can be wrong with meters and their logs. */
enum MeterNotice implements NoticeCode {
  METER_FILE_UNREADABLE(Severity.WARNING, "抄表文件无法读取", "A meter log cannot be read"),
  METER_FILE_NOT_CLAIMED(
      Severity.WARNING,
      "疑似抄表文件，但没有格式认领，未读入",
      "A file looks like a meter log, but no format claims it"),
  METER_FILE_EMPTY(Severity.WARNING, "抄表文件没有读数", "A meter log holds no reading"),
  METER_COLUMN_MISSING(
      Severity.WARNING,
      "抄表文件缺少列，或分隔符、编码不符",
      "A meter log has no column of a needed name, or another delimiter or encoding"),
  METER_FILE_CUT_SHORT(
      Severity.WARNING, "压缩文件不完整", "A compressed meter log ends in the middle of its data"),
  METER_ROWS_REJECTED(Severity.WARNING, "有抄表行被拒收", "Rows of a meter log were rejected"),
  METER_STAMPS_AHEAD(
      Severity.WARNING,
      "多数读数晚于文件首次入库的时刻，已采纳",
      "Most readings of a log are later than when the lake first saw it; they were accepted"),
  METER_SET_APART(
      Severity.WARNING,
      "计量表读数无法计算，该表未采用",
      "The readings of a meter cannot be judged; it has no days"),
  METER_COLUMNS_UNUSED(
      Severity.INFO, "抄表文件中有未使用的列", "A meter log has columns that nothing is read from"),
  METER_LOAD(Severity.INFO, "本次读入的抄表行数", "Rows of meter logs that this run read"),
  METER_NOT_CONSERVED(
      Severity.ERROR, "逐时用量之和与读数不符，不守恒", "The hours of a meter do not add up to its readings");

  private final Severity severity;
  private final String zh;
  private final String en;

  MeterNotice(Severity severity, String zh, String en) {
    this.severity = severity;
    this.zh = zh;
    this.en = en;
  }

  @Override
  public Severity severity() {
    return severity;
  }

  @Override
  public String zh() {
    return zh;
  }

  @Override
  public String en() {
    return en;
  }
}
