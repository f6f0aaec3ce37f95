package org.carbonbook.lake;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.carbonbook.conf.ConfYaml;

/**
 * The definition of a table of the lake: its name, grain, columns with zh and en comments, and the
 * lineage of its figures. Tables that steps write are defined in the resources {@code
 * tables/<name>.yaml}; marts carry the same dictionary in the header of their SQL.
 *
 * @param table the name with its layer, e.g. {@code core.observation}
 * @param zh what one row is, in Chinese
 * @param en what one row is, in English
 * @param key the columns that name a row
 * @param partitionBy the columns that the files are laid out by; empty for small tables
 * @param columns all columns, in order
 * @param cite the columns that say in words where a row comes from; {@code trace} prints them
 * @param cited the row of another table that says more of where a row comes from, or null
 * @param lineage how columns follow from other rows, by column
 * @param question the question that a mart answers, or null
 * @param method the document that explains how its figures are made, or null
 */
public record TableDefinition(
    String table,
    String zh,
    String en,
    List<String> key,
    List<String> partitionBy,
    List<ColumnDefinition> columns,
    List<String> cite,
    Lineage.Source cited,
    Map<String, Lineage> lineage,
    Question question,
    String method) {

  /**
   * The question of a reader that a mart answers.
   *
   * @param zh the question in Chinese
   * @param en the question in English
   */
  public record Question(String zh, String en) {}

  /** Steps that work in units have a table each, named after them; all have one shape. */
  private static final String WORK_UNITS = "ops.work_unit";

  private static final Map<String, TableDefinition> DEFINED = new ConcurrentHashMap<>();

  /** A table without a document about its method. */
  public TableDefinition(
      String table,
      String zh,
      String en,
      List<String> key,
      List<String> partitionBy,
      List<ColumnDefinition> columns,
      List<String> cite,
      Lineage.Source cited,
      Map<String, Lineage> lineage,
      Question question) {
    this(table, zh, en, key, partitionBy, columns, cite, cited, lineage, question, null);
  }

  public TableDefinition {
    key = key == null ? List.of() : List.copyOf(key);
    partitionBy = partitionBy == null ? List.of() : List.copyOf(partitionBy);
    columns = List.copyOf(columns);
    cite = cite == null ? List.of() : List.copyOf(cite);
    lineage = lineage == null ? Map.of() : new LinkedHashMap<>(lineage);
  }

  /**
   * The definition of a table that a step writes.
   *
   * @throws IllegalArgumentException when no such table is defined
   */
  public static TableDefinition getDefinition(String table) {
    return findDefinition(table)
        .orElseThrow(() -> new IllegalArgumentException("no table is defined as " + table));
  }

  /** The definition of a table that a step writes, if there is one. */
  public static Optional<TableDefinition> findDefinition(String table) {
    TableDefinition known = DEFINED.get(table);
    if (known != null) {
      return Optional.of(known);
    }
    Optional<TableDefinition> loaded = load(table);
    loaded.ifPresent(definition -> DEFINED.put(table, definition));
    return loaded;
  }

  private static Optional<TableDefinition> load(String table) {
    if (table.startsWith(WORK_UNITS + "_")) {
      return findDefinition(WORK_UNITS).map(shape -> shape.named(table));
    }
    ClassLoader loader =
        Optional.ofNullable(Thread.currentThread().getContextClassLoader())
            .orElseGet(TableDefinition.class::getClassLoader);
    String file = "tables/" + table + ".yaml";
    try (InputStream yaml = loader.getResourceAsStream(file)) {
      return yaml == null
          ? Optional.empty()
          : Optional.of(parse(file, new String(yaml.readAllBytes(), UTF_8)));
    } catch (IOException e) {
      throw new UncheckedIOException(file + ": " + e.getMessage(), e);
    }
  }

  /** The same shape under another name. */
  private TableDefinition named(String name) {
    return new TableDefinition(
        name, zh, en, key, partitionBy, columns, cite, cited, lineage, question, method);
  }

  /**
   * Reads a definition from its YAML text.
   *
   * @param file the file that contains the text, as messages name it
   * @throws IllegalArgumentException in one line with file, line, key and remedy
   */
  public static TableDefinition parse(String file, String yaml) {
    return ConfYaml.parse(file, yaml, TableDefinition.class);
  }

  /** The Spark schema, with the comments in it. */
  public StructType schema() {
    return new StructType(
        columns.stream().map(ColumnDefinition::field).toArray(StructField[]::new));
  }

  /** The names of the columns, in order. */
  public String[] columnNames() {
    return columns.stream().map(ColumnDefinition::name).toArray(String[]::new);
  }

  /** The comment on the table: Chinese, then English. */
  public String comment() {
    return zh + " / " + en;
  }

  /** A digest of everything the dictionary says, as hexadecimal digits. */
  public String digest() {
    return new Digest().add(toString()).hex();
  }
}
