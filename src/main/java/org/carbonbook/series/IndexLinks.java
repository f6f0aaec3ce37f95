package org.carbonbook.series;

import java.io.Serializable;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.carbonbook.conf.ConfRow;
import org.carbonbook.conf.ConfTable;

/**
 * Which index of another publication holds for the values of a publication: {@code
 * conf/industry/links.csv}. Without a line there, values and index are of one publication.
 */
record IndexLinks(Map<Link, String> publications) implements Serializable {

  private record Link(String valuePublication, String index) implements Serializable {}

  /**
   * Reads the file.
   *
   * @throws IllegalArgumentException with file and line, when a line is not usable or there twice
   */
  static IndexLinks read(Path file) {
    Map<Link, String> publications = new HashMap<>();
    for (ConfRow line : ConfTable.read(file).rows()) {
      Link link = new Link(line.filled("value_publication"), line.filled("index"));
      line.filled("reason");
      if (publications.putIfAbsent(link, line.filled("index_publication")) != null) {
        throw new IllegalArgumentException(
            "%s: %s of %s is linked twice; keep one of the lines"
                .formatted(line.place(), link.index(), link.valuePublication()));
      }
    }
    return new IndexLinks(publications);
  }

  /** The publication whose index holds for the values of a publication. */
  Optional<String> findIndexPublication(String valuePublication, String index) {
    return Optional.ofNullable(publications.get(new Link(valuePublication, index)));
  }
}
