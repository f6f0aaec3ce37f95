package org.carbonbook.notice;

import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.ServiceLoader;

/**
 * A form in which the notices of a lake are printed, for people or for another program. A report is
 * one public class that is named in {@code META-INF/services/org.carbonbook.notice.NoticeReport};
 * {@code carbonbook notices --format NAME} then offers it.
 */
public interface NoticeReport {

  /** The name that {@code --format} takes, in lower case. */
  String name();

  /**
   * Prints notices.
   *
   * @param notices the notices in force, in the order in which they are to appear
   * @throws IOException when the output cannot be written
   */
  void print(List<Notice> notices, Appendable out) throws IOException;

  /** All reports on the class path, by name. */
  static List<NoticeReport> list() {
    return ServiceLoader.load(NoticeReport.class).stream()
        .map(ServiceLoader.Provider::get)
        .sorted(Comparator.comparing(NoticeReport::name))
        .toList();
  }

  /**
   * A report by its name.
   *
   * @throws IllegalArgumentException that lists the reports there are
   */
  static NoticeReport get(String name) {
    List<NoticeReport> all = list();
    return all.stream()
        .filter(report -> report.name().equalsIgnoreCase(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "notices cannot be printed as '%s'; give one of %s"
                        .formatted(
                            name,
                            String.join(", ", all.stream().map(NoticeReport::name).toList()))));
  }
}
