package org.carbonbook.serve.protocol;

import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.hive.service.rpc.thrift.THandleIdentifier;

/** Names of sessions and operations: 32 random bytes that cannot be guessed. */
final class Handles {

  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int HALF = 16;
  private static final AtomicInteger NUMBERS = new AtomicInteger();

  private Handles() {}

  static THandleIdentifier next() {
    return new THandleIdentifier(bytes(), bytes());
  }

  /** A number for people, unique in this process. */
  static int number() {
    return NUMBERS.incrementAndGet();
  }

  private static ByteBuffer bytes() {
    byte[] bytes = new byte[HALF];
    RANDOM.nextBytes(bytes);
    return ByteBuffer.wrap(bytes);
  }
}
