package org.carbonbook.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the machine says of a lake that cannot be written becomes a line with a remedy. */
class FailureTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "No space left on device | no space is left on the disk of the lake L",
        "Disk quota exceeded | the quota for the lake L is used up",
        "/l/x: Read-only file system | the lake L cannot be written: its file system is read-only",
        "/l/x: Operation not permitted | the lake L cannot be written: its folders",
        "/l/x (Permission denied) | the lake L cannot be written: give this user the right",
        "[DELTA_CANNOT_CREATE_LOG_PATH] Cannot create file:/l | the lake L cannot be written: no folder",
        "Mkdirs failed to create file:/l/x (exists=false) | the lake L cannot be written: no folder",
      })
  void aCauseAnywhereInTheChainIsTold(String cause, String told) {
    Exception failure = new IllegalStateException("Job aborted.", new IOException(cause));
    assertThat(Failure.describe(failure, "L")).startsWith(told).endsWith("then run again");
  }

  @Test
  void ofAnotherCauseTheFirstLineIsTold() {
    Exception failure =
        new IllegalStateException("Job aborted.", new IllegalStateException("odd\nsecond line"));
    assertThat(Failure.describe(failure, "L")).isEqualTo("odd");
  }
}
