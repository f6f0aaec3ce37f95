package org.carbonbook.job;

import org.carbonbook.notice.NoticeCode;
import org.carbonbook.notice.Severity;

/** What can go wrong after a run, without making it another run. */
enum HookNotice implements NoticeCode {
  HOOK_FAILED(
      Severity.WARNING,
      "作业结束后的通知命令失败",
      "A command that a job names under notify failed or took too long; the run is not touched");

  private final Severity severity;
  private final String zh;
  private final String en;

  HookNotice(Severity severity, String zh, String en) {
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
