package org.carbonbook.yearbook.read;

import java.io.Serializable;
import java.util.List;
import java.util.Map;
import org.carbonbook.notice.Notice;
import org.carbonbook.yearbook.layout.CellClass;

/**
 * One sheet as read. Its figures are to be published only when {@code status} is {@code accepted}:
 * the cells of a failed table are listed as well, so that they can be rejected with its notices.
 *
 * @param sheet the sheet's name
 * @param layout the layout that fits, null when none or several do
 * @param title the title as printed, null when none was found
 * @param regionCode the region of the whole table, null when it is in the rows
 * @param year the year of the whole table, null when it is in rows or columns
 * @param status {@code accepted}, {@code failed} or {@code ignored}
 * @param cells one reading per cell that is not blank
 * @param counts cells by class, with the blank cells of the data area
 * @param notices the findings
 * @param labels how headings and row labels were understood
 * @param recognition why this layout, criterion by criterion
 */
public record TableReading(
    String sheet,
    String layout,
    String title,
    String regionCode,
    Integer year,
    String status,
    List<CellReading> cells,
    Map<CellClass, Long> counts,
    List<Notice> notices,
    List<LabelReading> labels,
    List<String> recognition)
    implements Serializable {

  /** The table was read and its figures are accepted. */
  public static final String ACCEPTED = "accepted";

  /** The table could not be read as a whole; a notice says why. */
  public static final String FAILED = "failed";

  /** The layout declares that the sheet is not read. */
  public static final String IGNORED = "ignored";
}
