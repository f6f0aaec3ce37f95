package org.carbonbook.export;

import java.util.Optional;
import java.util.function.Function;
import org.carbonbook.lake.TableDefinition;
import org.carbonbook.mart.ColumnUnits;

/**
 * The definitions and units of tables.
 *
 * @param definitions what a table is, by its name
 * @param units the units that names of columns say
 */
public record ExportDefinitions(
    Function<String, Optional<TableDefinition>> definitions, ColumnUnits units) {

  Optional<TableDefinition> definition(String table) {
    return definitions.apply(table);
  }
}
