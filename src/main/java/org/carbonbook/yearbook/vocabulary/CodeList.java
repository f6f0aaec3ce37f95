package org.carbonbook.yearbook.vocabulary;

import java.io.Serializable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.carbonbook.conf.ConfRow;
import org.carbonbook.conf.ConfTable;
import org.carbonbook.conf.NearestNames;

/** A list of codes with their names in zh and en: fuels, sectors, indicators, bases. */
public final class CodeList implements Serializable {

  /**
   * One code.
   *
   * @param code the code
   * @param zh its Chinese name
   * @param en its English name
   * @param attributes the other columns of its line
   */
  public record Code(String code, String zh, String en, Map<String, String> attributes)
      implements Serializable {

    /** The parts of an attribute that holds several. */
    public List<String> list(String attribute) {
      String text = attributes.getOrDefault(attribute, "");
      return text.isBlank() ? List.of() : List.of(text.split("\\|"));
    }
  }

  private final Map<String, Code> byCode = new LinkedHashMap<>();
  private final Map<String, Code> byLabel = new HashMap<>();
  private final List<String> files = new ArrayList<>();

  /**
   * Adds the codes of a file.
   *
   * @param codeColumn the column that holds the code
   */
  CodeList add(Path file, String codeColumn) {
    files.add(file.getFileName().toString());
    for (ConfRow line : ConfTable.read(file).requireColumns(codeColumn, "zh", "en").rows()) {
      Code code =
          new Code(
              line.text(codeColumn),
              line.text("zh"),
              line.text("en"),
              new LinkedHashMap<>(line.cells()));
      if (byCode.putIfAbsent(code.code(), code) != null) {
        throw new IllegalArgumentException(line.place() + ": " + code.code() + " occurs twice");
      }
      byLabel.put(LabelText.key(code.code()), code);
      byLabel.putIfAbsent(LabelText.key(code.zh()), code);
      byLabel.putIfAbsent(LabelText.key(code.en()), code);
      line.list("aliases").forEach(alias -> byLabel.putIfAbsent(LabelText.key(alias), code));
    }
    return this;
  }

  public Optional<Code> findCode(String code) {
    return Optional.ofNullable(byCode.get(code));
  }

  /** The code that a code, a name or an alias means. */
  public Optional<Code> findByLabel(String label) {
    Code exact = byCode.get(label.strip());
    return Optional.ofNullable(exact != null ? exact : byLabel.get(LabelText.key(label)));
  }

  /** All codes, in the order of the files. */
  public List<Code> listCodes() {
    return List.copyOf(byCode.values());
  }

  /** All codes and Chinese names, for suggestions. */
  public List<String> listLabels() {
    List<String> labels = new ArrayList<>();
    for (Code code : byCode.values()) {
      labels.add(code.code());
      if (!code.zh().isBlank()) {
        labels.add(code.zh());
      }
    }
    return labels;
  }

  /**
   * Checks that a configuration line names a code of this list.
   *
   * @throws IllegalArgumentException with the line's place and the nearest codes
   */
  public void requireCode(String code, String place) {
    if (!code.isBlank() && !byCode.containsKey(code)) {
      throw new IllegalArgumentException(
          String.format(
              "%s: no '%s' in %s; the nearest are %s",
              place,
              code,
              String.join(" or ", files),
              String.join(", ", NearestNames.list(code, byCode.keySet(), 3, LabelText::key))));
    }
  }
}
