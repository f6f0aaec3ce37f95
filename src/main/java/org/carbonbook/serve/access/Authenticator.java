package org.carbonbook.serve.access;

import java.util.Optional;

/** Decides who may log in. */
public interface Authenticator {

  /**
   * Checks a name and a password.
   *
   * @param address where the caller is, for the limit of failed logins and for the log
   * @return nothing when the caller may not come in, whatever the reason
   */
  Optional<Login> login(String user, String password, String address);
}
