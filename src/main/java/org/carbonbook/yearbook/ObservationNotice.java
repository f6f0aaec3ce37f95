package org.carbonbook.yearbook;

import org.carbonbook.notice.HoldScope;
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
  MAGNITUDE_JUMPS(
      Severity.ERROR,
      "整张表的数值与相邻年份相差十倍以上（单位印错的迹象），不发布",
      "The figures of a table are ten times those of the nearest other year or more, as when a unit is misprinted; they are not published"),
  OUTSIDE_BAND(
      Severity.ERROR,
      "人均值或比重超出合理范围，不发布",
      "A figure per head or a share is outside its band; it is not published"),
  TABLE_STALE(
      Severity.WARNING,
      "新收到的表未能采用，仍沿用上一次的数字（见 mart.stale_table）",
      "A table could not be used as it was received last; its figures before stay published (mart.stale_table)"),
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

  /** What to do about a figure that is not published. */
  String remedy() {
    return switch (this) {
      case CONFLICTING_FIGURES ->
          "replace the file whose figure is wrong by a corrected one of the same name, or state"
              + " different editions in their .source.yaml";
      case MAGNITUDE_JUMPS ->
          "compare the printed units of both tables; if the figures are right, give this place the"
              + " severity warning in conf/severity.csv with the reason";
      default ->
          "compare figure and unit with the printed table; if they are right, widen the band, or"
              + " give this place the severity warning in conf/severity.csv";
    };
  }

  /** Only the tables that the finding is about wait for their correction. */
  @Override
  public HoldScope holds() {
    return HoldScope.TABLE;
  }

  /** Two figures for one question are never published. */
  @Override
  public boolean isFixed() {
    return this == CONFLICTING_FIGURES;
  }
}
