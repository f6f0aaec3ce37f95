package org.carbonbook.yearbook.layout;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.carbonbook.conf.ConfYaml;

/** The layouts of a folder, one YAML file each. */
public final class LayoutFiles {

  private LayoutFiles() {}

  /**
   * All layouts of a folder, by file name.
   *
   * @throws IllegalArgumentException naming file and line when a file does not fit
   */
  public static List<Layout> load(Path folder) throws IOException {
    try (Stream<Path> listed = Files.list(folder)) {
      return listed
          .filter(file -> file.toString().endsWith(".yaml"))
          .sorted()
          .map(file -> ConfYaml.read(file, Layout.class))
          .toList();
    }
  }
}
