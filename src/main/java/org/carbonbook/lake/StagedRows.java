package org.carbonbook.lake;

import java.util.List;

/** Rows that are written as files but are not part of a table yet: see {@link LakeTable#stage}. */
public final class StagedRows {

  private final TableDefinition definition;
  private final List<DataFile> written;

  StagedRows(TableDefinition definition, List<DataFile> written) {
    this.definition = definition;
    this.written = List.copyOf(written);
  }

  TableDefinition definition() {
    return definition;
  }

  List<DataFile> written() {
    return written;
  }
}
