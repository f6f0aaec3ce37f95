package org.carbonbook.notice;

/**
 * The kind of a notice. Each domain lists its codes in an enum that implements this, and declares
 * them in its {@code Domain}.
 */
public interface NoticeCode {

  /** The code as people see and query it, e.g. {@code UNMAPPED_LABEL}. */
  String name();

  /** The severity of every notice with this code. */
  Severity severity();

  /** What an ERROR with this code keeps from being published. */
  default HoldScope holds() {
    return HoldScope.RELEASE;
  }

  /**
   * Whether {@code conf/severity.csv} may not lower an ERROR with this code, because what it is
   * about cannot be published right.
   */
  default boolean isFixed() {
    return false;
  }

  /** What was found, in Chinese, without the values. */
  String zh();

  /** What was found, in English, without the values. */
  String en();
}
