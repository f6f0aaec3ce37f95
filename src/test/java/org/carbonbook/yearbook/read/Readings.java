package org.carbonbook.yearbook.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.carbonbook.notice.Notice;
import org.carbonbook.notice.NoticeCode;
import org.carbonbook.yearbook.layout.CellClass;

/** Short ways to ask readings in tests. */
final class Readings {

  private Readings() {}

  static TableReading onlyTable(FileReading reading) {
    assertThat(reading.notices()).isEmpty();
    assertThat(reading.tables()).hasSize(1);
    return reading.tables().get(0);
  }

  static CellReading cell(TableReading table, String place) {
    return table.cells().stream().filter(c -> c.cell().equals(place)).findFirst().orElseThrow();
  }

  static List<String> codes(List<Notice> notices) {
    return notices.stream().map(Notice::code).toList();
  }

  static Notice only(FileReading reading, NoticeCode code) {
    List<Notice> found =
        reading.listNotices().stream().filter(n -> n.code().equals(code.name())).toList();
    assertThat(found).as(code + " in " + reading.listNotices()).hasSize(1);
    Notice notice = found.get(0);
    assertThat(notice.severity()).isEqualTo(code.severity());
    assertThat(notice.place()).isNotBlank();
    assertThat(notice.message()).isNotBlank();
    assertThat(notice.remedy()).isNotBlank();
    return notice;
  }

  /** Every cell is accounted for once: the counts are those of the cells, and blanks beside. */
  static void assertAccount(TableReading table) {
    long listed =
        table.counts().entrySet().stream()
            .filter(e -> e.getKey() != CellClass.BLANK)
            .mapToLong(e -> e.getValue())
            .sum();
    assertThat((long) table.cells().size()).isEqualTo(listed);
    assertThat(table.cells().stream().map(CellReading::cell).distinct().count())
        .isEqualTo(table.cells().size());
  }
}
