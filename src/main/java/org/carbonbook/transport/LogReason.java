package org.carbonbook.transport;

import java.util.Locale;

/** Why a value of a log row was estimated or rejected. */
enum LogReason {
  NO_VEHICLE("未注明车辆，也无可识别的卡", "neither a vehicle nor a card that is registered"),
  NOT_REGISTERED("车辆当日未登记", "the vehicle is not registered on that day"),
  CARD_OF_TWO_VEHICLES("一卡对应多车", "the card is registered for several vehicles on that day"),
  OTHER_VEHICLES_CARD("他车的卡", "the card is registered for another vehicle"),
  OTHER_VEHICLE("里程与同场站另一车辆相符", "the odometer is that of another vehicle of the depot"),
  OTHER_FUEL("燃料与车辆不符", "the vehicle does not take this fuel"),
  NO_TIME("时间无法读取", "the time is not readable"),
  NO_NUMBER("数值无法读取", "the value is not a number"),
  UNIT_UNKNOWN("单位未注明或有歧义", "the unit is not stated or has several meanings"),
  DUPLICATE("重复记录", "the same row was counted already"),
  ZERO("数值为零", "the quantity is zero"),
  NEGATIVE("数值为负，且无可冲销的记录", "the quantity is negative and takes no row back"),
  CANCELLED("已冲销", "the row and the one that takes it back cancel out"),
  OVER_TANK("超过油箱容量", "more than the tank holds"),
  FROM_AMOUNT("数量由金额除以单价得出", "the quantity is the amount divided by the price"),
  ODOMETER_JUMP("里程跳高", "the odometer is above what the other readings allow"),
  ODOMETER_BACK("里程倒退", "the odometer is below what the other readings allow"),
  ROLLOVER("里程表翻转", "the odometer began again at zero since the last reading"),
  REPLACED("里程表更换，间隔里程为估计", "the odometer was replaced; the distance since is estimated"),
  NEGATIVE_LENGTH("结束早于开始", "the session ends before it begins"),
  OVERLAPPING("与同车另一次充电重叠", "the session overlaps another of the same vehicle"),
  POWER_TOO_HIGH("功率超过充电机上限", "the power is more than a charger can give");

  private final String zh;
  private final String en;

  LogReason(String zh, String en) {
    this.zh = zh;
    this.en = en;
  }

  String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  String zh() {
    return zh;
  }

  String en() {
    return en;
  }
}
