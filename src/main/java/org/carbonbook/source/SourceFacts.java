package org.carbonbook.source;

import java.util.function.Consumer;
import org.carbonbook.conf.ConfFault;
import org.carbonbook.conf.ConfYaml;
import org.carbonbook.lake.Origin;

/**
 * The facts that a sidecar states about a file: in {@code <name>.source.yaml}, or for a whole
 * folder in {@code source.yaml}. Every key is optional.
 *
 * @param kind what the file is; its extension when nothing is stated
 * @param publisher who published it
 * @param edition the edition its figures belong to, e.g. {@code China Energy Statistical Yearbook
 *     2008}
 * @param citation how to cite it
 * @param licence under which terms it may be used
 * @param region the region it is about, if the file itself does not state it
 * @param year the year it is about, if the file itself does not state it
 * @param origin how its figures came to be, a text of {@link Origin}; printed when nothing is
 *     stated
 */
record SourceFacts(
    String kind,
    String publisher,
    String edition,
    String citation,
    String licence,
    String region,
    Integer year,
    String origin) {

  /** Nothing is stated. */
  public static final SourceFacts NONE =
      new SourceFacts(null, null, null, null, null, null, null, null);

  /** Checks the origin. */
  public SourceFacts {
    if (origin != null) {
      Origin.of(origin);
    }
  }

  /** Reads a sidecar; nothing is stated when it has a fault, which is reported. */
  static SourceFacts parse(String name, byte[] sidecar, Consumer<ConfFault> faults) {
    return ConfYaml.parse(name, sidecar, SourceFacts.class, faults).orElse(NONE);
  }

  /** These facts, and those of a wider place where nothing is stated here. */
  SourceFacts or(SourceFacts wider) {
    return new SourceFacts(
        first(kind, wider.kind),
        first(publisher, wider.publisher),
        first(edition, wider.edition),
        first(citation, wider.citation),
        first(licence, wider.licence),
        first(region, wider.region),
        first(year, wider.year),
        first(origin, wider.origin));
  }

  private static <T> T first(T near, T far) {
    return near == null ? far : near;
  }
}
