package org.carbonbook.statistics.decoupling;

/**
 * Tapio's eight states (2005, Transport Policy 12), and undefined if the driver does not change.
 */
public enum DecouplingState {
  STRONG_DECOUPLING("strong decoupling", "强脱钩"),
  WEAK_DECOUPLING("weak decoupling", "弱脱钩"),
  EXPANSIVE_COUPLING("expansive coupling", "扩张连结"),
  EXPANSIVE_NEGATIVE_DECOUPLING("expansive negative decoupling", "扩张负脱钩"),
  STRONG_NEGATIVE_DECOUPLING("strong negative decoupling", "强负脱钩"),
  WEAK_NEGATIVE_DECOUPLING("weak negative decoupling", "弱负脱钩"),
  RECESSIVE_COUPLING("recessive coupling", "衰退连结"),
  RECESSIVE_DECOUPLING("recessive decoupling", "衰退脱钩"),
  UNDEFINED("undefined", "未定义");

  private final String en;
  private final String zh;

  DecouplingState(String en, String zh) {
    this.en = en;
    this.zh = zh;
  }

  /** The name in English, as tables print it. */
  public String en() {
    return en;
  }

  /** The name in Chinese, as tables print it beside the English one. */
  public String zh() {
    return zh;
  }
}
