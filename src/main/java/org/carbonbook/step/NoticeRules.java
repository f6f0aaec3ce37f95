package org.carbonbook.step;

import java.io.Serializable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.carbonbook.conf.ConfRow;
import org.carbonbook.conf.ConfTable;
import org.carbonbook.conf.NearestNames;
import org.carbonbook.conf.StarPattern;
import org.carbonbook.notice.HoldScope;
import org.carbonbook.notice.Notice;
import org.carbonbook.notice.NoticeCode;
import org.carbonbook.notice.Severity;

/**
 * The severity of notices where it is not the usual one, and what an ERROR keeps from being
 * published: {@code conf/severity.csv}. The first line that fits a code and a place counts.
 */
public final class NoticeRules implements Serializable {

  /** The file of the configuration. */
  public static final String FILE = "severity.csv";

  /** No rules: each code has its own severity. */
  public static final NoticeRules NONE = new NoticeRules(List.of());

  private static final long serialVersionUID = 1L;

  private final List<Rule> rules;

  /**
   * @param place of the notice, whole
   * @param holds null when the code decides
   */
  private record Rule(String code, Pattern place, Severity severity, HoldScope holds)
      implements Serializable {

    boolean fits(String ofCode, String ofPlace) {
      return code.equals(ofCode) && place.matcher(ofPlace).matches();
    }
  }

  private NoticeRules(List<Rule> rules) {
    this.rules = rules;
  }

  /**
   * The rules of a configuration folder.
   *
   * @throws IllegalArgumentException with file and line, when a code or severity is unknown, when a
   *     rule gives no reason, or when it lowers an error that may not be lowered
   */
  public static NoticeRules read(Path conf) {
    Path file = conf.resolve(FILE);
    if (!Files.exists(file)) {
      return NONE;
    }
    Map<String, NoticeCode> codes = codes();
    List<Rule> rules = new ArrayList<>();
    for (ConfRow line : ConfTable.read(file).rows()) {
      rules.add(rule(line, codes));
    }
    return new NoticeRules(List.copyOf(rules));
  }

  private static Map<String, NoticeCode> codes() {
    Map<String, NoticeCode> codes = new TreeMap<>();
    for (Domain domain : Domain.list()) {
      domain.notices().forEach(code -> codes.put(code.name(), code));
    }
    return codes;
  }

  private static Rule rule(ConfRow line, Map<String, NoticeCode> codes) {
    String name = line.filled("code");
    NoticeCode code = codes.get(name);
    if (code == null) {
      throw new IllegalArgumentException(
          "%s: no notice has the code %s; did you mean %s?"
              .formatted(line.place(), name, NearestNames.of(name, codes.keySet())));
    }
    line.filled("reason");
    Severity severity = constant(line, "severity", Severity.class, line.filled("severity"));
    if (code.isFixed() && severity != Severity.ERROR) {
      throw new IllegalArgumentException(
          "%s: %s stays an ERROR, because what it is about cannot be read right without it"
              .formatted(line.place(), name));
    }
    HoldScope holds =
        line.find("holds").map(text -> constant(line, "holds", HoldScope.class, text)).orElse(null);
    return new Rule(name, StarPattern.of(line.find("place").orElse("*")), severity, holds);
  }

  private static <T extends Enum<T>> T constant(
      ConfRow line, String column, Class<T> type, String text) {
    try {
      return Enum.valueOf(type, text.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "%s: %s is '%s', not one of %s"
              .formatted(line.place(), column, text, List.of(type.getEnumConstants())),
          e);
    }
  }

  /** The severity of a notice with this code at this place. */
  public Severity severity(NoticeCode code, String place) {
    return rules.stream()
        .filter(rule -> rule.fits(code.name(), place))
        .map(Rule::severity)
        .findFirst()
        .orElse(code.severity());
  }

  /** The notice with the severity that the rules give it. */
  public Notice apply(Notice notice) {
    return rules.stream()
        .filter(rule -> rule.fits(notice.code(), notice.place()))
        .findFirst()
        .map(
            rule ->
                new Notice(
                    notice.code(),
                    rule.severity(),
                    notice.place(),
                    notice.message(),
                    notice.remedy()))
        .orElse(notice);
  }

  /** The notices, to which the rules were applied, that keep the release from being published. */
  public List<Notice> holding(List<Notice> notices) {
    Map<String, NoticeCode> codes = codes();
    return notices.stream()
        .filter(notice -> notice.severity() == Severity.ERROR)
        .filter(notice -> holds(notice, codes.get(notice.code())) == HoldScope.RELEASE)
        .toList();
  }

  private HoldScope holds(Notice notice, NoticeCode code) {
    return rules.stream()
        .filter(rule -> rule.holds() != null && rule.fits(notice.code(), notice.place()))
        .map(Rule::holds)
        .findFirst()
        .orElse(code == null ? HoldScope.RELEASE : code.holds());
  }
}
