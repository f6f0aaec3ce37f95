package org.carbonbook.factor.file;

import org.carbonbook.notice.NoticeCode;
import org.carbonbook.notice.Severity;

/** What can be wrong with the files of factors and factor sets. */
public enum FactorNotice implements NoticeCode {
  FACTOR_FILE_MISSING(Severity.ERROR, "因子文件缺失或无法读取", "A factor file is missing or unreadable"),
  FACTOR_FILE_ENCODING(Severity.ERROR, "因子文件不是 UTF-8 编码", "A factor file is not UTF-8"),
  FACTOR_HEADER_MISSING(
      Severity.ERROR,
      "因子文件缺少 # title、# source、# units、# valid 或 # kind 行",
      "A factor file lacks a # title, # source, # units, # valid or # kind line"),
  FACTOR_COLUMN_MISSING(Severity.ERROR, "因子文件缺少列", "A factor file lacks a column"),
  FACTOR_COLUMN_DUPLICATE(Severity.ERROR, "因子文件列名重复", "A factor file has a column twice"),
  FACTOR_ROW_RAGGED(Severity.ERROR, "行的单元格数与表头不符", "A row has more or fewer cells than the header"),
  FACTOR_CELL_BLANK(Severity.ERROR, "必填单元格为空", "A cell that must be filled is blank"),
  FACTOR_NOT_A_NUMBER(Severity.ERROR, "单元格应为数字", "A cell holds text instead of a number"),
  FACTOR_NEGATIVE(Severity.ERROR, "因子为负", "A factor is negative"),
  FACTOR_OXIDATION_RANGE(
      Severity.ERROR, "氧化率不在 0 到 1 之间", "An oxidation fraction is not between 0 and 1"),
  FACTOR_UNITS_UNREADABLE(
      Severity.ERROR, "计量单位表缺失或有误", "The registry of units is missing or wrong"),
  FACTOR_UNIT_UNKNOWN(Severity.ERROR, "未知单位", "A unit is unknown"),
  FACTOR_UNIT_MISMATCH(
      Severity.ERROR, "因子单位与能源计量单位不符", "The unit of a factor does not meet the unit of the fuel"),
  FACTOR_VALIDITY_MALFORMED(
      Severity.ERROR, "有效期格式错误", "A validity does not have the form from..to"),
  FACTOR_VALIDITY_OVERLAP(
      Severity.ERROR,
      "同一键的两行有效期重叠",
      "Two rows of one key are valid in the same year and differ in period"),
  FACTOR_KEY_DUPLICATE(Severity.ERROR, "键重复", "A key occurs twice"),
  FACTOR_VALUE_UNKNOWN(Severity.ERROR, "取值不在允许范围", "A value is not one of those that are allowed"),
  FACTOR_FUEL_UNKNOWN(Severity.ERROR, "未知能源品种", "A fuel is not in conf/fuel-groups.csv"),
  FACTOR_FUEL_UNMAPPED(
      Severity.WARNING, "因子集缺少该能源品种", "A factor set has no row for a fuel that can be burnt"),
  FACTOR_ROW_UNKNOWN(
      Severity.ERROR, "映射指向不存在的表或行", "A mapping names a table or row that does not exist"),
  FACTOR_REASON_MISSING(
      Severity.ERROR, "借用其他来源的因子未说明理由", "A factor is taken from elsewhere and no reason is given"),
  FACTOR_PRINTED_DIFFERS(
      Severity.WARNING,
      "热值×含碳量×氧化率×44/12 与公布因子不符",
      "NCV x carbon content x oxidation x 44/12 differs from the printed factor"),
  FACTOR_TCE_DIFFERS(
      Severity.WARNING, "折标系数与热值/29271 不符", "A standard-coal coefficient differs from NCV / 29271"),
  FACTOR_FLAGGED(Severity.INFO, "所用因子带有标记", "A factor in use carries a flag"),
  FACTOR_SET_INVALID(Severity.ERROR, "因子集文件有误", "The file of factor sets is not well formed"),
  FACTOR_STATUS_REJECTED(
      Severity.ERROR,
      "因子集允许使用已否决的电网因子",
      "A factor set accepts grid factors whose status is rejected");

  private final Severity severity;
  private final String zh;
  private final String en;

  FactorNotice(Severity severity, String zh, String en) {
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
