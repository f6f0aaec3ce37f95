package org.carbonbook.yearbook.read;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.carbonbook.yearbook.grid.GridCell;
import org.carbonbook.yearbook.vocabulary.LabelText;

/**
 * What a table says about months, quarters or halves of a year. Figures are of whole years, so a
 * table that names a part of one is not read as if it were of the year.
 */
final class PartOfYear {

  private static final String DIGITS = "[\\d一二三四五六七八九十]{1,3}";
  private static final Pattern MONTHS =
      Pattern.compile("(?<!\\d)(\\d{1,2})月?[-—–~至到](\\d{1,2})月(?!\\d{0,2}日)");
  private static final Pattern PERIOD =
      Pattern.compile(
          "(?:第?[一二三四1-4]|前[一二三1-3]个?)季度|[上下]半年|(?:前|最近|近)"
              + DIGITS
              + "个(?:月|季度)|月度|当月|本月|分月|逐月|分季度?|季度数据|累计"
              + "|(?i:(?:first|second|third|fourth|1st|2nd|3rd|4th)quarter|firsthalf|monthly|quarterly)"
              + "|(?<![A-Za-z])Q[1-4](?!\\d)");
  private static final Pattern MONTH =
      Pattern.compile(
          "(?<![\\d年末])"
              + DIGITS
              + "月(?!末|底|\\d{0,2}日|[一二三四五六七八九十]+日)|年\\d{1,2}月(?!末|底|\\d{0,2}日)");
  private static final Pattern ISSUE = Pattern.compile("编|印|发布|出版|更新|修订|整理");
  private static final Pattern HEADING =
      Pattern.compile("(?i)月|月份|季|季度|期别|时期|month|quarter|period");

  private final TableContext context;

  PartOfYear(TableContext context) {
    this.context = context;
  }

  /** Whether a text names a part of a year; the date of an issue does not. */
  static boolean isNamedBy(String text) {
    String compact = LabelText.compact(text);
    Matcher months = MONTHS.matcher(compact);
    boolean wholeYear = false;
    while (months.find()) {
      if (!months.group(1).equals("1") || !months.group(2).equals("12")) {
        return true;
      }
      wholeYear = true;
    }
    if (PERIOD.matcher(compact).find()) {
      return !wholeYear;
    }
    return !wholeYear && !ISSUE.matcher(compact).find() && MONTH.matcher(compact).find();
  }

  /** Whether the heading of a column says that its cells are parts of a year. */
  static boolean isHeading(String text) {
    return HEADING.matcher(LabelText.compact(text)).matches();
  }

  /**
   * Fails the table when its sheet's name or a line above its heading names a part of the year.
   *
   * @param headingRow the first row of the heading
   */
  void refuse(int headingRow) {
    if (isNamedBy(context.grid().sheet())) {
      report("", context.grid().sheet());
    }
    for (GridCell cell : context.grid().listCells()) {
      if (cell.row() < headingRow && cell.number() == null && isNamedBy(cell.text())) {
        report(cell.address(), cell.text());
      }
    }
  }

  private void report(String cell, String text) {
    context
        .findings()
        .add(
            TableNotice.PART_OF_YEAR,
            cell,
            "'%s' names a part of a year, and figures are read as those of whole years; the table is not published"
                .formatted(text),
            "send the figures of the whole year; if this is the date of an issue, print it as 发布日期：2008-03-01");
  }
}
