package org.carbonbook.notice;

/**
 * What kind of finding a notice is. Each domain lists its own codes in one enum that implements
 * this.
 */
public interface NoticeCode {

  /** The code as people see and query it, e.g. {@code UNMAPPED_LABEL}. */
  String name();

  /** The severity of every notice with this code. */
  Severity severity();

  /** What was found, in Chinese, without the particulars. */
  String zh();

  /** What was found, in English, without the particulars. */
  String en();
}
