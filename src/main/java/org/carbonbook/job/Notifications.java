package org.carbonbook.job;

import java.time.Duration;
import java.util.List;

/**
 * The section {@code notify} of a job file: shell commands to call when a run ends.
 *
 * @param success called when the run did its work, also when nothing was new
 * @param failure called when the run failed, could not begin, or an ERROR held the release back
 * @param notice called when something of severity WARNING or ERROR was found that the run before
 *     did not find
 * @param timeoutSeconds how long one command may take; 60 when the file states nothing
 */
record Notifications(
    List<String> success, List<String> failure, List<String> notice, Integer timeoutSeconds) {

  static final Notifications NONE = new Notifications(null, null, null, null);

  private static final int USUAL_SECONDS = 60;

  Notifications {
    success = success == null ? List.of() : List.copyOf(success);
    failure = failure == null ? List.of() : List.copyOf(failure);
    notice = notice == null ? List.of() : List.copyOf(notice);
    timeoutSeconds = timeoutSeconds == null ? USUAL_SECONDS : timeoutSeconds;
    if (timeoutSeconds < 1) {
      throw new IllegalArgumentException("timeout_seconds: must be at least 1");
    }
  }

  boolean isEmpty() {
    return success.isEmpty() && failure.isEmpty() && notice.isEmpty();
  }

  Duration timeout() {
    return Duration.ofSeconds(timeoutSeconds);
  }
}
