package org.carbonbook.factor.file;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.carbonbook.conf.ConfTable;
import org.carbonbook.factor.value.Validity;

/**
 * Reads CSV files of {@code conf/} with mandatory comments above the header: {@code # title},
 * {@code # source}, {@code # units}, {@code # valid: from..to} and {@code # kind}. A fault is a
 * notice with file and line; the other rows are read.
 */
public final class FactorFileReader {

  private static final List<String> COMMENTS = List.of("title", "source", "units", "valid", "kind");
  private static final String ALL_YEARS = "all years";

  private final Path confDir;
  private final FactorFindings findings;

  public FactorFileReader(Path confDir, FactorFindings findings) {
    this.confDir = confDir;
    this.findings = findings;
  }

  /** The table of {@code conf/<path>}, or nothing when the file cannot be read as one. */
  public Optional<FactorFile> read(String path) {
    return ConfTable.read(confDir.resolve(path), "conf/" + path, findings::add).map(this::file);
  }

  private FactorFile file(ConfTable table) {
    Validity valid = lintComments(table.file(), table.comments());
    List<FactorRow> rows = table.rows().stream().map(row -> new FactorRow(row, findings)).toList();
    String name = table.file().substring(table.file().lastIndexOf('/') + 1);
    return new FactorFile(
        name.replaceFirst("\\.csv$", ""),
        table.file(),
        table.comments().getOrDefault("kind", ""),
        table.comments().getOrDefault("source", ""),
        valid,
        table.columns(),
        rows);
  }

  private Validity lintComments(String file, Map<String, String> comments) {
    for (String key : COMMENTS) {
      if (comments.getOrDefault(key, "").isEmpty()) {
        findings.add(
            FactorNotice.FACTOR_HEADER_MISSING,
            file,
            "no '# " + key + ": …' line",
            "add the line '# " + key + ": …' above the header");
      }
    }
    String valid = comments.getOrDefault("valid", "");
    if (valid.isEmpty() || valid.equals(ALL_YEARS)) {
      return Validity.ALWAYS;
    }
    Optional<Validity> parsed = Validity.parse(valid);
    if (parsed.isEmpty()) {
      findings.add(
          FactorNotice.FACTOR_VALIDITY_MALFORMED,
          file,
          "# valid: " + valid,
          "write '# valid: 1990..2020' with one end omitted where it is open, or 'all years'");
    }
    return parsed.orElse(Validity.ALWAYS);
  }
}
