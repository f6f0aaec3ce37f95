package org.carbonbook.serve.release;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.catalyst.analysis.NoSuchNamespaceException;
import org.apache.spark.sql.catalyst.analysis.NoSuchTableException;
import org.apache.spark.sql.connector.catalog.Identifier;
import org.apache.spark.sql.connector.catalog.NamespaceChange;
import org.apache.spark.sql.connector.catalog.SupportsNamespaces;
import org.apache.spark.sql.connector.catalog.Table;
import org.apache.spark.sql.connector.catalog.TableCatalog;
import org.apache.spark.sql.connector.catalog.TableChange;
import org.apache.spark.sql.connector.expressions.Transform;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.sql.util.CaseInsensitiveStringMap;

/**
 * The only catalog with tables that a reader's session has: the release of the current statement
 * ({@link ReadScope}), limited to what the reader's role allows. It cannot change anything.
 */
public final class ReleaseCatalog implements TableCatalog, SupportsNamespaces {

  /** The name of the catalog in sessions. */
  public static final String NAME = "carbonbook";

  /** The schema that names without one are looked up in. */
  public static final String DEFAULT_SCHEMA = "mart";

  @Override
  public void initialize(String name, CaseInsensitiveStringMap options) {
    // Everything comes with the statement.
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String[] defaultNamespace() {
    return new String[] {DEFAULT_SCHEMA};
  }

  @Override
  public Identifier[] listTables(String[] namespace) throws NoSuchNamespaceException {
    requireSchema(namespace);
    String schema = namespace[0].toLowerCase(Locale.ROOT);
    return ReadScope.find().stream()
        .flatMap(
            reading ->
                reading.shown().tables().values().stream()
                    .filter(table -> table.schemaName().equals(schema))
                    .filter(reading::sees))
        .map(table -> Identifier.of(new String[] {schema}, table.tableName()))
        .toArray(Identifier[]::new);
  }

  @Override
  public Table loadTable(Identifier name) throws NoSuchTableException {
    return find(name).orElseThrow(() -> new NoSuchTableException(name));
  }

  @Override
  public Table loadTable(Identifier name, String version) {
    throw new UnsupportedOperationException("only the release that is shown can be read");
  }

  @Override
  public Table loadTable(Identifier name, long timestamp) {
    throw new UnsupportedOperationException("only the release that is shown can be read");
  }

  @Override
  public String[][] listNamespaces() {
    return ReadScope.find().stream()
        .flatMap(
            reading ->
                reading.shown().tables().values().stream()
                    .filter(reading::sees)
                    .map(ShownTable::schemaName))
        .distinct()
        .map(schema -> new String[] {schema})
        .toArray(String[][]::new);
  }

  @Override
  public String[][] listNamespaces(String[] namespace) throws NoSuchNamespaceException {
    if (namespace.length == 0) {
      return listNamespaces();
    }
    requireSchema(namespace);
    return new String[0][];
  }

  @Override
  public Map<String, String> loadNamespaceMetadata(String[] namespace)
      throws NoSuchNamespaceException {
    requireSchema(namespace);
    return Map.of();
  }

  @Override
  @SuppressWarnings("deprecation") // Spark's interface still asks for it.
  public Table createTable(
      Identifier name, StructType schema, Transform[] partitions, Map<String, String> properties) {
    throw readOnly();
  }

  @Override
  public Table alterTable(Identifier name, TableChange... changes) {
    throw readOnly();
  }

  @Override
  public boolean dropTable(Identifier name) {
    throw readOnly();
  }

  @Override
  public void renameTable(Identifier from, Identifier to) {
    throw readOnly();
  }

  @Override
  public void createNamespace(String[] namespace, Map<String, String> metadata) {
    throw readOnly();
  }

  @Override
  public void alterNamespace(String[] namespace, NamespaceChange... changes) {
    throw readOnly();
  }

  @Override
  public boolean dropNamespace(String[] namespace, boolean cascade) {
    throw readOnly();
  }

  private static Optional<ShownTable> find(Identifier name) {
    return name.namespace().length != 1
        ? Optional.empty()
        : ReadScope.find()
            .flatMap(
                reading ->
                    reading
                        .shown()
                        .findTable(name.namespace()[0], name.name())
                        .filter(reading::sees));
  }

  private void requireSchema(String[] namespace) throws NoSuchNamespaceException {
    String schema = namespace.length == 1 ? namespace[0].toLowerCase(Locale.ROOT) : "";
    for (String[] known : listNamespaces()) {
      if (known[0].equals(schema)) {
        return;
      }
    }
    throw new NoSuchNamespaceException(namespace);
  }

  private static UnsupportedOperationException readOnly() {
    return new UnsupportedOperationException("releases are read only");
  }
}
