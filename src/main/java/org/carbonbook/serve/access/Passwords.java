package org.carbonbook.serve.access;

import java.util.Optional;

/** Where names and passwords are checked: a file of users, or a directory. */
public interface Passwords {

  /**
   * Checks a password, however long that takes.
   *
   * @return the user's role; nothing when the name or the password is wrong
   * @throws UnreachableException when it cannot be said who comes in
   */
  Optional<String> verify(String user, String password);

  /** The role of a user whose password was right a moment ago; nothing when it must be checked. */
  default Optional<String> findRemembered(String user, String password) {
    return Optional.empty();
  }

  /** The name under which logins are counted and logged, the same for all ways to write it. */
  default String nameOf(String user) {
    return user;
  }

  /** How many passwords may be checked at once. */
  int atOnce();

  /** Nobody can say now whether a password is right. */
  final class UnreachableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnreachableException(String message, Throwable cause) {
      super(message, cause);
    }
  }
}
