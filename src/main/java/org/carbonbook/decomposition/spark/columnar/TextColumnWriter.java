package org.carbonbook.decomposition.spark.columnar;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.bytes.BytesUtils;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.Encoding;
import org.apache.parquet.column.page.DictionaryPage;
import org.apache.parquet.column.statistics.Statistics;
import org.apache.parquet.column.values.rle.RunLengthBitPackingHybridEncoder;
import org.apache.parquet.compression.CompressionCodecFactory.BytesInputCompressor;
import org.apache.parquet.hadoop.ParquetFileWriter;
import org.apache.parquet.io.api.Binary;

/** Text by a dictionary of the row group: names of groups and factors repeat on many rows. */
final class TextColumnWriter extends ColumnWriter {

  private static final int START = 1024;

  private final Map<Binary, Integer> numbers = new HashMap<>();
  private ByteBuffer dictionary = littleEndian();
  private int[] rows = new int[START];
  private int count;
  private byte[] last;
  private int lastNumber;

  TextColumnWriter(ColumnDescriptor descriptor) {
    super(descriptor);
  }

  @Override
  public void addText(byte[] value) {
    countValue();
    if (last == null || !Arrays.equals(last, value)) {
      lastNumber = numbers.computeIfAbsent(Binary.fromConstantByteArray(value), this::added);
      last = value;
    }
    if (count == rows.length) {
      rows = Arrays.copyOf(rows, 2 * count);
    }
    rows[count++] = lastNumber;
  }

  private int added(Binary value) {
    byte[] text = value.getBytesUnsafe();
    dictionary = room(dictionary, Integer.BYTES + text.length).putInt(text.length).put(text);
    return numbers.size();
  }

  @Override
  void describe(Statistics<?> statistics) {
    numbers.keySet().forEach(statistics::updateStats);
  }

  @Override
  void writeDictionary(ParquetFileWriter writer, BytesInputCompressor codec) throws IOException {
    BytesInput entries = filled(dictionary);
    writer.writeDictionaryPage(
        new DictionaryPage(
            codec.compress(entries), dictionary.position(), numbers.size(), Encoding.PLAIN));
  }

  @Override
  BytesInput values() throws IOException {
    int width = Math.max(1, BytesUtils.getWidthFromMaxInt(Math.max(0, numbers.size() - 1)));
    RunLengthBitPackingHybridEncoder encoder =
        new RunLengthBitPackingHybridEncoder(width, 4 * START, 64 * START, HEAP);
    for (int i = 0; i < count; i++) {
      encoder.writeInt(rows[i]);
    }
    BytesInput packed = BytesInput.copy(encoder.toBytes());
    encoder.close();
    return BytesInput.concat(BytesInput.from(new byte[] {(byte) width}), packed);
  }

  @Override
  Encoding encoding() {
    return Encoding.RLE_DICTIONARY;
  }

  @Override
  void clear() {
    numbers.clear();
    dictionary.clear();
    count = 0;
    last = null;
  }
}
