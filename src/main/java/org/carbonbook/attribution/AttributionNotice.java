package org.carbonbook.attribution;

import org.carbonbook.notice.NoticeCode;
import org.carbonbook.notice.Severity;

/**
 * Findings about decompositions: what cannot be computed, and breaks that explain a part of a
 * change.
 */
enum AttributionNotice implements NoticeCode {
  NO_INPUT_FOR_DECOMPOSITION(
      Severity.INFO,
      "缺少分解所需的变量",
      "A variable of an identity has no figures for a region, so the decomposition is not computed"),
  NO_CONSTANT_PRICES(
      Severity.INFO,
      "缺少不变价换算所需的指数或重叠年份",
      "Prices of some years cannot be converted to constant prices, so those years are not decomposed"),
  DECOMPOSITION_NOT_ASSESSED(
      Severity.INFO,
      "分解未评估",
      "Two years cannot be compared, so they have no effects; the message names what prevents it"),
  BALANCE_BREAK(
      Severity.INFO,
      "平衡表口径断点",
      "Rows, columns or conversions of two balances differ, so that part of the change is published as a break and not as an effect"),
  CLASSIFICATION_LINKED(
      Severity.INFO,
      "行业分类变更单列为一个因素",
      "Sectors differ between two editions of the classification, so the change between those two years is shown as the factor classification and not as structure"),
  YEARS_ABSENT(
      Severity.INFO,
      "链式分解中缺少年份",
      "A chain lacks years, so the years before and after them are compared");

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
