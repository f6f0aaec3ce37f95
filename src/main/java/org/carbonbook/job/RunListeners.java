package org.carbonbook.job;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.carbonbook.mart.Release;
import org.carbonbook.notice.Notice;
import org.carbonbook.step.StepResult;

/** Passes events on to several listeners, in their order. */
record RunListeners(List<RunListener> listeners) implements RunListener {

  @Override
  public void started(RunRecord run) {
    listeners.forEach(listener -> listener.started(run));
  }

  @Override
  public void planned(Map<String, Double> expectedSeconds) {
    listeners.forEach(listener -> listener.planned(expectedSeconds));
  }

  @Override
  public void stepStarted(String step, int place, int count, double expectedSeconds) {
    listeners.forEach(listener -> listener.stepStarted(step, place, count, expectedSeconds));
  }

  @Override
  public void stepFresh(String step, int place, int count) {
    listeners.forEach(listener -> listener.stepFresh(step, place, count));
  }

  @Override
  public void stepDone(String step, StepResult result, double seconds) {
    listeners.forEach(listener -> listener.stepDone(step, result, seconds));
  }

  @Override
  public void stepFailed(String step, RuntimeException error) {
    listeners.forEach(listener -> listener.stepFailed(step, error));
  }

  @Override
  public void partLoaded(BackfillReport.Part part, int place, int count) {
    listeners.forEach(listener -> listener.partLoaded(part, place, count));
  }

  @Override
  public void notices(List<Notice> notices) {
    listeners.forEach(listener -> listener.notices(notices));
  }

  @Override
  public void released(RunOutcome outcome, Optional<Release> release) {
    listeners.forEach(listener -> listener.released(outcome, release));
  }

  @Override
  public void ended(RunRecord run) {
    listeners.forEach(listener -> listener.ended(run));
  }

  @Override
  public void hookFailed(Notice notice) {
    listeners.forEach(listener -> listener.hookFailed(notice));
  }
}
