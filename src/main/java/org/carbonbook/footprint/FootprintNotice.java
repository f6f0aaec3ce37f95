package org.carbonbook.footprint;

import org.carbonbook.notice.NoticeCode;
import org.carbonbook.notice.Severity;

/** Findings about a balance and its factors. */
enum FootprintNotice implements NoticeCode {
  NOT_ESTIMATED(
      Severity.WARNING,
      "缺少因子或固碳率，排放未估算（NE）",
      "A factor or stored fraction is missing: not estimated (NE), and the coverage says so"),
  DERIVED_GAS_WITHOUT_PARENT(
      Severity.WARNING,
      "高炉、转炉等煤气的碳来自焦炭，而该表计入的焦炭不足，煤气改按自身计入",
      "Furnace gas carries the carbon of coke, but too little coke counts: the gas counts itself"),
  TRANSFORMATION_WITHOUT_PRODUCT(
      Severity.WARNING,
      "制气或煤制油有投入而表中没有产出，投入的碳全部计为排放",
      "Gas works or coal to liquids have inputs and no printed product: all their carbon counts"),
  MIXED_BASIS_BALANCE(
      Severity.ERROR,
      "同一版次的标准量平衡表有两种口径，不能相加",
      "One edition has a balance in standard coal on two bases, which must not be added"),
  FEEDSTOCK_EXCEEDS_USE(
      Severity.WARNING,
      "用作原料的数量大于消费量",
      "More of a fuel is used as feedstock than is consumed: the emission is negative");

  private final Severity severity;
  private final String zh;
  private final String en;

  FootprintNotice(Severity severity, String zh, String en) {
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
