package org.carbonbook.export;

import java.io.IOException;
import java.sql.SQLException;
import java.util.Optional;

/** One kind of files that tables are written to. */
interface FileSink extends AutoCloseable {

  /** How many rows of a table an earlier call has written already, if it has the table whole. */
  Optional<Long> findRows(ExportTable table);

  /**
   * Writes a table.
   *
   * @return how many rows
   */
  long write(ExportTable table) throws IOException, SQLException;

  /** Makes what was written the target. */
  void becomeTarget() throws IOException, SQLException;

  @Override
  default void close() throws IOException, SQLException {}
}
