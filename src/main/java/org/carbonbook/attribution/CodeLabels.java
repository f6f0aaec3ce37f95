package org.carbonbook.attribution;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.carbonbook.conf.ConfRow;
import org.carbonbook.conf.ConfTable;

/** Codes with their names, from a code list of {@code conf}. */
final class CodeLabels {

  /** The code of all sectors or all fuels together. */
  static final String ALL = "all";

  private static final String ALL_ZH = "全部";

  private final Map<String, List<String>> names;

  private CodeLabels(Map<String, List<String>> names) {
    this.names = names;
  }

  /**
   * Reads a code list with the columns zh and aliases.
   *
   * @param code its column of codes
   */
  static CodeLabels read(Path file, String code) {
    Map<String, List<String>> names = new LinkedHashMap<>();
    for (ConfRow row : ConfTable.read(file).requireColumns(code, "zh", "aliases").rows()) {
      List<String> own = new ArrayList<>(List.of(row.filled("zh")));
      row.find("aliases").ifPresent(aliases -> own.addAll(List.of(aliases.split("\\|"))));
      names.put(row.filled(code), own);
    }
    return new CodeLabels(names);
  }

  /** The Chinese name of a code; the code itself where the list has no such code. */
  String zh(String code) {
    return code.equals(ALL) ? ALL_ZH : names.getOrDefault(code, List.of(code)).get(0);
  }
}
