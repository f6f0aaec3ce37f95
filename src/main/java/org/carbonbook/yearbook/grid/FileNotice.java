package org.carbonbook.yearbook.grid;

import org.carbonbook.notice.HoldScope;
import org.carbonbook.notice.NoticeCode;
import org.carbonbook.notice.Severity;

/** What can be wrong with a yearbook file as a whole, before any of its sheets is read. */
public enum FileNotice implements NoticeCode {
  EMPTY_FILE(Severity.ERROR, "空文件", "The file is empty"),
  FILE_TOO_LARGE(Severity.ERROR, "文件超过限制", "The file is larger than the limit"),
  WRONG_KIND(Severity.ERROR, "文件内容与扩展名不符", "The file is not what its name says"),
  OTHER_KIND(
      Severity.WARNING,
      "文件名与内容类型不符，按内容读取",
      "The file is of another kind than its name says and is read"),
  ENCRYPTED_WORKBOOK(Severity.ERROR, "工作簿已加密", "The workbook is encrypted"),
  UNREADABLE_WORKBOOK(Severity.ERROR, "工作簿损坏或不完整", "The workbook is damaged or truncated"),
  UNREADABLE_TEXT(Severity.ERROR, "文本编码或格式无法识别", "The text cannot be decoded or parsed"),
  NO_TABLE(Severity.WARNING, "文件中没有表格", "The file does not contain a table");

  private final Severity severity;
  private final String zh;
  private final String en;

  FileNotice(Severity severity, String zh, String en) {
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

  /** Only the tables of the file wait for its correction. */
  @Override
  public HoldScope holds() {
    return HoldScope.TABLE;
  }
}
