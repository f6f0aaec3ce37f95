package org.carbonbook.export;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.carbonbook.conf.ConfYaml;

/**
 * The settings of exports: the file {@code export.yaml} of the configuration.
 *
 * @param dataPackage the description of a Data Package
 * @param postgresql who may read in PostgreSQL
 */
public record ExportSettings(About dataPackage, Postgresql postgresql) {

  private static final String FILE = "export.yaml";

  /**
   * The descriptive metadata of a Data Package.
   *
   * @param name the name of the package, in small letters
   * @param zh its title in Chinese
   * @param en its title in English
   * @param licences under which the release may be used; each has name, title and path
   */
  public record About(String name, String zh, String en, List<Map<String, String>> licences) {}

  /**
   * Who may read in PostgreSQL.
   *
   * @param grants patterns of the tables that each role may read
   */
  public record Postgresql(Map<String, List<String>> grants) {}

  /**
   * Reads the file of a configuration folder.
   *
   * @throws IllegalArgumentException in one line with the file and the line
   */
  public static ExportSettings read(Path conf) {
    Path file = conf.resolve(FILE);
    ExportSettings settings = ConfYaml.read(file, ExportSettings.class);
    if (settings.dataPackage == null
        || settings.postgresql == null
        || settings.postgresql.grants == null) {
      throw new IllegalArgumentException(
          file + ": data_package or postgresql with grants is missing; give both");
    }
    return settings;
  }
}
