package org.carbonbook.yearbook.read;

import org.carbonbook.notice.HoldScope;
import org.carbonbook.notice.NoticeCode;
import org.carbonbook.notice.Severity;

/** What can be found while a sheet is recognised and read. */
public enum TableNotice implements NoticeCode {
  UNKNOWN_LAYOUT(Severity.ERROR, "没有适用的版式", "No layout fits the table"),
  AMBIGUOUS_LAYOUT(Severity.ERROR, "多个版式同时适用", "Several layouts fit the table"),
  IGNORED_TABLE(Severity.INFO, "版式声明不读取该表", "The layout says that the table is not read"),
  STRAY_SHEET(Severity.INFO, "工作表不含表格", "The sheet is not a table"),
  FRAME_NOT_FOUND(Severity.ERROR, "找不到表头", "The table's heading was not found"),
  UNDERIVABLE_REGION(Severity.ERROR, "无法确定地区", "The region cannot be derived"),
  UNDERIVABLE_YEAR(Severity.ERROR, "无法确定年份", "The year cannot be derived"),
  TITLES_DISAGREE(Severity.WARNING, "中英文标题或附加信息不一致", "Titles or sidecar disagree"),
  UNMAPPED_LABEL(Severity.ERROR, "标签没有对应项", "A label has no mapping"),
  DUPLICATE_LABEL(Severity.ERROR, "标签重复", "Two labels mean the same"),
  LABELS_DISAGREE(Severity.WARNING, "中英文标签含义不一致", "The Chinese and the English label disagree"),
  LABEL_COLUMNS_DISAGREE(
      Severity.ERROR, "重复的标签列不一致", "A repeated column of labels is in another order"),
  YEAR_TOO_LATE(Severity.ERROR, "年份晚于允许的最晚年份", "A year is later than the latest year allowed"),
  HIDDEN_PARTS(Severity.WARNING, "隐藏的行、列或工作表未读取", "Hidden rows, columns or sheets are not read"),
  CROSSWALK_LINE_BROKEN(
      Severity.WARNING, "对照表的一行有误，未采用", "A line of a crosswalk is wrong and not used"),
  LABEL_OF_BROKEN_LINE(
      Severity.ERROR, "标签所用的对照表行有误", "The line of the crosswalk for a label is wrong"),
  MISSING_UNIT(Severity.ERROR, "缺少计量单位", "A unit is missing"),
  UNKNOWN_UNIT(Severity.ERROR, "计量单位未登记", "A unit is not in the registry"),
  UNIT_BLANK(Severity.WARNING, "一种语言的单位空缺", "The unit is blank in one language"),
  UNIT_DISAGREES(Severity.WARNING, "中英文单位不一致", "The Chinese and the English unit disagree"),
  UNITS_CONTRADICT(Severity.ERROR, "计量单位相互矛盾", "Printed units contradict each other"),
  UNIT_UNLIKELY(Severity.WARNING, "单位的量纲与品种不符", "The unit's dimension does not suit the item"),
  WRONG_DIMENSION(Severity.ERROR, "单位的量纲与指标不符", "The indicator is not measured in this unit"),
  MISSING_BASIS(Severity.ERROR, "缺少口径", "The substance basis is missing"),
  UNKNOWN_BASIS(Severity.ERROR, "口径未登记", "The substance basis is not known"),
  MIXED_BASIS(
      Severity.ERROR, "口径或指标相互矛盾", "Unit, row and column state different bases or indicators"),
  BAD_NUMBER(Severity.ERROR, "应为数字的单元格无法读成数字", "A cell holds text instead of a number"),
  READ_AS_NUMBER(Severity.INFO, "按数字读取的文本", "An unusual text was read as a number"),
  NOTATION_KEY(Severity.INFO, "以缺数符号代替数值", "A sign is printed instead of a figure"),
  OUTSIDE_FRAME(Severity.WARNING, "表格范围之外的数字", "There are numbers outside the table's frame"),
  NUMBERS_NOT_PLACED(
      Severity.ERROR, "表格中有数字不能归入任何行列", "Numbers of the table are outside the part that is read"),
  MERGED_FIGURE(Severity.ERROR, "一个数字占多行或多列", "One figure is printed for several rows or columns"),
  UNLABELLED_NUMBER(Severity.ERROR, "数字没有行或列标签", "A number has no row or column label"),
  UNPLACED_TEXT(Severity.WARNING, "未归入任何行列的文字", "A text does not belong to any part of the table"),
  RAGGED_ROW(Severity.ERROR, "行的列数与表头不符", "A row is cut short"),
  NO_LINE_END(
      Severity.WARNING, "文本文件末行没有换行，可能不完整", "A text file ends within a line and can be cut off"),
  PART_OF_YEAR(Severity.ERROR, "数据不是全年的", "The figures are of a part of the year"),
  TITLE_NOT_READ(
      Severity.ERROR, "标题中有含义不明的部分", "The title says something that the layout gives no meaning"),
  IGNORED_COLUMN(Severity.INFO, "未读取的列", "A column is not read"),
  IDENTITY_BROKEN(Severity.WARNING, "平衡关系不成立", "An identity does not hold"),
  NO_FIGURES(Severity.ERROR, "表中没有数字", "The table has no figures");

  private final Severity severity;
  private final String zh;
  private final String en;

  TableNotice(Severity severity, String zh, String en) {
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

  /** Only the table that the finding is about waits for its correction. */
  @Override
  public HoldScope holds() {
    return HoldScope.TABLE;
  }

  @Override
  public boolean isFixed() {
    return switch (this) {
      case YEAR_TOO_LATE,
          UNITS_CONTRADICT,
          BAD_NUMBER,
          NUMBERS_NOT_PLACED,
          UNLABELLED_NUMBER,
          RAGGED_ROW,
          PART_OF_YEAR,
          TITLE_NOT_READ ->
          false;
      default -> severity == Severity.ERROR;
    };
  }
}
