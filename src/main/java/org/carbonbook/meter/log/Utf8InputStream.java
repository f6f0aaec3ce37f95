package org.carbonbook.meter.log;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;

/** A text in another encoding, as UTF-8 bytes. */
final class Utf8InputStream extends InputStream {
  private final InputStreamReader reader;
  private byte[] bytes = new byte[0];
  private int at;

  Utf8InputStream(InputStreamReader reader) {
    this.reader = reader;
  }

  @Override
  public int read() throws IOException {
    if (at == bytes.length && !refill()) {
      return -1;
    }
    return bytes[at++] & 0xFF;
  }

  @Override
  public int read(byte[] into, int from, int length) throws IOException {
    if (at == bytes.length && !refill()) {
      return -1;
    }
    int count = Math.min(length, bytes.length - at);
    System.arraycopy(bytes, at, into, from, count);
    at += count;
    return count;
  }

  private boolean refill() throws IOException {
    char[] chars = new char[8192];
    int count = reader.read(chars);
    at = 0;
    bytes = count < 0 ? new byte[0] : new String(chars, 0, count).getBytes(StandardCharsets.UTF_8);
    return count > 0;
  }

  @Override
  public void close() throws IOException {
    reader.close();
  }
}
