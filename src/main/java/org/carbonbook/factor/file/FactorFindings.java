package org.carbonbook.factor.file;

import java.util.ArrayList;
import java.util.List;
import org.carbonbook.notice.Notice;
import org.carbonbook.notice.NoticeCode;

/** The notices gathered while factor files are read, in the order they were found. */
public final class FactorFindings {
  private final List<Notice> notices = new ArrayList<>();

  public void add(NoticeCode code, String place, String message, String remedy) {
    notices.add(Notice.of(code, place, message, remedy));
  }

  public List<Notice> list() {
    return List.copyOf(notices);
  }
}
