package org.carbonbook.attribution;

import org.carbonbook.notice.NoticeCode;
import org.carbonbook.notice.Severity;

/** What keeps a decomposition from being computed, or needs saying beside it. */
enum AttributionNotice implements NoticeCode {
  NO_INPUT_FOR_DECOMPOSITION(
      Severity.INFO,
      "缺少分解所需的变量",
      "A variable of an identity has no figures for a region: that decomposition is not computed"),
  NO_CONSTANT_PRICES(
      Severity.INFO,
      "缺少不变价换算所需的指数或重叠年份",
      "Current prices have no deflator, or series of two base years no year in common: those years are left out"),
  DECOMPOSITION_SET_ASIDE(
      Severity.WARNING,
      "无法计算的分解",
      "A comparison of two years cannot be computed; the reason says which figure is in the way"),
  CLASSIFICATION_LINKED(
      Severity.INFO,
      "行业分类变更单列为一个因素",
      "Sectors differ between two editions of the classification: what moved in those two years is the factor classification, not structure"),
  YEARS_ABSENT(
      Severity.INFO,
      "链式分解中缺少年份",
      "Years of a chain are absent, so the years around them are compared");

  private final Severity severity;
  private final String zh;
  private final String en;

  AttributionNotice(Severity severity, String zh, String en) {
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
