package org.carbonbook.factor.file;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.carbonbook.factor.value.Validity;

/**
 * Reads the CSV files of {@code conf/}: comment lines {@code # title: …}, {@code # source: …},
 * {@code # units: …}, {@code # valid: from..to}, {@code # kind: …} first, then a header and rows.
 * Whatever is wrong is a notice with file and line; the rows that can be read are read.
 */
public final class FactorCsv {
  private static final List<String> HEADERS = List.of("title", "source", "units", "valid", "kind");

  private static final String ALL_YEARS = "all years";

  private final Path confDir;
  private final FactorFindings findings;

  public FactorCsv(Path confDir, FactorFindings findings) {
    this.confDir = confDir;
    this.findings = findings;
  }

  /** The table of {@code conf/<path>}, or nothing when the file cannot be read as one. */
  public Optional<FactorTable> read(String path) {
    String file = "conf/" + path;
    return text(path, file).flatMap(text -> table(file, text));
  }

  private Optional<String> text(String path, String file) {
    try {
      ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(confDir.resolve(path)));
      String text = StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
      return Optional.of(text.startsWith("\uFEFF") ? text.substring(1) : text);
    } catch (CharacterCodingException e) {
      findings.add(
          FactorNotice.FACTOR_FILE_ENCODING,
          file,
          "bytes that are no UTF-8",
          "Save the file as UTF-8 (iconv -f gb18030 -t utf-8)");
    } catch (IOException e) {
      findings.add(
          FactorNotice.FACTOR_FILE_MISSING,
          file,
          e.getClass().getSimpleName() + ": " + e.getMessage(),
          "Restore the file, or take its name out of conf/factor-sets.yaml");
    }
    return Optional.empty();
  }

  private Optional<FactorTable> table(String file, String text) {
    List<String> lines = text.lines().toList();
    int commentLines = 0;
    Map<String, String> comments = new LinkedHashMap<>();
    while (commentLines < lines.size() && lines.get(commentLines).startsWith("#")) {
      addComment(comments, lines.get(commentLines));
      commentLines++;
    }
    Validity valid = lintComments(file, comments);
    String body = String.join("\n", lines.subList(commentLines, lines.size()));
    List<NumberedRecord> records = records(file, body, commentLines);
    if (records.isEmpty()) {
      findings.add(
          FactorNotice.FACTOR_COLUMN_MISSING,
          file,
          "no header line",
          "Add a header line with the columns' names below the comment lines");
      return Optional.empty();
    }
    List<String> header = records.get(0).record().stream().map(String::strip).toList();
    if (hasDuplicate(file, header)) {
      return Optional.empty();
    }
    List<FactorRow> rows = new ArrayList<>();
    for (NumberedRecord record : records.subList(1, records.size())) {
      row(file, header, record).ifPresent(rows::add);
    }
    String name = file.substring(file.lastIndexOf('/') + 1).replaceFirst("\\.csv$", "");
    return Optional.of(
        new FactorTable(
            name,
            file,
            comments.getOrDefault("kind", ""),
            comments.getOrDefault("title", ""),
            comments.getOrDefault("source", ""),
            valid,
            header,
            List.copyOf(rows)));
  }

  private static void addComment(Map<String, String> comments, String line) {
    String text = line.substring(1).strip();
    int colon = text.indexOf(':');
    if (colon > 0) {
      comments.putIfAbsent(text.substring(0, colon).strip(), text.substring(colon + 1).strip());
    }
  }

  private Validity lintComments(String file, Map<String, String> comments) {
    for (String key : HEADERS) {
      if (comments.getOrDefault(key, "").isEmpty()) {
        findings.add(
            FactorNotice.FACTOR_HEADER_MISSING,
            file,
            "no '# " + key + ": …' line",
            "Add the line '# " + key + ": …' above the header");
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
          "Write '# valid: 1990..2020' with an end left out where it is open, or 'all years'");
    }
    return parsed.orElse(Validity.ALWAYS);
  }

  private List<NumberedRecord> records(String file, String body, int commentLines) {
    CSVFormat format = CSVFormat.RFC4180.builder().setIgnoreEmptyLines(false).get();
    List<NumberedRecord> records = new ArrayList<>();
    int line = commentLines + 1;
    try (CSVParser parser = CSVParser.parse(new StringReader(body), format)) {
      Iterator<CSVRecord> iterator = parser.iterator();
      while (iterator.hasNext()) {
        CSVRecord record = iterator.next();
        if (!isBlank(record)) {
          records.add(new NumberedRecord(line, record));
        }
        line = commentLines + 1 + Math.toIntExact(parser.getCurrentLineNumber());
      }
    } catch (IOException | UncheckedIOException e) {
      findings.add(
          FactorNotice.FACTOR_ROW_RAGGED,
          file + ":" + line,
          String.valueOf(e.getMessage()),
          "Close the quotation mark; write \"\" for one inside a quoted cell");
    }
    return records;
  }

  private static boolean isBlank(CSVRecord record) {
    return record.stream().allMatch(String::isBlank);
  }

  private boolean hasDuplicate(String file, List<String> header) {
    Set<String> seen = new HashSet<>();
    List<String> twice = header.stream().filter(column -> !seen.add(column)).toList();
    for (String column : twice) {
      findings.add(
          FactorNotice.FACTOR_COLUMN_DUPLICATE,
          file,
          "column '" + column + "' occurs twice",
          "Rename or remove one of them");
    }
    return !twice.isEmpty();
  }

  private Optional<FactorRow> row(String file, List<String> header, NumberedRecord numbered) {
    CSVRecord record = numbered.record();
    if (record.size() != header.size()) {
      findings.add(
          FactorNotice.FACTOR_ROW_RAGGED,
          file + ":" + numbered.line(),
          record.size() + " cells under " + header.size() + " columns",
          "Quote cells that hold a comma");
      return Optional.empty();
    }
    Map<String, String> cells = new LinkedHashMap<>();
    for (int i = 0; i < header.size(); i++) {
      cells.put(header.get(i), record.get(i).strip());
    }
    return Optional.of(new FactorRow(file, numbered.line(), cells, findings));
  }

  private record NumberedRecord(int line, CSVRecord record) {}
}
