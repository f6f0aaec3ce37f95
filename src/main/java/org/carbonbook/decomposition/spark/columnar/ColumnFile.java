package org.carbonbook.decomposition.spark.columnar;

import java.io.Closeable;
import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.parquet.column.ParquetProperties;
import org.apache.parquet.compression.CompressionCodecFactory.BytesInputCompressor;
import org.apache.parquet.hadoop.CodecFactory;
import org.apache.parquet.hadoop.ParquetFileWriter;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.hadoop.util.HadoopOutputFile;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.carbonbook.catalyst.ParquetSchemas;

/**
 * A Parquet file written column by column. Spark's own writer splits rows value by value, which
 * takes longer than the decomposition itself. Here, a column of numbers stays one array from its
 * computation to its compression. Files are plain Parquet with Snappy and Spark's schema.
 */
public final class ColumnFile implements Closeable {

  /** Rows of a row group: a page of a column of doubles is then one megabyte. */
  private static final int ROWS_PER_GROUP = 128 * 1024;

  private static final String SPARK_SCHEMA = "org.apache.spark.sql.parquet.row.metadata";

  private final ParquetFileWriter writer;
  private final CodecFactory codecs;
  private final BytesInputCompressor codec;
  private final ColumnWriter[] columns;
  private final Map<String, String> metadata;
  private int rows;

  /**
   * Opens a new file.
   *
   * @param schema columns of types that {@link #takes} has
   */
  public ColumnFile(Path file, StructType schema, Configuration configuration) throws IOException {
    MessageType message = ParquetSchemas.of(schema);
    this.columns =
        message.getColumns().stream()
            .map(
                c -> {
                  PrimitiveType type = c.getPrimitiveType();
                  return switch (type.getPrimitiveTypeName()) {
                    case DOUBLE -> new DoubleColumnWriter(c);
                    case INT32, INT64 -> new LongColumnWriter(c);
                    case BINARY -> new TextColumnWriter(c);
                    default -> throw new IllegalArgumentException("no column of type " + type);
                  };
                })
            .toArray(ColumnWriter[]::new);
    this.metadata = Map.of(SPARK_SCHEMA, schema.json());
    this.codecs = new CodecFactory(configuration, ParquetWriter.DEFAULT_PAGE_SIZE);
    this.codec = codecs.getCompressor(CompressionCodecName.SNAPPY);
    this.writer =
        new ParquetFileWriter(
            HadoopOutputFile.fromPath(file, configuration),
            message,
            ParquetFileWriter.Mode.OVERWRITE,
            ParquetWriter.DEFAULT_BLOCK_SIZE,
            ParquetWriter.MAX_PADDING_SIZE_DEFAULT,
            ParquetProperties.DEFAULT_COLUMN_INDEX_TRUNCATE_LENGTH,
            ParquetProperties.DEFAULT_STATISTICS_TRUNCATE_LENGTH,
            ParquetProperties.DEFAULT_PAGE_WRITE_CHECKSUM_ENABLED);
    writer.start();
  }

  /** Whether all columns are of types that can be written: numbers and text. */
  public static boolean takes(StructType schema) {
    return Arrays.stream(schema.fields()).map(StructField::dataType).allMatch(ColumnFile::takes);
  }

  private static boolean takes(DataType type) {
    return type.equals(DataTypes.DoubleType)
        || type.equals(DataTypes.LongType)
        || type.equals(DataTypes.IntegerType)
        || type.equals(DataTypes.StringType);
  }

  /** A column, by its place in the schema. */
  public ColumnWriter column(int at) {
    return columns[at];
  }

  /** Ends a row. Every column must have received exactly one value or null. */
  public void endRow() throws IOException {
    if (++rows == ROWS_PER_GROUP) {
      flush();
    }
  }

  private void flush() throws IOException {
    if (rows > 0) {
      writer.startBlock(rows);
      for (ColumnWriter column : columns) {
        column.flush(writer, codec);
      }
      writer.endBlock();
      rows = 0;
    }
  }

  @Override
  public void close() throws IOException {
    flush();
    writer.end(metadata);
    codecs.release();
  }
}
