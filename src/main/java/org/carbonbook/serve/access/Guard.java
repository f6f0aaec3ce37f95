package org.carbonbook.serve.access;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;

/**
 * Accepts users with the right password. Failed logins are limited by name and by address, whatever
 * checks the passwords, and each login is recorded in the audit log.
 */
public final class Guard implements Authenticator {

  private static final Logger LOG = LogManager.getLogger("org.carbonbook.serve");
  private static final int MAX_FAILED = 5;
  private static final Duration WINDOW = Duration.ofMinutes(5);

  private final Passwords passwords;
  private final Map<String, Access> roles;
  private final Audit audit;
  private final Clock clock;
  private final Semaphore checking;
  private final Map<String, Failures> failed = BoundedMap.create();

  private record Failures(int count, Instant since) {}

  /**
   * @param passwords who the users are
   * @param roles what each role allows
   */
  public Guard(Passwords passwords, Map<String, Access> roles, Audit audit, Clock clock) {
    this.passwords = passwords;
    this.roles = new HashMap<>(roles);
    this.audit = audit;
    this.clock = clock;
    this.checking = new Semaphore(passwords.atOnce(), true);
  }

  @Override
  public Optional<Login> login(String user, String password, String address) {
    String name = passwords.nameOf(user);
    if (isBlocked(name) || isBlocked("@" + address)) {
      audit.login(name, address, "too many failed");
      return Optional.empty();
    }
    try {
      Optional<Login> login =
          role(name, password, address).map(roles::get).map(access -> new Login(name, access));
      audit.login(name, address, login.isPresent() ? "in" : "failed");
      note(name, address, login.isPresent());
      return login;
    } catch (Passwords.UnreachableException e) {
      // Nobody's fault who logs in: it is not counted.
      LOG.warn("{}: {}", e.getMessage(), e.getCause().getMessage());
      audit.login(name, address, "not checked: " + e.getMessage());
      return Optional.empty();
    }
  }

  private Optional<String> role(String name, String password, String address) {
    Optional<String> remembered = passwords.findRemembered(name, password);
    if (remembered.isPresent()) {
      return remembered;
    }
    checking.acquireUninterruptibly();
    try {
      // Other logins may have failed while this one waited.
      return isBlocked(name) || isBlocked("@" + address)
          ? Optional.empty()
          : passwords.verify(name, password);
    } finally {
      checking.release();
    }
  }

  private synchronized boolean isBlocked(String who) {
    Failures failures = failed.get(who);
    return failures != null
        && failures.since().plus(WINDOW).isAfter(clock.instant())
        && failures.count() >= (who.startsWith("@") ? 4 * MAX_FAILED : MAX_FAILED);
  }

  private synchronized void note(String user, String address, boolean in) {
    if (in) {
      failed.remove(user);
      return;
    }
    Instant now = clock.instant();
    for (String who : new String[] {user, "@" + address}) {
      failed.merge(
          who,
          new Failures(1, now),
          (before, first) ->
              before.since().plus(WINDOW).isAfter(now)
                  ? new Failures(before.count() + 1, before.since())
                  : first);
    }
  }
}
