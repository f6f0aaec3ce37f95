package org.carbonbook.factor.grid;

import org.carbonbook.notice.NoticeCode;
import org.carbonbook.notice.Severity;

/** Findings of the search for the grid factor of a region and year. */
public enum GridFactorNotice implements NoticeCode {
  GRID_FACTOR_FALLBACK(
      Severity.WARNING,
      "缺少该地区该年电网因子，按声明的规则取用其他因子",
      "No grid factor for the region and year: another was used by the declared policy"),
  GRID_FACTOR_NONE(
      Severity.WARNING,
      "没有可用的电网因子，范围二未估算",
      "No usable grid factor: scope 2 of electricity is not estimated"),
  GRID_FACTOR_AREA_BREAK(
      Severity.WARNING,
      "没有一个区域在所有年份都有电网因子，序列在所列年份更换区域（断点）",
      "No area has a grid factor for every year: the series changes its area in the named years"),
  REGION_UNKNOWN(Severity.ERROR, "未知地区代码", "A region code is not in conf/regions.csv");

  private final Severity severity;
  private final String zh;
  private final String en;

  GridFactorNotice(Severity severity, String zh, String en) {
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
