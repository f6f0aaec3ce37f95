package org.carbonbook.serve;

import java.nio.file.Path;
import org.carbonbook.serve.access.Users;

/**
 * The options of {@code serve}.
 *
 * @param host the address to listen on
 * @param port the port; 0 for any free one
 * @param healthPort the port for health and readiness, or null
 * @param open whether every user of this machine may read, without a password
 * @param release the release to show, or null for the current one
 */
public record ServeOptions(
    String host, int port, Integer healthPort, boolean open, String release) {

  /**
   * Checks that not everybody could read.
   *
   * @throws IllegalArgumentException with what is missing
   */
  void requireClosed(ServeSettings settings) {
    boolean loopback = ServePort.isLoopback(host);
    if (open && !loopback) {
      throw new IllegalArgumentException(
          "--open is for this machine only, and %s is reachable from outside: leave --open away and add users"
              .formatted(host));
    }
    if (!loopback && settings.findTls().isEmpty()) {
      throw new IllegalArgumentException(
          "%s is reachable from outside, and passwords would cross the network in the clear: set tls in serve.yaml"
              .formatted(host));
    }
    if (!open
        && settings.findLdap().isEmpty()
        && Users.read(Path.of(settings.users())).roles().isEmpty()) {
      throw new IllegalArgumentException(
          "there are no users in %s: carbonbook users add NAME, or --open to let in everybody on this machine"
              .formatted(settings.users()));
    }
  }
}
