package org.carbonbook.job;

import org.carbonbook.notice.NoticeCode;
import org.carbonbook.notice.Severity;

/** Findings about tables between runs, and about the commands after a run. */
enum RunNotice implements NoticeCode {
  TABLE_FORGED(
      Severity.ERROR,
      "表的内容由其他程序写入",
      "The newest version of a table is not what its step wrote; nothing is published"),
  MART_ROWS_LOST(
      Severity.ERROR,
      "集市行数不足上一发布版的一半，本次不发布",
      "A mart has less than half the rows of the current release; nothing is published until that is accepted"),
  MART_ROWS_LOSS_ACCEPTED(
      Severity.INFO,
      "集市行数大减，已由 --accept 确认",
      "A mart has less than half the rows of the release before, and that was accepted"),
  HOOK_FAILED(
      Severity.WARNING,
      "作业结束后的通知命令失败",
      "A command that a job names under notify failed or took too long; the run is not touched");

  private final Severity severity;
  private final String zh;
  private final String en;

  RunNotice(Severity severity, String zh, String en) {
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
