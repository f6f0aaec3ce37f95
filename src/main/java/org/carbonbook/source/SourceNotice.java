package org.carbonbook.source;

import org.carbonbook.notice.NoticeCode;
import org.carbonbook.notice.Severity;

/** Findings about received files. */
enum SourceNotice implements NoticeCode {
  LANDING_UNREADABLE(
      Severity.ERROR, "落地文件夹不存在或无法读取", "The landing folder is missing or cannot be read"),
  FILE_UNREADABLE(Severity.ERROR, "文件无法读取", "A file cannot be read"),
  FILE_CHANGED_WHILE_READ(
      Severity.WARNING, "读取时文件发生变化", "A file changed while it was read; the next run reads it"),
  SIDECAR_INVALID(Severity.ERROR, "来源说明文件无效", "A sidecar with the source's facts is not valid"),
  SOURCE_UNSTATED(
      Severity.WARNING,
      "未说明出版者或版次",
      "It is not stated which publication and edition a file is from");

  private final Severity severity;
  private final String zh;
  private final String en;

  SourceNotice(Severity severity, String zh, String en) {
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
