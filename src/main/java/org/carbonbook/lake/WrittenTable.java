package org.carbonbook.lake;

import io.delta.kernel.Snapshot;
import io.delta.kernel.defaults.engine.DefaultEngine;
import io.delta.kernel.engine.Engine;
import io.delta.kernel.internal.SnapshotImpl;
import io.delta.kernel.internal.TableImpl;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;

/**
 * A Delta table during one write. Its log is read once: the check of the columns, the files to
 * remove and the transaction all follow from the same snapshot.
 */
final class WrittenTable extends TableImpl {

  private final TableLog log;
  private final Engine engine;
  private final boolean exists;
  private SnapshotImpl newest;

  WrittenTable(TableLog log, Configuration hadoop) {
    super(log.location(), System::currentTimeMillis);
    this.log = log;
    this.engine = DefaultEngine.create(hadoop);
    this.exists = log.findVersion().isPresent();
  }

  /** Reads the log when it is first asked for, and never again. */
  @Override
  public Snapshot getLatestSnapshot(Engine reader) {
    if (newest == null) {
      newest = log.reading(() -> (SnapshotImpl) super.getLatestSnapshot(reader));
    }
    return newest;
  }

  /** The version that is written on; nothing when the write creates the table. */
  Optional<TableSnapshot> findSnapshot() {
    return exists
        ? Optional.of(new TableSnapshot(log, engine, (SnapshotImpl) getLatestSnapshot(engine)))
        : Optional.empty();
  }

  /** The engine that reads and writes the log. */
  Engine engine() {
    return engine;
  }
}
