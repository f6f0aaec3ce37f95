package org.carbonbook.job;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.lang3.exception.ExceptionUtils;

/** Why something failed, in one line that people can act on. */
final class Failure {

  /** Java says of a folder only that it could not be made, and not why. */
  private static final String NO_FOLDER =
      "the lake %s cannot be written: no folder can be made in it; see its rights, and whether its disk is writable and has space, then run again";

  private static final Map<String, String> REMEDIES =
      Map.of(
          "no space left on device",
          "no space is left on the disk of the lake %s (or of Spark's scratch folder): free some, then run again",
          "disk quota exceeded",
          "the quota for the lake %s is used up: raise it or free some space, then run again",
          "read-only file system",
          "the lake %s cannot be written: its file system is read-only; mount it writable, then run again",
          "operation not permitted",
          "the lake %s cannot be written: its folders do not let anybody change them; mend that, then run again",
          "permission denied",
          "the lake %s cannot be written: give this user the right to write it, then run again",
          "cannot create file",
          NO_FOLDER,
          "mkdirs failed to create",
          NO_FOLDER);

  private Failure() {}

  /** The line for a failure of work on a lake. */
  static String describe(Throwable failure, Object lake) {
    List<Throwable> chain = ExceptionUtils.getThrowableList(failure);
    for (Throwable each : chain) {
      Optional<String> remedy = remedy(String.valueOf(each.getMessage()));
      if (remedy.isPresent()) {
        return remedy.get().formatted(lake);
      }
    }
    Throwable told = failure;
    for (Throwable each : chain) {
      if (firstLine(told).startsWith("Job aborted")) {
        told = each;
      }
    }
    return firstLine(told);
  }

  private static Optional<String> remedy(String message) {
    String text = message.toLowerCase(Locale.ROOT);
    return REMEDIES.entrySet().stream()
        .filter(remedy -> text.contains(remedy.getKey()))
        .map(Map.Entry::getValue)
        .findFirst();
  }

  private static String firstLine(Throwable e) {
    String text = e.getMessage() == null ? e.toString() : e.getMessage();
    return text.lines().findFirst().orElse(e.getClass().getSimpleName());
  }
}
