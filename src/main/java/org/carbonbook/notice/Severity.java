package org.carbonbook.notice;

/** How much a notice matters: an ERROR keeps the old release in place. */
public enum Severity {
  INFO,
  WARNING,
  ERROR
}
