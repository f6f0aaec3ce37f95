package org.carbonbook.cluster;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocatedFileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RemoteIterator;
import org.carbonbook.step.Digest;

/**
 * The digests of the data files of each table of a lake, whatever the files are called.
 *
 * @param tables digests by table, sorted
 */
public record LakeBytes(SortedMap<String, List<String>> tables) {

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
        try (InputStream in = files.open(file)) {
          tables
              .computeIfAbsent(file.getParent().getName(), table -> new ArrayList<>())
              .add(new Digest().add(in.readAllBytes()).hex());
        }
      }
    }
    tables.values().forEach(Collections::sort);
    return new LakeBytes(tables);
  }
}
