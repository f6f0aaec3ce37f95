package org.carbonbook.serve.access;

import static java.nio.charset.StandardCharsets.UTF_8;

import at.favre.lib.crypto.bcrypt.BCrypt;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The users of {@code serve}: a file with a line {@code name:role:hash} each. Passwords are there
 * as bcrypt hashes only.
 */
public final class Users {

  private static final int COST = 12;
  private static final int MIN_PASSWORD = 10;
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._@-]{0,63}");
  private static final Set<PosixFilePermission> PRIVATE =
      EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
  private static final char[] NOBODY =
      BCrypt.withDefaults().hashToChar(COST, "nobody has this password".toCharArray());

  private final Path file;
  private final Map<String, User> users;

  /** One line of the file. */
  record User(String name, String role, String hash) {}

  private Users(Path file, Map<String, User> users) {
    this.file = file;
    this.users = users;
  }

  /**
   * Reads the file; no users when it is not there.
   *
   * @throws IllegalArgumentException when others than its owner may read or change it, or a line is
   *     none
   */
  public static Users read(Path file) {
    Map<String, User> users = new LinkedHashMap<>();
    if (Files.exists(file)) {
      requirePrivate(file);
      try {
        for (String line : Files.readAllLines(file, UTF_8)) {
          if (!line.isBlank() && !line.startsWith("#")) {
            User user = parse(file, line);
            users.put(user.name(), user);
          }
        }
      } catch (IOException e) {
        throw new UncheckedIOException("cannot read the users " + file, e);
      }
    }
    return new Users(file, users);
  }

  /** The names, with the role of each. */
  public Map<String, String> roles() {
    Map<String, String> roles = new LinkedHashMap<>();
    users.values().forEach(user -> roles.put(user.name(), user.role()));
    return roles;
  }

  /** The role of a user whose password this is. A wrong name takes as long as a wrong password. */
  public Optional<String> verify(String name, String password) {
    User user = users.get(name);
    char[] hash = user == null ? NOBODY : user.hash().toCharArray();
    boolean right = BCrypt.verifyer().verify(password.toCharArray(), hash).verified;
    return right && user != null ? Optional.of(user.role()) : Optional.empty();
  }

  /**
   * Adds a user, or changes the password and role of a user.
   *
   * @throws IllegalArgumentException when the name or the password is not valid
   */
  public void put(String name, String role, char[] password) {
    if (!NAME.matcher(name).matches() || !NAME.matcher(role).matches()) {
      throw new IllegalArgumentException(
          "a name is made of letters, digits and . _ @ -: " + name + ", " + role);
    }
    if (password.length < MIN_PASSWORD) {
      throw new IllegalArgumentException(
          "the password has %d characters, the minimum is %d"
              .formatted(password.length, MIN_PASSWORD));
    }
    users.put(name, new User(name, role, hash(password)));
    write();
  }

  /**
   * Removes a user.
   *
   * @throws IllegalArgumentException when there is no user of that name
   */
  public void remove(String name) {
    if (users.remove(name) == null) {
      throw new IllegalArgumentException("no user " + name + " in " + file);
    }
    write();
  }

  private static String hash(char[] password) {
    try {
      return BCrypt.withDefaults().hashToString(COST, password);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("the password has more than 71 bytes", e);
    }
  }

  private void write() {
    List<String> lines = new ArrayList<>();
    users.values().forEach(u -> lines.add("%s:%s:%s".formatted(u.name(), u.role(), u.hash())));
    Path folder = file.toAbsolutePath().getParent();
    try {
      Path whole =
          isPosix()
              ? Files.createTempFile(
                  folder, ".users", "", PosixFilePermissions.asFileAttribute(PRIVATE))
              : Files.createTempFile(folder, ".users", "");
      Files.write(whole, lines, UTF_8);
      Files.move(whole, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write the users " + file, e);
    }
  }

  private static User parse(Path file, String line) {
    String[] parts = line.split(":", -1);
    if (parts.length != 3 || !parts[2].startsWith("$2")) {
      throw new IllegalArgumentException(
          file + ": a line is name:role:hash, as carbonbook users add writes it");
    }
    return new User(parts[0], parts[1], parts[2]);
  }

  private static void requirePrivate(Path file) {
    try {
      if (isPosix() && !PRIVATE.containsAll(Files.getPosixFilePermissions(file))) {
        throw new IllegalArgumentException(
            "%s can be read by others than its owner: chmod 600 %s".formatted(file, file));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the users " + file, e);
    }
  }

  private static boolean isPosix() {
    return FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
  }
}
