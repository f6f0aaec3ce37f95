package org.carbonbook.decomposition.spark.columnar;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.apache.parquet.bytes.ByteBufferAllocator;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.bytes.BytesUtils;
import org.apache.parquet.bytes.HeapByteBufferAllocator;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.Encoding;
import org.apache.parquet.column.statistics.Statistics;
import org.apache.parquet.column.values.rle.RunLengthBitPackingHybridEncoder;
import org.apache.parquet.compression.CompressionCodecFactory.BytesInputCompressor;
import org.apache.parquet.hadoop.ParquetFileWriter;

/**
 * The values of one column in the row group that is being filled. Each row adds one value or none.
 */
public abstract class ColumnWriter {

  static final ByteBufferAllocator HEAP = new HeapByteBufferAllocator();
  private static final int SLAB = 64 * 1024;

  private final ColumnDescriptor descriptor;
  private boolean[] present = new boolean[0];
  private int rows;
  private int nulls;

  ColumnWriter(ColumnDescriptor descriptor) {
    this.descriptor = descriptor;
  }

  static ByteBuffer room(ByteBuffer buffer, int bytes) {
    if (buffer.remaining() >= bytes) {
      return buffer;
    }
    int size = Math.max(2 * buffer.capacity(), buffer.position() + bytes);
    ByteBuffer larger = ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    buffer.flip();
    return larger.put(buffer);
  }

  /** What has been put into a buffer. */
  static BytesInput filled(ByteBuffer buffer) {
    return BytesInput.from(buffer.duplicate().flip());
  }

  static ByteBuffer littleEndian() {
    return ByteBuffer.allocate(SLAB).order(ByteOrder.LITTLE_ENDIAN);
  }

  /** Adds a null. */
  public void addNull() {
    if (nulls < rows) {
      mark(false);
    }
    nulls++;
    rows++;
  }

  /** The row has a value, which is added to the others. */
  void countValue() {
    if (nulls > 0) {
      mark(true);
    }
    rows++;
  }

  /** Says of a row whether it has a value, and of those before it, which until here were alike. */
  private void mark(boolean isPresent) {
    boolean alike = nulls == 0 || nulls == rows;
    if (rows >= present.length) {
      present = Arrays.copyOf(present, Math.max(1024, 2 * rows));
    }
    if (alike) {
      Arrays.fill(present, 0, rows, nulls == 0);
    }
    present[rows] = isPresent;
  }

  /** Adds a number. */
  public void addDouble(double value) {
    throw new UnsupportedOperationException(descriptor + " takes no double");
  }

  /** Adds a whole number. */
  public void addLong(long value) {
    throw new UnsupportedOperationException(descriptor + " takes no whole number");
  }

  /** Adds text, as UTF-8. */
  public void addText(byte[] value) {
    throw new UnsupportedOperationException(descriptor + " takes no text");
  }

  /** Writes the rows as one page and starts the next. */
  final void flush(ParquetFileWriter writer, BytesInputCompressor codec) throws IOException {
    writer.startColumn(descriptor, rows, codec.getCodecName());
    writeDictionary(writer, codec);
    BytesInput page = BytesInput.concat(levels(), values());
    Statistics<?> statistics = Statistics.createStats(descriptor.getPrimitiveType());
    statistics.incrementNumNulls(nulls);
    describe(statistics);
    writer.writeDataPage(
        rows,
        Math.toIntExact(page.size()),
        codec.compress(page),
        statistics,
        rows,
        Encoding.RLE,
        Encoding.RLE,
        encoding());
    writer.endColumn();
    rows = 0;
    nulls = 0;
    clear();
  }

  /** Definition levels, one run where all or nothing is missing; a required column has none. */
  private BytesInput levels() throws IOException {
    if (descriptor.getMaxDefinitionLevel() == 0) {
      return BytesInput.empty();
    }
    BytesInput levels;
    if (nulls == 0 || nulls == rows) {
      byte[] level = {(byte) (nulls == 0 ? 1 : 0)};
      levels = BytesInput.concat(BytesInput.fromUnsignedVarInt(rows << 1), BytesInput.from(level));
    } else {
      RunLengthBitPackingHybridEncoder encoder =
          new RunLengthBitPackingHybridEncoder(1, SLAB, SLAB, HEAP);
      for (int r = 0; r < rows; r++) {
        encoder.writeInt(present[r] ? 1 : 0);
      }
      levels = BytesInput.copy(encoder.toBytes());
      encoder.close();
    }
    return BytesInput.concat(
        BytesInput.from(BytesUtils.intToBytes(Math.toIntExact(levels.size()))), levels);
  }

  /** The values as the page stores them. */
  abstract BytesInput values() throws IOException;

  /** The encoding of the values in the page. */
  abstract Encoding encoding();

  /**
   * Tells the smallest and the largest value, if there is any. Readers take a page of which neither
   * is known for one without values, and pass over it.
   */
  abstract void describe(Statistics<?> statistics);

  void writeDictionary(ParquetFileWriter writer, BytesInputCompressor codec) throws IOException {
    // Most columns have none.
  }

  abstract void clear();
}
