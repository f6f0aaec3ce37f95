package org.carbonbook.mart;

import java.nio.file.Path;
import java.util.List;
import org.carbonbook.lake.TableDefinition;

/**
 * One mart: a SQL file of {@code conf/marts}. Its leading comment is the dictionary (the same YAML
 * as of any table), the rest is one SELECT over tables of the lake.
 *
 * @param file the file's name
 * @param definition name, grain, columns with zh and en comments, lineage
 * @param sql the SELECT
 */
public record MartDefinition(String file, TableDefinition definition, String sql) {

  /** All marts of a configuration folder, by file name. */
  public static List<MartDefinition> listMarts(Path conf) {
    return SqlFile.list(conf.resolve("marts")).stream().map(MartDefinition::read).toList();
  }

  private static MartDefinition read(Path file) {
    return define(file.toString(), file.getFileName().toString(), SqlFile.read(file));
  }

  static MartDefinition parse(String file, String text) {
    return define(file, file, SqlFile.split(text));
  }

  private static MartDefinition define(String place, String file, SqlFile parts) {
    return new MartDefinition(file, TableDefinition.parse(place, parts.header()), parts.sql());
  }

  /** The mart's table, e.g. {@code mart.carbon_footprint}. */
  public String table() {
    return definition.table();
  }

  /** The tables of the lake that the SELECT reads. */
  List<String> reads() {
    return NewestTables.readBy(sql);
  }
}
