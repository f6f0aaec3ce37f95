package org.carbonbook.yearbook.read;

import java.util.Locale;
import java.util.Random;
import org.apache.poi.ss.usermodel.Workbook;

/** A fault that is put into a workbook at a random place. */
interface WorkbookMutation {

  String name();

  /** Puts the fault into the table; where it was put. */
  String apply(MutatedTable table);

  /** Puts the fault into the first sheet; where it was put. */
  default String apply(Workbook workbook, Random random) {
    return apply(new MutatedTable(workbook, random));
  }

  /** The notice that may report it as less than an error; blank when there is none. */
  default String reportedBy() {
    return "";
  }

  /** Whether the sheet no longer shows the stored figure, so that it must not be published. */
  default boolean hidesTheFigure() {
    return false;
  }

  default String words() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
