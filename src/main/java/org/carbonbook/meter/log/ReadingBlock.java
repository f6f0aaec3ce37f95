package org.carbonbook.meter.log;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.function.IntPredicate;

/**
 * Readings of one meter in the order of one part of a file, packed into bytes. Shuffling some
 * thousand blocks costs a fraction of shuffling their millions of rows.
 */
public final class ReadingBlock {

  /** The mark of a reading that the source calls estimated. */
  public static final byte ESTIMATED = 1;

  /** The mark of a stamp that is an instant; without it a stamp is local time. */
  public static final byte INSTANT = 2;

  /**
   * The mark of a stamp without a value, or with one that the source calls invalid: it withdraws
   * what arrived for the stamp in earlier runs.
   */
  public static final byte WITHDRAWN = 16;

  /** The mark of a stamp later than when the lake first saw the file, until that is judged. */
  static final byte FUTURE = 8;

  private static final int FIRST = 256;
  private static final int HEADER = 4 + 1 + 8 + 4 + 1;

  public long[] seconds = new long[FIRST];
  public long[] values = new long[FIRST];
  public byte[] marks = new byte[FIRST];
  public int[] lengths;
  public int size;

  public void add(long second, long value, byte mark) {
    if (size == seconds.length) {
      grow(size * 2);
    }
    seconds[size] = second;
    values[size] = value;
    marks[size] = mark;
    size++;
  }

  public void add(long second, long value, byte mark, int length) {
    add(second, value, mark);
    if (lengths == null) {
      lengths = new int[seconds.length];
    } else if (lengths.length < seconds.length) {
      lengths = Arrays.copyOf(lengths, seconds.length);
    }
    lengths[size - 1] = length;
  }

  private void grow(int capacity) {
    seconds = Arrays.copyOf(seconds, capacity);
    values = Arrays.copyOf(values, capacity);
    marks = Arrays.copyOf(marks, capacity);
  }

  public byte[] pack() {
    boolean regular = isRegular();
    boolean uniform = isUniform();
    int bytes =
        HEADER
            + (regular ? 0 : size * 8)
            + size * 8
            + (uniform ? 0 : size)
            + (lengths == null ? 0 : size * 4);
    ByteBuffer out = ByteBuffer.allocate(bytes);
    int flags = (regular ? 1 : 0) | (uniform ? 2 : 0) | (lengths == null ? 0 : 4);
    out.putInt(size).put((byte) flags).putLong(seconds[0]);
    out.putInt(regular && size > 1 ? (int) (seconds[1] - seconds[0]) : 0).put(marks[0]);
    if (!regular) {
      out.asLongBuffer().put(seconds, 0, size);
      out.position(out.position() + size * 8);
    }
    out.asLongBuffer().put(values, 0, size);
    out.position(out.position() + size * 8);
    if (!uniform) {
      out.put(marks, 0, size);
    }
    if (lengths != null) {
      out.asIntBuffer().put(lengths, 0, size);
    }
    return out.array();
  }

  /** Keeps the readings whose index a test accepts, in their order. */
  void retain(IntPredicate kept) {
    int into = 0;
    for (int i = 0; i < size; i++) {
      if (kept.test(i)) {
        seconds[into] = seconds[i];
        values[into] = values[i];
        marks[into] = marks[i];
        if (lengths != null) {
          lengths[into] = lengths[i];
        }
        into++;
      }
    }
    size = into;
  }

  /** Whether any stamp withdraws a reading. */
  public boolean holdsWithdrawn() {
    for (int i = 0; i < size; i++) {
      if ((marks[i] & WITHDRAWN) != 0) {
        return true;
      }
    }
    return false;
  }

  /** The same readings, the last first. */
  public ReadingBlock reversed() {
    ReadingBlock other = new ReadingBlock();
    for (int i = size - 1; i >= 0; i--) {
      if (lengths == null) {
        other.add(seconds[i], values[i], marks[i]);
      } else {
        other.add(seconds[i], values[i], marks[i], lengths[i]);
      }
    }
    return other;
  }

  /** The smallest stamp, as received. */
  public long firstS() {
    return Arrays.stream(seconds, 0, size).min().orElse(Long.MAX_VALUE);
  }

  /** Adds the readings of a packed block to this one. */
  public void append(byte[] packed) {
    ByteBuffer in = ByteBuffer.wrap(packed);
    int count = in.getInt();
    int flags = in.get();
    long first = in.getLong();
    int step = in.getInt();
    byte mark = in.get();
    if (size + count > seconds.length) {
      grow(Math.max(size + count, size * 2));
    }
    if ((flags & 1) != 0) {
      for (int i = 0; i < count; i++) {
        seconds[size + i] = first + (long) step * i;
      }
    } else {
      in.asLongBuffer().get(seconds, size, count);
      in.position(in.position() + count * 8);
    }
    in.asLongBuffer().get(values, size, count);
    in.position(in.position() + count * 8);
    if ((flags & 2) != 0) {
      Arrays.fill(marks, size, size + count, mark);
    } else {
      in.get(marks, size, count);
    }
    if ((flags & 4) != 0 || lengths != null) {
      lengths = lengths == null ? new int[seconds.length] : Arrays.copyOf(lengths, seconds.length);
      if ((flags & 4) != 0) {
        in.asIntBuffer().get(lengths, size, count);
      }
    }
    size += count;
  }

  private boolean isRegular() {
    long step = size > 1 ? seconds[1] - seconds[0] : 0;
    if (step < Integer.MIN_VALUE || step > Integer.MAX_VALUE) {
      return false;
    }
    for (int i = 1; i < size; i++) {
      if (seconds[i] - seconds[i - 1] != step) {
        return false;
      }
    }
    return true;
  }

  private boolean isUniform() {
    for (int i = 1; i < size; i++) {
      if (marks[i] != marks[0]) {
        return false;
      }
    }
    return true;
  }
}
