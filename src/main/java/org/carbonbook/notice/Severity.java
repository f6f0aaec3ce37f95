package org.carbonbook.notice;

/** How much a notice matters: an ERROR keeps a release, or its table, from being published. */
public enum Severity {
  INFO,
  WARNING,
  ERROR
}
