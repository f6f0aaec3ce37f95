package org.carbonbook.yearbook.vocabulary;

import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.carbonbook.conf.ConfFault;
import org.carbonbook.conf.ConfRow;
import org.carbonbook.conf.ConfTable;
import org.carbonbook.conf.NearestNames;

/** The meaning of printed labels; one CSV file of {@code conf/crosswalks}. */
public final class Crosswalk implements Serializable {

  private static final String[] COLUMNS = {
    "label", "en", "scope", "use", "indicator", "sector", "item", "unit", "basis", "note"
  };

  private final String fileName;
  private final List<LabelMapping> mappings = new ArrayList<>();
  private final Map<String, LabelMapping> byChinese = new HashMap<>();
  private final Map<String, LabelMapping> byEnglish = new HashMap<>();

  private final List<Fault> faults = new ArrayList<>();
  private final Map<String, Fault> faultByLabel = new HashMap<>();

  /**
   * A line that is wrong and not used.
   *
   * @param place file and line
   * @param label the label that the line would map; null when the whole file is not used
   * @param message what is wrong
   */
  public record Fault(String place, String label, String message) implements Serializable {}

  private Crosswalk(String fileName) {
    this.fileName = fileName;
  }

  /**
   * Reads a crosswalk and checks its codes. A line that is wrong is a {@link Fault} and is not
   * used, so that it stops only the tables that print its label.
   */
  public static Crosswalk load(Path file, Vocabulary vocabulary) {
    Crosswalk crosswalk = new Crosswalk("conf/crosswalks/" + file.getFileName());
    Optional<ConfTable> table =
        ConfTable.read(file, crosswalk.fileName, fault -> crosswalk.add(fault, file));
    if (table.isPresent() && !table.get().columns().contains("label")) {
      crosswalk.addFault(new Fault(crosswalk.fileName + ":1", null, "it has no column label"));
      table = Optional.empty();
    }
    table.ifPresent(lines -> lines.rows().forEach(line -> crosswalk.add(line, vocabulary)));
    return crosswalk;
  }

  private void add(ConfRow line, Vocabulary vocabulary) {
    try {
      LabelMapping mapping = mapping(line);
      vocabulary.requireCodes(mapping, line.place());
      requireMeaning(mapping, line.place());
      add(mapping, line.place());
    } catch (IllegalArgumentException e) {
      String message = e.getMessage().replace(line.place() + ": ", "");
      addFault(new Fault(line.place(), cell(line, "label"), message));
    }
  }

  /** A fault of form; that of a single line is known by the label with which the line begins. */
  private void add(ConfFault fault, Path file) {
    boolean single = fault.kind() == ConfFault.Kind.RAGGED_ROW;
    String message = fault.message() + "; " + fault.kind().remedy();
    addFault(new Fault(fault.place(), single ? firstCell(fault.place(), file) : null, message));
  }

  private static String firstCell(String place, Path file) {
    int line = Integer.parseInt(place.substring(place.lastIndexOf(':') + 1));
    try {
      String text = Files.readAllLines(file, StandardCharsets.UTF_8).get(line - 1);
      return text.replaceFirst(",.*", "").replace("\"", "").strip();
    } catch (IOException e) {
      throw new UncheckedIOException(file + ": " + e.getMessage(), e);
    }
  }

  private void addFault(Fault fault) {
    faults.add(fault);
    if (fault.label() != null) {
      faultByLabel.putIfAbsent(LabelText.key(fault.label()), fault);
    }
  }

  /** A line of figures that settles no part of their key would publish them as something else. */
  private static void requireMeaning(LabelMapping mapping, String place) {
    boolean settles =
        !(mapping.indicator() + mapping.sector() + mapping.item() + mapping.basis()).isBlank();
    if (mapping.isData() && !settles) {
      throw new IllegalArgumentException(
          place
              + ": the line gives '"
              + mapping.label()
              + "' no indicator, sector, item or basis; use 'ignore' for a line that is not read");
    }
  }

  /** The lines that are wrong, in the order in which they were found. */
  public List<Fault> listFaults() {
    return List.copyOf(faults);
  }

  /** The fault by which a label has no meaning. */
  public Optional<Fault> findFault(String label) {
    return faults.stream()
        .filter(fault -> fault.label() == null)
        .findFirst()
        .or(() -> Optional.ofNullable(faultByLabel.get(LabelText.key(label))));
  }

