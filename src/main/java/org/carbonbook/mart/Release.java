package org.carbonbook.mart;

import java.time.Instant;
import java.util.SortedMap;

/**
 * A named, immutable manifest: which version of each table people see together.
 *
 * @param id its name, e.g. {@code R3}
 * @param number its number, rising
 * @param tables version by table
 * @param kind publish or rollback
 * @param rollbackOf for a rollback, the release whose tables it shows again; else null
 * @param run the run that published it
 * @param publishedAt when
 */
public record Release(
    String id,
    long number,
    SortedMap<String, Long> tables,
    String kind,
    String rollbackOf,
    String run,
    Instant publishedAt) {

  boolean isRollback() {
    return "rollback".equals(kind);
  }
}
