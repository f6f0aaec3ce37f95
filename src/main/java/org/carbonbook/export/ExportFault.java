package org.carbonbook.export;

import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.sql.SQLException;

/** What went wrong with an export, in one line with its remedy. */
final class ExportFault {

  private ExportFault() {}

  /** An exception that says it, with the first one as its cause. */
  static RuntimeException of(Exception e, String target) {
    if (isFull(e)) {
      return new IllegalStateException(
          "the disk of %s is full: free some space and repeat the command, which continues with the finished tables; nothing is at the target yet"
              .formatted(target),
          e);
    }
    if (e instanceof AccessDeniedException || isReadOnly(e)) {
      return new IllegalStateException(
          "%s cannot be written: %s: give another target, or the rights to its folder"
              .formatted(target, e.getMessage()),
          e);
    }
    if (e instanceof RuntimeException known) {
      return known;
    }
    if (e instanceof SQLException lost
        && lost.getSQLState() != null
        && (lost.getSQLState().startsWith("08") || lost.getSQLState().startsWith("57P"))) {
      return new IllegalStateException(
          "%s: %s: it shows one release whole, the old one or the new one; call again once the server answers"
              .formatted(target, first(e)),
          e);
    }
    if (e instanceof SQLException) {
      return new IllegalStateException("%s: %s".formatted(target, first(e)), e);
    }
    return new IllegalStateException("%s cannot be written: %s".formatted(target, e), e);
  }

  private static String first(Exception e) {
    return e.getMessage().lines().findFirst().orElse("");
  }

  private static boolean isFull(Throwable e) {
    for (Throwable each = e; each != null; each = each.getCause()) {
      String text = each.getMessage() == null ? "" : each.getMessage();
      if (text.contains("No space left on device") || text.contains("Disk quota exceeded")) {
        return true;
      }
    }
    return false;
  }

  private static boolean isReadOnly(Exception e) {
    return e instanceof FileSystemException fault
        && fault.getReason() != null
        && fault.getReason().contains("Read-only");
  }
}
