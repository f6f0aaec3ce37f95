package org.carbonbook.industry;

import java.io.Serializable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.carbonbook.conf.ConfRow;
import org.carbonbook.conf.ConfTable;
import org.carbonbook.notice.Notice;

/**
 * The sets of industries of {@code conf/industry}: the six official high-energy industries, and
 * sets that users define.
 */
public record IndustrySets(Map<String, IndustrySet> byCode) implements Serializable {

  /**
   * One set.
   *
   * @param set its code
   * @param zh its Chinese name
   * @param en its English name
   * @param members the sectors, by place of the version; none where a publication names none
   */
  public record IndustrySet(String set, String zh, String en, List<Set<String>> members)
      implements Serializable {

    /** The sectors that are members in any version. */
    public Set<String> listMembers() {
      Set<String> all = new LinkedHashSet<>();
      members.forEach(all::addAll);
      return all;
    }
  }

  public IndustrySets {
    byCode = new LinkedHashMap<>(byCode);
  }

  /** Reads {@code sets.csv} and {@code members.csv}; a member that does not fit is a notice. */
  static IndustrySets read(
      Path folder, Classifications classifications, Industries industries, List<Notice> notices) {
    Map<String, IndustrySet> sets = new LinkedHashMap<>();
    for (ConfRow line : ConfTable.read(folder.resolve("sets.csv")).rows()) {
      List<Set<String>> members = new ArrayList<>();
      classifications.versions().forEach(version -> members.add(new LinkedHashSet<>()));
      String code = line.filled("set");
      sets.put(code, new IndustrySet(code, line.text("zh"), line.text("en"), members));
    }
    for (ConfRow line : ConfTable.read(folder.resolve("members.csv")).rows()) {
      addMember(line, sets, classifications, industries, notices);
    }
    return new IndustrySets(sets);
  }

  private static void addMember(
      ConfRow line,
      Map<String, IndustrySet> sets,
      Classifications classifications,
      Industries industries,
      List<Notice> notices) {
    IndustrySet set = sets.get(line.filled("set"));
    List<String> versions =
        classifications.versions().stream().map(Classifications.Version::version).toList();
    int version = versions.indexOf(line.filled("version"));
    String sector = line.filled("sector");
    Optional<String> division =
        version < 0
            ? Optional.empty()
            : industries.find(sector).map(industry -> industry.divisions().get(version));
    if (set != null && division.isPresent() && division.get().equals(line.filled("code"))) {
      set.members().get(version).add(sector);
      return;
    }
    notices.add(
        Notice.of(
            IndustryNotice.SET_MEMBER_UNKNOWN,
            line.place(),
            "set %s, %s of GB/T 4754-%s as %s: %s; the set lacks this member"
                .formatted(
                    line.text("set"),
                    sector,
                    line.text("version"),
                    line.text("code"),
                    obstacle(set, version, division)),
            "correct the line, or add the set, version or sector to sets.csv,"
                + " classifications.csv or conf/sectors.csv"));
  }

  private static String obstacle(IndustrySet set, int version, Optional<String> division) {
    if (set == null) {
      return "no such set";
    }
    if (version < 0) {
      return "no such version";
    }
    return division.map(code -> "conf/sectors.csv has the code '" + code + "'").orElse("no sector");
  }

  public Optional<IndustrySet> find(String set) {
    return Optional.ofNullable(byCode.get(set));
  }
}
