package org.carbonbook.yearbook;

import org.carbonbook.notice.NoticeCode;
import org.carbonbook.notice.Severity;

/** Findings about tables that contradict each other although each was read without a fault. */
enum ObservationNotice implements NoticeCode {
  CONFLICTING_FIGURES(
      Severity.ERROR,
      "同一版次的同一张表给出不同的数字",
      "One edition prints the same table twice, with different figures"),
  REPEATED_FIGURES(
      Severity.INFO,
      "同一版次的同一张表出现两次，数字相同",
      "One edition prints the same table twice, with the same figures"),
  EDITION_UNRANKED(
      Severity.INFO,
      "版次未列入优先级",
      "An edition has no declared priority: where it shares figures with another, the other counts");

  private final Severity severity;
  private final String zh;
  private final String en;

  ObservationNotice(Severity severity, String zh, String en) {
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
