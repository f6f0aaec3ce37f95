package org.carbonbook.mart;

import org.carbonbook.notice.NoticeCode;
import org.carbonbook.notice.Severity;

/** Findings about marts before they are published. */
enum MartNotice implements NoticeCode {
  MART_CHECK_FAILED(
      Severity.ERROR,
      "集市中有行违反其数据字典或 conf/checks 所声明的规则，本次不发布",
      "Rows of a mart break a rule that its dictionary or conf/checks declares; nothing is released"),
  MART_VALUE_MISSING(
      Severity.WARNING,
      "集市中有空值，而其数据字典未声明空值的原因",
      "A mart has no value in rows for which its dictionary declares no reason");

  private final Severity severity;
  private final String zh;
  private final String en;

  MartNotice(Severity severity, String zh, String en) {
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
