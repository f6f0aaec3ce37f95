package org.carbonbook.job;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.InetAddress;
import java.time.Instant;

/**
 * Who holds a lake.
 *
 * @param what the command that holds the lock
 * @param host the machine
 * @param pid the process there
 * @param since when it took the lake, UTC
 */
record LockHolder(String what, String host, long pid, String since) {

  /** A holder that did not live to say who it is. */
  static final LockHolder UNKNOWN = new LockHolder("a run", "an unknown host", 0, "unknown");

  private static final ObjectMapper JSON = new ObjectMapper();

  static LockHolder me(String what) {
    return new LockHolder(
        what, hostName(), ProcessHandle.current().pid(), Instant.now().toString());
  }

  static LockHolder parse(byte[] json) {
    try {
      return JSON.readValue(json, LockHolder.class);
    } catch (IOException e) {
      return UNKNOWN;
    }
  }

  static String hostName() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (IOException e) {
      return "localhost";
    }
  }

  /** Whether it is or was a process of this machine. */
  boolean isHere() {
    return host.equals(hostName());
  }

  byte[] json() throws IOException {
    return JSON.writeValueAsBytes(this);
  }
}
