package org.carbonbook.decomposition;

import java.nio.ByteBuffer;

/** Collects rows into the binary form of a {@link Chunk}. */
final class ChunkWriter {

  private ByteBuffer buffer = ByteBuffer.allocate(2048);
  private final int input;
  private int rows;

  ChunkWriter(int input) {
    this.input = input;
    clear();
  }

  void clear() {
    buffer.clear();
    rows = 0;
    buffer.putInt(input).putInt(0);
  }

  int rows() {
    return rows;
  }

  /** Starts a row without a time. */
  void startTimeless() {
    rows++;
    room(1).put(Chunk.NONE);
  }

  /** Starts a row. */
  void start(long time) {
    rows++;
    room(9).put(Chunk.NUMBER).putLong(time);
  }

  /** Starts a row. */
  void start(byte[] time) {
    rows++;
    room(5 + time.length).put(Chunk.TEXT).putInt(time.length).put(time);
  }

  void index(byte[] text) {
    room(4 + text.length).putInt(text.length).put(text);
  }

  void value(double value) {
    room(8).putDouble(value);
  }

  void valueBits(long bits) {
    room(8).putLong(bits);
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
