package org.carbonbook.toy;

import java.io.IOException;
import java.util.List;
import org.carbonbook.notice.Notice;
import org.carbonbook.notice.NoticeReport;

/** A report that prints the codes of the notices. */
public final class ToyReport implements NoticeReport {

  @Override
  public String name() {
    return "toy";
  }

  @Override
  public void print(List<Notice> notices, Appendable out) throws IOException {
    for (Notice notice : notices) {
      out.append(notice.code()).append('\n');
    }
  }
}
