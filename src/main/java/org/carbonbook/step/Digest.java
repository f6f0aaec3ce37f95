package org.carbonbook.step;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A SHA-256 over parts; each part counts with its length, so that parts cannot run together. */
public final class Digest {

  private final MessageDigest sha256;

  public Digest() {
    try {
      sha256 = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Adds a text. */
  public Digest add(String part) {
    return add(part.getBytes(StandardCharsets.UTF_8));
  }

  /** Adds bytes. */
  public Digest add(byte[] part) {
    sha256.update((part.length + ":").getBytes(StandardCharsets.US_ASCII));
    sha256.update(part);
    return this;
  }

  /** The digest as 64 hexadecimal digits; afterwards it starts anew. */
  public String hex() {
    return HexFormat.of().formatHex(sha256.digest());
  }
}