  private static LabelMapping mapping(ConfRow line) {
    String use = line.find("use").orElse(LabelMapping.DATA);
    if (!Set.of(LabelMapping.DATA, LabelMapping.HEADING, LabelMapping.IGNORE).contains(use)) {
      throw new IllegalArgumentException(
          line.place() + ": use is data, heading or ignore, not '" + use + "'");
    }
    return new LabelMapping(
        cell(line, "label"),
        cell(line, "en"),
        cell(line, "scope"),
        use,
        cell(line, "indicator"),
        cell(line, "sector"),
        cell(line, "item"),
        cell(line, "unit"),
        cell(line, "basis"));
  }

  /** A cell of a column that a crosswalk may lack; blank when it does. */
  private static String cell(ConfRow line, String column) {
    return line.find(column).orElse("");
  }

  private void add(LabelMapping mapping, String place) {
    LabelMapping other = byChinese.get(key(mapping.label(), mapping.scope()));
    if (other != null) {
      byChinese.remove(key(mapping.label(), mapping.scope()));
      mappings.remove(other);
      byEnglish.values().remove(other);
      throw new IllegalArgumentException(
          place + ": '" + mapping.label() + "' occurs twice, also as '" + other.label() + "'");
    }
    mappings.add(mapping);
    byChinese.put(key(mapping.label(), mapping.scope()), mapping);
    if (!mapping.en().isBlank()) {
      byEnglish.putIfAbsent(key(mapping.en(), mapping.scope()), mapping);
    }
  }

  private static String key(String label, String scope) {
    return LabelText.key(label) + "@" + LabelText.key(scope);
  }

  /** The meaning of a Chinese label: that for this table before that for all. */
  public Optional<LabelMapping> findByChinese(String label, String scope) {
    return find(byChinese, label, scope);
  }

  /** The meaning of an English label. */
  public Optional<LabelMapping> findByEnglish(String label, String scope) {
    return find(byEnglish, label, scope);
  }

  private static Optional<LabelMapping> find(
      Map<String, LabelMapping> index, String label, String scope) {
    LabelMapping scoped = scope.isBlank() ? null : index.get(key(label, scope));
    return Optional.ofNullable(scoped != null ? scoped : index.get(key(label, "")));
  }

  /** The known labels nearest to one that is not. */
  public List<LabelMapping> listNearest(String label, String scope, int count) {
    Map<String, LabelMapping> candidates = new HashMap<>();
    Set<String> labels = new LinkedHashSet<>();
    for (LabelMapping mapping : mappings) {
      if (mapping.scope().isBlank() || mapping.scope().equals(scope)) {
        candidates.putIfAbsent(mapping.label(), mapping);
        labels.add(mapping.label());
      }
    }
    return NearestNames.list(label, labels, count, LabelText::key).stream()
        .map(candidates::get)
        .toList();
  }

  /**
   * The line that would give a label a meaning.
   *
   * @param like the label that it is another spelling of; null when there is none, and the codes
   *     stay blank, because those of a label that only looks like it would be wrong
   */
  public static String acceptingLine(String label, String en, LabelMapping like) {
    Map<String, String> fields = new HashMap<>();
    fields.put("use", LabelMapping.DATA);
    if (like != null) {
      putCodes(fields, like);
    }
    fields.put("label", label);
    fields.put("en", en);
    List<String> line = new ArrayList<>();
    for (String column : COLUMNS) {
      String text = fields.getOrDefault(column, "");
      boolean quoted = text.indexOf(',') >= 0 || text.indexOf('"') >= 0 || text.startsWith("#");
      line.add(quoted ? '"' + text.replace("\"", "\"\"") + '"' : text);
    }
    return String.join(",", line);
  }

  private static void putCodes(Map<String, String> fields, LabelMapping like) {
    fields.put("scope", like.scope());
    fields.put("use", like.use());
    fields.put("indicator", like.indicator());
    fields.put("sector", like.sector());
    fields.put("item", like.item());
    fields.put("unit", like.unit());
    fields.put("basis", like.basis());
  }

  /** The file, as messages name it. */
  public String fileName() {
    return fileName;
  }
}
