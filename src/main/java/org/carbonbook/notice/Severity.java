package org.carbonbook.notice;

/** How much a notice matters: while an ERROR is in force, no release is published. */
public enum Severity {
  INFO,
  WARNING,
  ERROR
}
