package org.carbonbook.yearbook.vocabulary;

import java.io.IOException;
import java.io.Serializable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Region codes (GB/T 2260) by code and by name; {@code conf/regions.csv}. */
public final class RegionNames implements Serializable {

  private static final Pattern LEVEL =
      Pattern.compile(
          "(特别行政区|(壮族|回族|维吾尔)?自治区|自治州|地区|省|市"
              + "|(?i:province|municipality|city|prefecture|autonomousregion))$");

  private final Map<String, String> codeByName = new HashMap<>();
  private final List<String> names = new ArrayList<>();

  static RegionNames load(Path file) throws IOException {
    RegionNames regions = new RegionNames();
    for (ConfCsv.Line line : ConfCsv.read(file, Set.of("region_code", "zh", "en"))) {
      String code = line.get("region_code");
      regions.codeByName.put(code, code);
      regions.names.add(line.get("zh"));
      regions.put(line.get("zh"), code);
      regions.put(line.get("en"), code);
      regions.put(line.get("zh_full"), code);
      line.list("also").forEach(alias -> regions.put(alias, code));
    }
    return regions;
  }

  /** The first of two regions with one name keeps it: the file lists higher levels first. */
  private void put(String name, String code) {
    if (!name.isBlank()) {
      codeByName.putIfAbsent(key(name), code);
      codeByName.putIfAbsent(withoutLevel(key(name)), code);
    }
  }

  /** The code of a region given by code or name, with or without its level (省, 市). */
  public Optional<String> findCode(String codeOrName) {
    String key = key(codeOrName);
    String code = codeByName.get(key);
    return Optional.ofNullable(code != null ? code : codeByName.get(withoutLevel(key)));
  }

  /** All Chinese names, for suggestions. */
  public List<String> listNames() {
    return List.copyOf(names);
  }

  private static String key(String name) {
    return LabelText.compact(name).toLowerCase(Locale.ROOT);
  }

  private static String withoutLevel(String key) {
    String bare = LEVEL.matcher(key).replaceFirst("");
    return bare.isBlank() ? key : bare;
  }
}
