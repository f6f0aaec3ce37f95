package org.carbonbook.yearbook.read;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.carbonbook.notice.Notice;

/**
 * One file as read.
 *
 * @param tables one reading per sheet that is not empty
 * @param notices what concerns the file as a whole
 */
public record FileReading(List<TableReading> tables, List<Notice> notices) implements Serializable {

  /** The notices of the file and of all its tables. */
  public List<Notice> listNotices() {
    List<Notice> all = new ArrayList<>(notices);
    tables.forEach(table -> all.addAll(table.notices()));
    return all;
  }
}
