package org.carbonbook.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the machine says of a lake that cannot be written becomes a message with a remedy. */
class FailureTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "rename destination file:/lake/ops/x already exists. | the lake L cannot be written",
        "No space left on device | no space is left on the disk of the lake L",
        "Disk quota exceeded | the quota for the lake L is used up",
        "/l/x: Read-only file system | the lake L cannot be written: its file system is read-only",
        "/l/x: Operation not permitted | the lake L cannot be written: its folders",
        "/l/x (Permission denied) | the lake L cannot be written: give this user the right",
        "[DELTA_CANNOT_CREATE_LOG_PATH] Cannot create file:/l | the lake L cannot be written: no folder",
        "Mkdirs failed to create file:/l/x (exists=false) | the lake L cannot be written: no folder",
      })
  void aCauseAnywhereInTheChainIsReported(String cause, String reported) {
    Exception failure = new IllegalStateException("Job aborted.", new IOException(cause));
    assertThat(Failure.describe(failure, "L")).startsWith(reported).endsWith("then run again");
  }

  @Test
  void aMessageOfAnotherProgramIsCutAfterItsFirstLine() {
    Exception cause = new IllegalStateException("odd\nsecond line");
    cause.setStackTrace(
        new StackTraceElement[] {new StackTraceElement("org.apache.spark.X", "y", "X.scala", 1)});
    Exception failure = new IllegalStateException("Job aborted.", cause);
    assertThat(Failure.describe(failure, "L")).isEqualTo("odd");
  }

  @Test
  void aMessageOfCarbonbookKeepsItsRemedy() {
    Exception failure = new IllegalStateException("the log is broken\nrestore it\nno third line");
    assertThat(Failure.describe(failure, "L")).isEqualTo("the log is broken\nrestore it");
  }
}
