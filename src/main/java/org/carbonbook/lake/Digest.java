package org.carbonbook.lake;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A SHA-256 over parts. The length of each part is included, so that different parts cannot give
 * the same input.
 */
public final class Digest {

  private final MessageDigest sha256;

  public Digest() {
    sha256 = sha256();
  }

  /** SHA-256 over plain bytes, for the content of one file. */
  public static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("this Java has no SHA-256", e);
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

  /** The digest as 64 hexadecimal digits; a later part starts a new digest. */
  public String hex() {
    return HexFormat.of().formatHex(sha256.digest());
  }
}
