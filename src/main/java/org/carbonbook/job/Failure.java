package org.carbonbook.job;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.commons.lang3.exception.ExceptionUtils;

/** Why something failed, in one or two lines: what happened, and what to do. */
final class Failure {

  /** Java says of a folder only that it could not be made, and not why. */
  private static final String NO_FOLDER =
      "the lake %s cannot be written: no folder can be made in it; check its rights, and whether its disk is writable and has space, then run again";

  private static final Map<String, String> REMEDIES =
      Map.of(
          "no space left on device",
          "no space is left on the disk of the lake %s (or of Spark's scratch folder): free some space, then run again",
          "disk quota exceeded",
          "the quota for the lake %s is used up: raise it or free some space, then run again",
          "read-only file system",
          "the lake %s cannot be written: its file system is read-only; mount it writable, then run again",
          "operation not permitted",
          "the lake %s cannot be written: its folders do not let this user change them; change their attributes, then run again",
          "permission denied",
          "the lake %s cannot be written: give this user the right to write it, then run again",
          "cannot create file",
          NO_FOLDER,
          "mkdirs failed to create",
          NO_FOLDER,
          "failed to create delta log directory",
          NO_FOLDER,
          "rename destination",
          "the lake %s cannot be written: a file of it cannot be replaced; check the rights and attributes of its folders, then run again");

  private Failure() {}

  /** The text for a failure of work on a lake. */
  static String describe(Throwable failure, Object lake) {
    return findRemedy(failure, lake).orElseGet(() -> describe(failure));
  }

  /** The text for a disk that is full or cannot be written; nothing for another failure. */
  static Optional<String> findRemedy(Throwable failure, Object lake) {
    return ExceptionUtils.getThrowableList(failure).stream()
        .flatMap(each -> remedy(String.valueOf(each.getMessage())).stream())
        .findFirst()
        .map(remedy -> remedy.formatted(lake));
  }

  private static String describe(Throwable failure) {
    List<Throwable> chain = ExceptionUtils.getThrowableList(failure);
    Throwable reported = failure;
    for (Throwable each : chain) {
      if (lines(reported, 1).startsWith("Job aborted")) {
        reported = each;
      }
    }
    return lines(reported, isOurs(reported) ? 2 : 1);
  }

  private static Optional<String> remedy(String message) {
    String text = message.toLowerCase(Locale.ROOT);
    return REMEDIES.entrySet().stream()
        .filter(remedy -> text.contains(remedy.getKey()))
        .map(Map.Entry::getValue)
        .findFirst();
  }

  /**
   * Messages of carbonbook state the remedy in their second line; those of Spark can be pages long.
   */
  private static boolean isOurs(Throwable e) {
    StackTraceElement[] trace = e.getStackTrace();
    return trace.length > 0 && trace[0].getClassName().startsWith("org.carbonbook.");
  }

  private static String lines(Throwable e, int max) {
    String text = e.getMessage() == null ? e.toString() : e.getMessage();
    String first = text.lines().limit(max).collect(Collectors.joining("\n"));
    return first.isEmpty() ? e.getClass().getSimpleName() : first;
  }
}
