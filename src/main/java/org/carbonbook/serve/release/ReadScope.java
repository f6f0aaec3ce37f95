package org.carbonbook.serve.release;

import java.util.Optional;
import java.util.function.Supplier;
import org.carbonbook.serve.access.Access;

/**
 * The part of one release that the current statement of this thread may read. All tables of a
 * statement come from the release that it began with.
 *
 * @param shown the release
 * @param access what the reader's role allows
 */
public record ReadScope(ShownRelease shown, Access access) {

  private static final ThreadLocal<ReadScope> CURRENT = new ThreadLocal<>();

  /** Runs some work for which the catalog shows this release to this reader. */
  public <T> T during(Supplier<T> work) {
    ReadScope before = CURRENT.get();
    CURRENT.set(this);
    try {
      return work.get();
    } finally {
      if (before == null) {
        CURRENT.remove();
      } else {
        CURRENT.set(before);
      }
    }
  }

  /** The scope of the current thread; empty outside of a statement, where nothing may be read. */
  public static Optional<ReadScope> find() {
    return Optional.ofNullable(CURRENT.get());
  }

  /** Whether the reader may see a table. */
  public boolean sees(ShownTable table) {
    return access.sees(table.name(), table.columnNames());
  }
}
