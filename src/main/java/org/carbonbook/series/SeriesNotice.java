package org.carbonbook.series;

import org.carbonbook.notice.NoticeCode;
import org.carbonbook.notice.Severity;

/** What can be wrong with series. */
enum SeriesNotice implements NoticeCode {
  INDUSTRY_UNKNOWN(
      Severity.WARNING,
      "各版行业分类中均没有该行业",
      "No edition of the industrial classification lists this industry, so its series has no"
          + " marked breaks and belongs to no set"),
  SET_INCOMPLETE(
      Severity.INFO,
      "行业集合有成员缺少数字，未计算合计",
      "Some members of a set have no figure in some years, so these years have no total"),
  SERIES_CONFLICT(
      Severity.WARNING,
      "同一版次对同一年份给出两个不同的数字",
      "One edition gives two figures for one year of a series; the first by id is used"),
  NOT_DEFLATED(
      Severity.WARNING,
      "无法换算为不变价",
      "Values at current prices cannot be converted to constant prices in some years, so these years"
          + " are missing in the series at constant prices");

  private final Severity severity;
  private final String zh;
  private final String en;

  SeriesNotice(Severity severity, String zh, String en) {
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
