package org.carbonbook.meter.hours;

import java.io.Serializable;
import java.sql.Date;
import java.sql.Timestamp;
import java.util.List;

/**
 * One local day of one meter: its hours, and the readings that stand. The columns are described in
 * {@code tables/core.meter_day.yaml}; a bean, because Spark writes arrays of beans without a copy
 * per value.
 */
public final class MeterDay implements Serializable {

  private static final long serialVersionUID = 1L;

  private String meterId;
  private String month;
  private Date day;
  private String buildingId;
  private String energyKind;
  private String unit;
  private Timestamp startsAt;
  private int hours;
  private double measured;
  private double estimated;
  private double lost;
  private double filled;
  private double counted;
  private double adjusted;
  private Double registerStart;
  private Double registerEnd;
  private double measuredH;
  private double estimatedH;
  private double lostH;
  private long zeroMask;
  private Double hourMin;
  private Double hourMax;
  private Double outOfHours;
  private Double[] hourQuantity;
  private String hourState;
  private String[] hourReason;
  private double[] hourLost;
  private Integer readingFirstS;
  private Integer readingStepS;
  private int[] readingS;
  private double[] reading;
  private String readingMark;
  private int[] readingLengthS;
  private List<DefectBean> defects;

  /** One finding of a day. */
  public static final class DefectBean implements Serializable {

    private static final long serialVersionUID = 1L;

    private String reason;
    private Timestamp startsAt;
    private Timestamp endsAt;
    private int readings;
    private double quantity;

    public String getReason() {
      return reason;
    }

    public void setReason(String value) {
      this.reason = value;
    }

    public Timestamp getStartsAt() {
      return startsAt;
    }

    public void setStartsAt(Timestamp value) {
      this.startsAt = value;
    }

    public Timestamp getEndsAt() {
      return endsAt;
    }

    public void setEndsAt(Timestamp value) {
      this.endsAt = value;
    }

    public int getReadings() {
      return readings;
    }

    public void setReadings(int value) {
      this.readings = value;
    }

    public double getQuantity() {
      return quantity;
    }

    public void setQuantity(double value) {
      this.quantity = value;
    }
  }

  public String getMeterId() {
    return meterId;
  }

  public void setMeterId(String value) {
    this.meterId = value;
  }

  public String getMonth() {
    return month;
  }

  public void setMonth(String value) {
    this.month = value;
  }

  public Date getDay() {
    return day;
  }

  public void setDay(Date value) {
    this.day = value;
  }

  public String getBuildingId() {
    return buildingId;
  }

  public void setBuildingId(String value) {
    this.buildingId = value;
  }

  public String getEnergyKind() {
    return energyKind;
  }

  public void setEnergyKind(String value) {
    this.energyKind = value;
  }

  public String getUnit() {
    return unit;
  }

  public void setUnit(String value) {
    this.unit = value;
  }

  public Timestamp getStartsAt() {
    return startsAt;
  }

  public void setStartsAt(Timestamp value) {
    this.startsAt = value;
  }

  public int getHours() {
    return hours;
  }

  public void setHours(int value) {
    this.hours = value;
  }

  public double getMeasured() {
    return measured;
  }

  public void setMeasured(double value) {
    this.measured = value;
  }

  public double getEstimated() {
    return estimated;
  }

  public void setEstimated(double value) {
    this.estimated = value;
  }

  public double getLost() {
    return lost;
  }

  public void setLost(double value) {
    this.lost = value;
  }

  public double getFilled() {
    return filled;
  }

  public void setFilled(double value) {
    this.filled = value;
  }

  public double getCounted() {
    return counted;
  }

  public void setCounted(double value) {
    this.counted = value;
  }

  public double getAdjusted() {
    return adjusted;
  }

  public void setAdjusted(double value) {
    this.adjusted = value;
  }

  public Double getRegisterStart() {
    return registerStart;
  }

  public void setRegisterStart(Double value) {
    this.registerStart = value;
  }

  public Double getRegisterEnd() {
    return registerEnd;
  }

  public void setRegisterEnd(Double value) {
    this.registerEnd = value;
  }

  public double getMeasuredH() {
    return measuredH;
  }

  public void setMeasuredH(double value) {
    this.measuredH = value;
  }

  public double getEstimatedH() {
    return estimatedH;
  }

  public void setEstimatedH(double value) {
    this.estimatedH = value;
  }

  public double getLostH() {
    return lostH;
  }

  public void setLostH(double value) {
    this.lostH = value;
  }

  public long getZeroMask() {
    return zeroMask;
  }

  public void setZeroMask(long value) {
    this.zeroMask = value;
  }

  public Double[] getHourQuantity() {
    return hourQuantity;
  }

  public void setHourQuantity(Double[] value) {
    this.hourQuantity = value;
  }

  public String getHourState() {
    return hourState;
  }

  public void setHourState(String value) {
    this.hourState = value;
  }

  public String[] getHourReason() {
    return hourReason;
  }

  public void setHourReason(String[] value) {
    this.hourReason = value;
  }

  public double[] getHourLost() {
    return hourLost;
  }

  public void setHourLost(double[] value) {
    this.hourLost = value;
  }

  public Integer getReadingFirstS() {
    return readingFirstS;
  }

  public void setReadingFirstS(Integer value) {
    this.readingFirstS = value;
  }

  public Integer getReadingStepS() {
    return readingStepS;
  }

  public void setReadingStepS(Integer value) {
    this.readingStepS = value;
  }

  public int[] getReadingS() {
    return readingS;
  }

  public void setReadingS(int[] value) {
    this.readingS = value;
  }

  public double[] getReading() {
    return reading;
  }

  public void setReading(double[] value) {
    this.reading = value;
  }

  public String getReadingMark() {
    return readingMark;
  }

  public void setReadingMark(String value) {
    this.readingMark = value;
  }

  public int[] getReadingLengthS() {
    return readingLengthS;
  }

  public void setReadingLengthS(int[] value) {
    this.readingLengthS = value;
  }

  public List<DefectBean> getDefects() {
    return defects;
  }

  public void setDefects(List<DefectBean> value) {
    this.defects = value;
  }

  public Double getHourMin() {
    return hourMin;
  }

  public void setHourMin(Double value) {
    this.hourMin = value;
  }

  public Double getHourMax() {
    return hourMax;
  }

  public void setHourMax(Double value) {
    this.hourMax = value;
  }

  public Double getOutOfHours() {
    return outOfHours;
  }

  public void setOutOfHours(Double value) {
    this.outOfHours = value;
  }
}
