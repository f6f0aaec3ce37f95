package org.carbonbook.yearbook.vocabulary;

import java.io.IOException;
import java.io.Serializable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.carbonbook.notice.NearestNames;

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
  public static Crosswalk load(Path file, Vocabulary vocabulary) throws IOException {
    Crosswalk crosswalk = new Crosswalk("conf/crosswalks/" + file.getFileName());
    for (ConfCsv.Line line : ConfCsv.read(file, Set.of("label"))) {
      LabelMapping mapping = mapping(line);
      vocabulary.requireCodes(mapping, line.place());
      crosswalk.add(mapping, line.place());
    }
    return crosswalk;
  }

  private static LabelMapping mapping(ConfCsv.Line line) {
    String use = line.get("use").isBlank() ? LabelMapping.DATA : line.get("use");
    if (!Set.of(LabelMapping.DATA, LabelMapping.HEADING, LabelMapping.IGNORE).contains(use)) {
      throw new IllegalArgumentException(
          line.place() + ": use is data, heading or ignore, not '" + use + "'");
    }
    return new LabelMapping(
        line.get("label"),
        line.get("en"),
        line.get("scope"),
        use,
        line.get("indicator"),
        line.get("sector"),
        line.get("item"),
        line.get("unit"),
        line.get("basis"));
  }

  private void add(LabelMapping mapping, String place) {
    mappings.add(mapping);
    LabelMapping other = byChinese.putIfAbsent(key(mapping.label(), mapping.scope()), mapping);
    if (other != null) {
      throw new IllegalArgumentException(
          place + ": '" + mapping.label() + "' is there twice, also as '" + other.label() + "'");
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

  /** The line that would give a label the meaning of a known one. */
  public static String acceptingLine(String label, String en, LabelMapping like) {
    Map<String, String> fields = new HashMap<>();
    fields.put("label", label);
    fields.put("en", en);
    fields.put("scope", like.scope());
    fields.put("use", like.use());
    fields.put("indicator", like.indicator());
    fields.put("sector", like.sector());
    fields.put("item", like.item());
    fields.put("unit", like.unit());
    fields.put("basis", like.basis());
    List<String> line = new ArrayList<>();
    for (String column : COLUMNS) {
      String text = fields.getOrDefault(column, "");
      boolean quoted = text.indexOf(',') >= 0 || text.indexOf('"') >= 0 || text.startsWith("#");
      line.add(quoted ? '"' + text.replace("\"", "\"\"") + '"' : text);
    }
    return String.join(",", line);
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
