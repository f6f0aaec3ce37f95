package org.carbonbook.decomposition.panel;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Collects rows into the binary form of a {@link RowBatch}. */
final class RowBatchWriter {

  private ByteBuffer buffer = ByteBuffer.allocate(2048);
  private int rows;

  RowBatchWriter(int input) {
    buffer.putInt(input).putInt(0);
  }

  /** Starts a row; its time is a whole number, text, or null where it has none. */
  void start(Object time) {
    rows++;
    if (time instanceof Long number) {
      room(9).put(RowBatch.NUMBER).putLong(number);
    } else if (time == null) {
      room(1).put(RowBatch.NONE);
    } else {
      room(1).put(RowBatch.TEXT);
      text(time.toString());
    }
  }

  void text(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    room(4 + bytes.length).putInt(bytes.length).put(bytes);
  }

  void value(double value) {
    room(8).putLong(Double.doubleToRawLongBits(value));
  }

  byte[] toBytes() {
    byte[] bytes = new byte[buffer.position()];
    buffer.putInt(4, rows);
    System.arraycopy(buffer.array(), 0, bytes, 0, bytes.length);
    return bytes;
  }

  private ByteBuffer room(int bytes) {
    if (buffer.remaining() < bytes) {
      int size = Math.max(2 * buffer.capacity(), buffer.position() + bytes);
      ByteBuffer larger = ByteBuffer.allocate(size);
      buffer.flip();
      larger.put(buffer);
      buffer = larger;
    }
    return buffer;
  }
}
