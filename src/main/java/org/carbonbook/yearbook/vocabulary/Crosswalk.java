package org.carbonbook.yearbook.vocabulary;

import java.io.Serializable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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

  private Crosswalk(String fileName) {
    this.fileName = fileName;
  }

  /**
   * Reads a crosswalk and checks its codes.
   *
   * @throws IllegalArgumentException when a code is not known or one label means two things; the
   *     message names the file and the line
   */
  public static Crosswalk load(Path file, Vocabulary vocabulary) {
    Crosswalk crosswalk = new Crosswalk("conf/crosswalks/" + file.getFileName());
    for (ConfRow line : ConfTable.read(file).requireColumns("label").rows()) {
      LabelMapping mapping = mapping(line);
      vocabulary.requireCodes(mapping, line.place());
      crosswalk.add(mapping, line.place());
    }
    return crosswalk;
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
    mappings.add(mapping);
    LabelMapping other = byChinese.putIfAbsent(key(mapping.label(), mapping.scope()), mapping);
    if (other != null) {
      throw new IllegalArgumentException(
          place + ": '" + mapping.label() + "' occurs twice, also as '" + other.label() + "'");
    }
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

  /** All mappings in the order of the file. */
  List<LabelMapping> listMappings() {
    return List.copyOf(mappings);
  }
}
