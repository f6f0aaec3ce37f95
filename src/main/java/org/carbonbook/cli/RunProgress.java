package org.carbonbook.cli;

import java.io.PrintWriter;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.carbonbook.job.BackfillReport;
import org.carbonbook.job.RunListener;
import org.carbonbook.job.RunOutcome;
import org.carbonbook.mart.Release;
import org.carbonbook.notice.Notice;
import org.carbonbook.notice.Severity;
import org.carbonbook.step.StepResult;

/** Prints the progress of a run, one line for each step, and at the end its notices and release. */
final class RunProgress implements RunListener {

  private static final int SHOWN = 10;

  private final PrintWriter err;

  RunProgress(PrintWriter err) {
    this.err = err;
  }

  @Override
  public void stepStarted(String step, int place, int count, double expectedSeconds) {
    String expected = expectedSeconds < 0 ? "" : " (%.1f s last time)".formatted(expectedSeconds);
    err.printf("[%d/%d] %s …%s%n", place, count, step, expected);
    err.flush();
  }

  @Override
  public void stepFresh(String step, int place, int count) {
    err.printf("[%d/%d] %s: nothing new%n", place, count, step);
    err.flush();
  }

  @Override
  public void stepDone(String step, StepResult result, double seconds) {
    err.printf("      %s: %s in %.1f s%n", step, counts(result), seconds);
    err.flush();
  }

  @Override
  public void partLoaded(BackfillReport.Part part, int place, int count) {
    err.printf(
        "part %d/%d %s: %s%n",
        place, count, part.name(), part.isLeft() ? "not loaded: " + part.failure() : "loaded");
    err.flush();
  }

  @Override
  public void notices(List<Notice> notices) {
    if (notices.isEmpty()) {
      return;
    }
    err.printf(
        "notices: %d errors, %d warnings, %d infos; carbonbook notices prints all%n",
        count(notices, Severity.ERROR),
        count(notices, Severity.WARNING),
        count(notices, Severity.INFO));
    notices.stream()
        .filter(notice -> notice.severity() != Severity.INFO)
        .sorted(Comparator.comparing(Notice::severity).reversed())
        .limit(SHOWN)
        .forEach(
            notice ->
                err.printf(
                    "  %s %s %s: %s%n         %s%n",
                    notice.severity(),
                    notice.code(),
                    notice.place(),
                    notice.message(),
                    notice.remedy()));
    err.flush();
  }

  @Override
  public void released(RunOutcome outcome, Optional<Release> release) {
    err.println(
        switch (outcome) {
          case PUBLISHED ->
              "published %s: %d tables"
                  .formatted(release.orElseThrow().id(), release.orElseThrow().tables().size());
          case UNCHANGED -> "nothing new, the release is unchanged";
          case HELD_BACK -> "not published: the errors above keep the old release in place";
          case NOT_PUBLISHED -> "not published: steps that were not chosen are stale";
          case FAILED, KILLED -> "failed, nothing published";
        });
    err.flush();
  }

  @Override
  public void hookFailed(Notice notice) {
    err.printf("%s %s: %s%n", notice.code(), notice.place(), notice.message());
    err.flush();
  }

  private static String counts(StepResult result) {
    if (result.counts() != null) {
      return result.counts();
    }
    StringBuilder text = new StringBuilder();
    append(text, result.read(), "read");
    append(text, result.written(), "written");
    append(text, result.unchanged(), "unchanged");
    append(text, result.rejected(), "rejected");
    return text.isEmpty() ? "nothing to do" : text.toString();
  }

  private static void append(StringBuilder text, long count, String what) {
    if (count > 0) {
      text.append(text.isEmpty() ? "" : ", ").append("%,d %s".formatted(count, what));
    }
  }

  private static long count(List<Notice> notices, Severity severity) {
    return notices.stream().filter(notice -> notice.severity() == severity).count();
  }
}
