package org.carbonbook.serve.access;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Lets in the users of a file. Failed logins of a name or from an address are limited; checking a
 * password is slow on purpose, so one is checked at a time, and a right one is remembered for some
 * minutes.
 */
public final class Guard implements Authenticator {

  private static final int MAX_FAILED = 5;
  private static final Duration WINDOW = Duration.ofMinutes(5);
  private static final int MAX_REMEMBERED = 10_000;

  private final Path file;
  private final Map<String, Access> roles;
  private final Audit audit;
  private final Clock clock;
  private final Semaphore checking = new Semaphore(1, true);
  private final byte[] secret = new byte[32];
  private final Map<String, Failures> failed = bounded();
  private final Map<String, Instant> right = bounded();
  private Users users;
  private FileTime readAt;

  private record Failures(int count, Instant since) {}

  /**
   * @param file the users; read again when it changed
   * @param roles what each role allows
   */
  public Guard(Path file, Map<String, Access> roles, Audit audit, Clock clock) {
    this.file = file;
    this.roles = new HashMap<>(roles);
    this.audit = audit;
    this.clock = clock;
    new SecureRandom().nextBytes(secret);
    users().roles().forEach(this::requireRole);
  }

  @Override
  public Optional<Login> login(String user, String password, String address) {
    if (isBlocked(user) || isBlocked("@" + address)) {
      audit.login(user, address, "too many failed");
      return Optional.empty();
    }
    Optional<Login> login =
        role(user, password).map(roles::get).map(access -> new Login(user, access));
    audit.login(user, address, login.isPresent() ? "in" : "failed");
    note(user, address, login.isPresent());
    return login;
  }

  private Optional<String> role(String user, String password) {
    Users known = users();
    String role = known.roles().get(user);
    String seal = seal(user + "\0" + role + "\0" + password);
    if (role != null && isRemembered(seal)) {
      return Optional.of(role);
    }
    checking.acquireUninterruptibly();
    try {
      // Another login may have failed for this name while this login waited.
      if (isBlocked(user)) {
        return Optional.empty();
      }
      Optional<String> verified = known.verify(user, password);
      synchronized (this) {
        verified.ifPresent(found -> right.put(seal, clock.instant()));
      }
      return verified;
    } finally {
      checking.release();
    }
  }

  private synchronized boolean isRemembered(String seal) {
    Instant since = right.get(seal);
    return since != null && since.plus(WINDOW).isAfter(clock.instant());
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

  /** The users as the file has them now; a changed file forgets what was remembered. */
  private synchronized Users users() {
    try {
      FileTime changed = Files.exists(file) ? Files.getLastModifiedTime(file) : null;
      if (users == null || (changed != null && !changed.equals(readAt))) {
        users = Users.read(file);
        readAt = changed;
        right.clear();
      }
      return users;
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException("cannot read the users " + file, e);
    }
  }

  private void requireRole(String user, String role) {
    if (!roles.containsKey(role)) {
      throw new IllegalArgumentException(
          "%s: user %s has the role %s, serve.yaml has %s"
              .formatted(file, user, role, roles.keySet()));
    }
  }

  private String seal(String text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret, "HmacSHA256"));
      return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java has no HmacSHA256", e);
    }
  }

  private static <V> Map<String, V> bounded() {
    return new LinkedHashMap<>() {
      private static final long serialVersionUID = 1L;

      @Override
      protected boolean removeEldestEntry(Map.Entry<String, V> eldest) {
        return size() > MAX_REMEMBERED;
      }
    };
  }
}
