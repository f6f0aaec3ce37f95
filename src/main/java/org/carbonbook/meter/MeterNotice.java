package org.carbonbook.meter;

import org.carbonbook.notice.NoticeCode;
import org.carbonbook.notice.Severity;

/** What can be wrong with meters and their logs. */
enum MeterNotice implements NoticeCode {
  METER_FILE_UNREADABLE(Severity.WARNING, "抄表文件无法读取", "A meter log cannot be read"),
  METER_COLUMN_MISSING(
      Severity.WARNING,
      "抄表文件缺少列，或分隔符、编码不符",
      "A meter log lacks a column, or has another delimiter or encoding"),
  METER_FILE_CUT_SHORT(Severity.WARNING, "压缩文件不完整", "A compressed meter log ends before its end"),
  METER_ROWS_REJECTED(Severity.WARNING, "有抄表行被拒收", "Rows of a meter log were set aside"),
  METER_LOAD(Severity.INFO, "本次读入的抄表行", "Rows of meter logs that were read"),
  METER_NOT_CONSERVED(
      Severity.ERROR, "电量不守恒", "The hours of a meter do not add up to its readings");

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
