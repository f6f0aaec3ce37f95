package org.carbonbook.industry;

import org.carbonbook.notice.NoticeCode;
import org.carbonbook.notice.Severity;

/** What can be wrong with the configuration of industries. */
enum IndustryNotice implements NoticeCode {
  SET_MEMBER_UNKNOWN(
      Severity.ERROR,
      "行业集合的成员与行业代码不符",
      "A line of conf/industry/members.csv names a set, version, sector or code that is not"
          + " configured, so the set would lack a member");

  private final Severity severity;
  private final String zh;
  private final String en;

  IndustryNotice(Severity severity, String zh, String en) {
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
