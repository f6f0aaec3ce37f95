package org.carbonbook.serve.access;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The passwords of a file of users. A check is slow on purpose, so only one runs at a time, and a
 * right password is cached for some minutes.
 */
public final class UserFile implements Passwords {

  private static final Duration REMEMBERED = Duration.ofMinutes(5);

  private final Path file;
  private final Clock clock;
  private final byte[] secret = new byte[32];
  private final Map<String, Instant> right = BoundedMap.create();
  private Users users;
  private FileTime readAt;

  /**
   * @param file the users; read again when it changed
   * @param roles the roles that there are
   * @throws IllegalArgumentException when a user has another role
   */
  public UserFile(Path file, Set<String> roles, Clock clock) {
    this.file = file;
    this.clock = clock;
    new SecureRandom().nextBytes(secret);
    users()
        .roles()
        .forEach(
            (user, role) -> {
              if (!roles.contains(role)) {
                throw new IllegalArgumentException(
                    "%s: user %s has the role %s, serve.yaml has %s"
                        .formatted(file, user, role, roles));
              }
            });
  }

  @Override
  public Optional<String> verify(String user, String password) {
    Users known = users();
    Optional<String> role = known.verify(user, password);
    synchronized (this) {
      role.ifPresent(found -> right.put(seal(user, found, password), clock.instant()));
    }
    return role;
  }

  @Override
  public synchronized Optional<String> findRemembered(String user, String password) {
    return Optional.ofNullable(users().roles().get(user))
        .filter(
            role -> {
              Instant since = right.get(seal(user, role, password));
              return since != null && since.plus(REMEMBERED).isAfter(clock.instant());
            });
  }

  @Override
  public int atOnce() {
    return 1;
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
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the users " + file, e);
    }
  }

  /** What is kept in place of a password: nobody can make it without this process's secret. */
  private String seal(String user, String role, String password) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret, "HmacSHA256"));
      String text = user + "\0" + role + "\0" + password;
      return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java has no HmacSHA256", e);
    }
  }
}
