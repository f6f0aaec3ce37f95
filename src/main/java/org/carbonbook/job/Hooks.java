package org.carbonbook.job;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.carbonbook.lake.Lake;
import org.carbonbook.lake.WriteContext;
import org.carbonbook.notice.Notice;
import org.carbonbook.notice.Severity;

/**
 * Calls the commands of a job when a run is over and the lock is released. Environment variables
 * describe the run; new notices are on standard input. A command that fails is reported as a notice
 * and has no other effect.
 */
final class Hooks {

  private final Lake lake;
  private final Notifications notifications;
  private final Set<Notice> before;

  /** Made before the run, so that it knows which notices are old. */
  Hooks(Lake lake, Notifications notifications) {
    this.lake = lake;
    this.notifications = notifications;
    this.before =
        notifications.notice().isEmpty() ? Set.of() : new HashSet<>(JobRunner.listNotices(lake));
  }

  /** Calls what fits the run's end, and returns what failed; never throws. */
  List<Notice> call(RunRecord run) {
    try {
      return notifications.isEmpty() ? List.of() : callAll(run);
    } catch (RuntimeException e) {
      return List.of(
          Notice.of(
              RunNotice.HOOK_FAILED,
              "notify",
              "what was found cannot be read or written: " + e.getMessage(),
              "check the disk and the rights of the lake's folder"));
    }
  }

  private List<Notice> callAll(RunRecord run) {
    List<Notice> now = JobRunner.listNotices(lake);
    List<Notice> fresh =
        now.stream()
            .filter(notice -> notice.severity() != Severity.INFO && !before.contains(notice))
            .toList();
    String event = run.endedWell() ? "success" : "failure";
    List<Notice> failures = new ArrayList<>();
    List<String> commands = run.endedWell() ? notifications.success() : notifications.failure();
    failures.addAll(call(commands, environment(event, run, now), fresh));
    if (!fresh.isEmpty()) {
      failures.addAll(call(notifications.notice(), environment("notice", run, now), fresh));
    }
    enter(run, failures);
    return failures;
  }

  private List<Notice> call(
      List<String> commands, Map<String, String> environment, List<Notice> fresh) {
    String input =
        fresh.stream()
            .map(n -> "%s %s %s: %s%n".formatted(n.severity(), n.code(), n.place(), n.message()))
            .collect(Collectors.joining());
    return commands.stream()
        .map(command -> new HookCommand(command, environment, notifications.timeout()))
        .flatMap(command -> command.call(input).stream())
        .toList();
  }

  private Map<String, String> environment(String event, RunRecord run, List<Notice> now) {
    Map<String, String> values = new LinkedHashMap<>();
    values.put("CARBONBOOK_EVENT", event);
    values.put("CARBONBOOK_JOB", run.job());
    values.put("CARBONBOOK_RUN", run.run());
    values.put("CARBONBOOK_OUTCOME", run.outcome());
    values.put("CARBONBOOK_RELEASE", run.release() == null ? "" : run.release());
    values.put("CARBONBOOK_MESSAGE", run.message() == null ? "" : run.message());
    values.put("CARBONBOOK_LAKE", lake.root().toString());
    for (Severity severity : Severity.values()) {
      long count = now.stream().filter(notice -> notice.severity() == severity).count();
      values.put("CARBONBOOK_" + severity + "S", Long.toString(count));
    }
    return values;
  }

  /** A run that never began has no place in the ledger. */
  private void enter(RunRecord run, List<Notice> failures) {
    if (run.number() > 0) {
      lake.smallTable(Ledger.NOTICES)
          .append(
              failures.stream().map(notice -> Ledger.row(run.run(), "notify", notice)).toList(),
              new WriteContext(run.run(), run.number(), "notify"));
    }
  }
}
