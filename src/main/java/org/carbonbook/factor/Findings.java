package org.carbonbook.factor;

import java.util.ArrayList;
import java.util.List;
import org.carbonbook.notice.Notice;

/** The notices gathered while factor files are read, in the order they were found. */
final class Findings {
  private final List<Notice> notices = new ArrayList<>();

  void add(FactorNotice code, String place, String message, String remedy) {
    notices.add(Notice.of(code, place, message, remedy));
  }

  List<Notice> list() {
    return List.copyOf(notices);
  }
}
