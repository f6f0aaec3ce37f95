package org.carbonbook.serve.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Guessing passwords: few are checked, whoever is guessed and from wherever. */
class GuardTest {

  private final AtomicInteger checked = new AtomicInteger();
  private Instant now = Instant.parse("2026-01-01T00:00:00Z");

  private final Guard guard =
      new Guard(
          new Passwords() {
            @Override
            public Optional<String> verify(String user, String password) {
              checked.incrementAndGet();
              return password.equals("right") ? Optional.of("analyst") : Optional.empty();
            }

            @Override
            public int atOnce() {
              return 1;
            }
          },
          Map.of("analyst", Access.all()),
          new Audit(null),
          new Clock() {
            @Override
            public java.time.ZoneId getZone() {
              return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(java.time.ZoneId zone) {
              return this;
            }

            @Override
            public Instant instant() {
              return now;
            }
          });

  @Test
  void tenThousandLoginsAMinuteCheckTwentyPasswords() {
    for (int i = 0; i < 10_000; i++) {
      assertThat(guard.login("user" + i, "wrong", "10.0.0.1")).isEmpty();
    }
    assertThat(checked).hasValue(20);
    assertThat(guard.login("ana", "right", "10.0.0.1")).as("from the same address").isEmpty();
    assertThat(guard.login("ana", "right", "10.0.0.2")).as("from another address").isPresent();
    now = now.plus(Duration.ofMinutes(6));
    assertThat(guard.login("ana", "right", "10.0.0.1")).as("later").isPresent();
  }

  @Test
  void aNameIsGuessedFiveTimesFromAnywhere() {
    for (int i = 0; i < 1_000; i++) {
      assertThat(guard.login("ana", "wrong", "10.0." + i / 250 + "." + i % 250)).isEmpty();
    }
    assertThat(checked).hasValue(5);
  }
}
