package org.carbonbook.factor.file;

import java.util.ArrayList;
import java.util.List;
import org.carbonbook.conf.ConfFault;
import org.carbonbook.notice.Notice;
import org.carbonbook.notice.NoticeCode;

/** The notices gathered while factor files are read, in the order they were found. */
public final class FactorFindings {
  private final List<Notice> notices = new ArrayList<>();

  public void add(NoticeCode code, String place, String message, String remedy) {
    notices.add(Notice.of(code, place, message, remedy));
  }

  /** Adds a notice about a fault in the form of a file. */
  public void add(ConfFault fault) {
    FactorNotice code =
        switch (fault.kind()) {
          case UNREADABLE -> FactorNotice.FACTOR_FILE_MISSING;
          case NOT_UTF8 -> FactorNotice.FACTOR_FILE_ENCODING;
          case NO_HEADER -> FactorNotice.FACTOR_COLUMN_MISSING;
          case DUPLICATE_COLUMN -> FactorNotice.FACTOR_COLUMN_DUPLICATE;
          case BROKEN_QUOTES, RAGGED_ROW -> FactorNotice.FACTOR_ROW_RAGGED;
          case NOT_YAML, EMPTY, UNKNOWN_KEY, WRONG_VALUE -> FactorNotice.FACTOR_SET_INVALID;
        };
    add(code, fault.place(), fault.message(), fault.kind().remedy());
  }

  public List<Notice> list() {
    return List.copyOf(notices);
  }
}
