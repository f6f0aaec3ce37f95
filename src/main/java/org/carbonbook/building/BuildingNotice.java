package org.carbonbook.building;

import org.carbonbook.notice.NoticeCode;
import org.carbonbook.notice.Severity;

/** What can be wrong with buildings, their factors and their weather. */
enum BuildingNotice implements NoticeCode {
  BUILDING_INVALID(Severity.WARNING, "建筑登记有误", "A building's registration is not usable"),
  BUILDING_AREA_MISSING(
      Severity.WARNING,
      "建筑面积缺失或为零，未计算能耗强度",
      "A building has no floor area above 0, so it has no intensity"),
  BUILDING_UNREGISTERED(
      Severity.WARNING, "计量表所属建筑未登记", "Meters serve a building that no registry names"),
  BUILDING_FILE_UNREADABLE(
      Severity.WARNING, "建筑数据文件无法读取", "A file of buildings, carbon or weather is not readable"),
  BUILDING_FILE_EMPTY(
      Severity.WARNING, "建筑数据文件没有内容", "A file of buildings, carbon or weather holds no row"),
  GRID_FACTOR_FALLBACK(
      Severity.WARNING,
      "使用了其他地区或年份的电力因子",
      "Electricity is counted with the factor of another region or year"),
  GRID_FACTOR_BREAK(
      Severity.WARNING,
      "同一建筑各年的电力因子来自不同区域，碳排放不可直接比较",
      "The electricity factors of a building's years are of different areas: a break of its carbon"),
  GRID_FACTOR_MISSING(
      Severity.WARNING, "没有可用的电力因子", "No factor is known for the electricity of a region");

  private final Severity severity;
  private final String zh;
  private final String en;

  BuildingNotice(Severity severity, String zh, String en) {
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
