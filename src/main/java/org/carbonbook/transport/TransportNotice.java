package org.carbonbook.transport;

import org.carbonbook.notice.NoticeCode;
import org.carbonbook.notice.Severity;

/** What can be wrong with vehicles, their logs and travel surveys. */
enum TransportNotice implements NoticeCode {
  VEHICLE_INVALID(Severity.WARNING, "车辆登记有误", "A vehicle's registration is not usable"),
  VEHICLE_VALUE_MISSING(
      Severity.INFO, "车辆登记缺少数据", "The registry of vehicles does not know a value"),
  VEHICLE_FILE_UNREADABLE(
      Severity.WARNING, "车辆数据文件无法读取", "A file of vehicles, logs or a survey is not readable"),
  VEHICLE_FILE_EMPTY(
      Severity.WARNING, "车辆数据文件没有内容", "A file of vehicles, logs or a survey holds no row"),
  VEHICLE_LOG_REJECTED(Severity.WARNING, "车辆记录被拒绝", "Rows of a vehicle log were rejected"),
  VEHICLE_LOG_ESTIMATED(Severity.INFO, "车辆记录为估计", "Rows of a vehicle log were estimated"),
  CONSUMPTION_UNKNOWN(
      Severity.WARNING,
      "该类车辆没有单位里程能耗，未按里程核算",
      "No consumption per km is known, so that there is no figure by activity"),
  SURVEY_INVALID(Severity.WARNING, "出行调查有误", "A row of a travel survey is not usable"),
  SURVEY_SHARES_WRONG(
      Severity.WARNING, "出行调查各方式之和不为100%", "The modes of a travel survey do not add up to 100 %");

  private final Severity severity;
  private final String zh;
  private final String en;

  TransportNotice(Severity severity, String zh, String en) {
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
