package org.carbonbook.step;

import java.util.List;
import java.util.ServiceLoader;
import org.carbonbook.notice.NoticeCode;

/**
 * What one domain brings to carbonbook. A domain is one package with one class that implements this
 * interface and is named in {@code META-INF/services/org.carbonbook.step.Domain}; no other file
 * needs to be changed.
 */
public interface Domain {

  /** The domain's name, which is the name of its package. */
  String name();

  /** The steps that jobs can name. */
  default List<Step> steps(Configuration configuration) {
    return List.of();
  }

  /** The kinds of findings that the domain's steps report. */
  default List<? extends NoticeCode> notices() {
    return List.of();
  }

  /** The kinds of input files that the domain reads; formats in {@code conf/formats} name them. */
  default List<InputKind> inputs() {
    return List.of();
  }

  /** Commands for the command line: objects annotated as picocli commands. */
  default List<Object> commands() {
    return List.of();
  }

  /** All domains on the class path, by name. */
  static List<Domain> list() {
    return ServiceLoader.load(Domain.class).stream()
        .map(ServiceLoader.Provider::get)
        .sorted(java.util.Comparator.comparing(Domain::name))
        .toList();
  }
}
