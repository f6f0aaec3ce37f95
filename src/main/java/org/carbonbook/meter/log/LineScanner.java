package org.carbonbook.meter.log;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.zip.ZipException;

/** Finds the lines of a stream in a buffer that is reused. */
final class LineScanner {

  private static final int BUFFER = 1 << 18;

  private final InputStream in;
  private final byte lineEnd;
  byte[] text = new byte[BUFFER];
  int from;
  int to;
  private int next;
  private int filled;
  private long base;
  private boolean ended;
  boolean terminated;
  IOException broken;

  /**
   * @param base where the stream begins in the file
   * @param lineEnd the last byte of a line: a line feed, or a carriage return in files without any
   */
  LineScanner(InputStream in, long base, byte lineEnd) {
    this.in = in;
    this.lineEnd = lineEnd;
    this.base = base;
  }

  /** Where the next line begins in the file. */
  long position() {
    return base + next;
  }

  boolean next() throws IOException {
    int scan = next;
    byte end = lineEnd;
    while (true) {
      while (scan < filled && text[scan] != end) {
        scan++;
      }
      if (scan < filled || (ended && next < filled)) {
        from = next;
        to = scan;
        terminated = scan < filled;
        next = Math.min(scan + 1, filled);
        if (to > from && text[to - 1] == '\r') {
          to--;
        }
        return true;
      }
      if (ended) {
        return false;
      }
      scan -= next;
      fill();
    }
  }

  /** Throws the cause when a compressed file ends early, after its complete lines were read. */
  void requireWhole() throws IOException {
    if (broken != null) {
      throw broken;
    }
  }

  private void fill() throws IOException {
    if (next > 0) {
      System.arraycopy(text, next, text, 0, filled - next);
      base += next;
      filled -= next;
      next = 0;
    }
    if (filled == text.length) {
      text = Arrays.copyOf(text, text.length * 2);
    }
    int read = -1;
    try {
      read = in.read(text, filled, text.length - filled);
    } catch (EOFException | ZipException e) {
      broken = e;
    }
    if (read < 0) {
      ended = true;
    } else {
      filled += read;
    }
  }
}
