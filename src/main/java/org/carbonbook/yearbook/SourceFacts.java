package org.carbonbook.yearbook;

import java.io.Serializable;

/**
 * What is known about a file beside its bytes, from its sidecar or its folder.
 *
 * @param publisher who published it
 * @param edition which edition it belongs to, e.g. {@code CESY 2008}
 * @param region the region's code or name, null when the sidecar names none
 * @param year the year the figures are about, null when the sidecar names none
 */
public record SourceFacts(String publisher, String edition, String region, Integer year)
    implements Serializable {

  /** Facts without hints on region and year. */
  public static SourceFacts of(String publisher, String edition) {
    return new SourceFacts(publisher, edition, null, null);
  }
}
