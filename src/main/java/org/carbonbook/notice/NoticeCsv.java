package org.carbonbook.notice;

import java.io.IOException;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** Notices as CSV (RFC 4180) with a header. */
public final class NoticeCsv implements NoticeReport {

  private static final CSVFormat FORMAT =
      CSVFormat.RFC4180
          .builder()
          .setRecordSeparator('\n')
          .setHeader("severity", "code", "place", "message", "remedy")
          .get();

  @Override
  public String name() {
    return "csv";
  }

  @Override
  public void print(List<Notice> notices, Appendable out) throws IOException {
    CSVPrinter csv = new CSVPrinter(out, FORMAT);
    for (Notice notice : notices) {
      csv.printRecord(
          notice.severity(), notice.code(), notice.place(), notice.message(), notice.remedy());
    }
  }
}
