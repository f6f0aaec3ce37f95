package org.carbonbook.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.carbonbook.notice.Notice;
import org.carbonbook.notice.NoticeReport;

/** Notices as a table for a terminal; the remedy is below the message. */
public final class NoticeTable implements NoticeReport {

  @Override
  public String name() {
    return "table";
  }

  @Override
  public void print(List<Notice> notices, Appendable out) throws IOException {
    TextTable table = new TextTable("severity", "code", "place", "message and remedy");
    notices.forEach(
        n -> table.row(n.severity(), n.code(), n.place(), n.message() + "\n-> " + n.remedy()));
    StringWriter text = new StringWriter();
    table.print(new PrintWriter(text, true));
    out.append(text.toString());
  }
}
