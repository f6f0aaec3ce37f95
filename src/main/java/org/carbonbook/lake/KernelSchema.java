package org.carbonbook.lake;

import io.delta.kernel.internal.types.DataTypeJsonSerDe;
import io.delta.kernel.types.StructType;

/** A table's columns in Delta Kernel's types, with their comments. */
final class KernelSchema {

  private KernelSchema() {}

  /** Both Spark and Kernel read the JSON in which Delta logs keep a schema. */
  static StructType of(TableDefinition definition) {
    return DataTypeJsonSerDe.deserializeStructType(definition.schema().json());
  }
}
