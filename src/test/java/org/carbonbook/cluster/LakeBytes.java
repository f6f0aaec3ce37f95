package org.carbonbook.cluster;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocatedFileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RemoteIterator;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.metadata.BlockMetaData;
import org.apache.parquet.hadoop.metadata.ColumnChunkMetaData;
import org.apache.parquet.hadoop.metadata.ParquetMetadata;
import org.apache.parquet.hadoop.util.HadoopInputFile;
import org.carbonbook.lake.Digest;

/**
 * The digests of the data files of each table of a lake, whatever the files are called: all bytes
 * before the footer, and all that the footer says. In what order a footer lists the encodings of a
 * column follows from hashes that each JVM makes up, so their order alone is left out.
 *
 * @param tables digests by table, sorted
 */
public record LakeBytes(SortedMap<String, List<String>> tables) {

  private static final int TAIL = 8;

  /** The marts of a lake that was filled by one run. */
  public static LakeBytes ofMarts(java.nio.file.Path lake) throws IOException {
    return ofMarts(new Path(lake.toUri()), new Configuration());
  }

  /** The marts of a lake on any file system. */
  public static LakeBytes ofMarts(Path lake, Configuration hadoop) throws IOException {
    SortedMap<String, List<String>> tables = new TreeMap<>();
    FileSystem files = lake.getFileSystem(hadoop);
    RemoteIterator<LocatedFileStatus> all = files.listFiles(new Path(lake, "mart"), true);
    while (all.hasNext()) {
      Path file = all.next().getPath();
      if (file.getName().endsWith(".parquet") && !file.toString().contains("_delta_log")) {
        tables
            .computeIfAbsent(table(lake, file), table -> new ArrayList<>())
            .add(digest(files, file, hadoop));
      }
    }
    tables.values().forEach(Collections::sort);
    return new LakeBytes(tables);
  }

  /** The table that a file belongs to, however deep below the table's folder it is. */
  private static String table(Path lake, Path file) {
    Path marts = new Path(lake, "mart");
    Path folder = file.getParent();
    while (!folder.getParent().getName().equals(marts.getName())) {
      folder = folder.getParent();
    }
    return folder.getName();
  }

  private static String digest(FileSystem files, Path file, Configuration hadoop)
      throws IOException {
    try (InputStream in = files.open(file);
        ParquetFileReader reader = ParquetFileReader.open(HadoopInputFile.fromPath(file, hadoop))) {
      byte[] bytes = in.readAllBytes();
      int footer =
          ByteBuffer.wrap(bytes, bytes.length - TAIL, TAIL).order(ByteOrder.LITTLE_ENDIAN).getInt();
      byte[] pages = Arrays.copyOf(bytes, bytes.length - TAIL - footer);
      return new Digest().add(pages).add(said(reader.getFooter())).hex();
    }
  }

  private static String said(ParquetMetadata footer) {
    StringBuilder text = new StringBuilder();
    text.append(footer.getFileMetaData().getSchema());
    text.append(footer.getFileMetaData().getCreatedBy());
    text.append(new TreeMap<>(footer.getFileMetaData().getKeyValueMetaData()));
    for (BlockMetaData block : footer.getBlocks()) {
      text.append(block.getRowCount()).append(' ').append(block.getStartingPos());
      for (ColumnChunkMetaData column : block.getColumns()) {
        text.append(column.getPath())
            .append(column.getCodec())
            .append(new TreeSet<>(column.getEncodings()))
            .append(column.getStatistics())
            .append(column.getValueCount())
            .append(' ')
            .append(column.getTotalSize());
      }
    }
    return text.toString();
  }
}
