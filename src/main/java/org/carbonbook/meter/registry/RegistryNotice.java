package org.carbonbook.meter.registry;

import org.carbonbook.notice.NoticeCode;
import org.carbonbook.notice.Severity;

/** What can be wrong with the registry of meters. */
public enum RegistryNotice implements NoticeCode {
  METER_REGISTRY_UNREADABLE(
      Severity.WARNING, "计量表登记文件无法读取", "A file of the registry of meters cannot be read"),
  METER_REGISTRY_FILE_EMPTY(
      Severity.WARNING, "计量表登记文件没有内容", "A file of the registry of meters holds no row"),
  METER_COLUMN_MISSPELT(
      Severity.WARNING,
      "计量表登记的列名疑似拼写错误，该文件未采用",
      "A column of the registry of meters is nearly one we know; the file is not used"),
  METER_COLUMN_UNUSED(
      Severity.INFO, "计量表登记中有未使用的列", "A column of the registry of meters is not used"),
  METER_INVALID(Severity.WARNING, "计量表登记有误", "A meter's registration is not usable"),
  METER_PARENT_LOOP(Severity.WARNING, "计量表的上级关系形成循环", "Parent meters form a loop");

  private final Severity severity;
  private final String zh;
  private final String en;

  RegistryNotice(Severity severity, String zh, String en) {
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
