package org.carbonbook.yearbook.suggest;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.text.similarity.LevenshteinDistance;
import org.carbonbook.conf.NearestNames;
import org.carbonbook.yearbook.vocabulary.CodeList;
import org.carbonbook.yearbook.vocabulary.Crosswalk;
import org.carbonbook.yearbook.vocabulary.LabelMapping;
import org.carbonbook.yearbook.vocabulary.LabelText;
import org.carbonbook.yearbook.vocabulary.Vocabulary;

/** Finds what printed labels may mean, by the crosswalks and code lists that there are. */
final class LabelMatcher {

  private static final int NEAREST = 3;

  private final Vocabulary vocabulary;
  private final Map<String, Crosswalk> crosswalks = new LinkedHashMap<>();

  LabelMatcher(Vocabulary vocabulary, List<Path> files) {
    this.vocabulary = vocabulary;
    files.forEach(
        file -> crosswalks.put(file.getFileName().toString(), Crosswalk.load(file, vocabulary)));
  }

  /** A label as printed. */
  record Label(String cell, String zh, String en) {

    String shown() {
      return zh.isBlank() ? en : zh;
    }
  }

  /** The crosswalk that knows at least half of the labels, and most of them. */
  Optional<String> findCrosswalk(List<Label> labels) {
    String best = null;
    long most = 0;
    for (Map.Entry<String, Crosswalk> each : crosswalks.entrySet()) {
      long hits = labels.stream().filter(label -> find(each.getValue(), label).isPresent()).count();
      if (hits > most) {
        most = hits;
        best = each.getKey();
      }
    }
    return 2 * most >= labels.size() ? Optional.ofNullable(best) : Optional.empty();
  }

  /** Whether a crosswalk, which may be none, has a line for a label. */
  boolean isKnown(String crosswalk, Label label) {
    return crosswalk != null && find(crosswalks.get(crosswalk), label).isPresent();
  }

  private static Optional<LabelMapping> find(Crosswalk crosswalk, Label label) {
    return crosswalk
        .findByChinese(label.shown(), "")
        .or(() -> crosswalk.findByEnglish(label.en(), ""));
  }

  /** What a label means by a crosswalk, or by the code lists. */
  Optional<LabelMapping> findMapping(String crosswalk, Label label) {
    Optional<LabelMapping> mapped =
        crosswalk == null ? Optional.empty() : find(crosswalks.get(crosswalk), label);
    return mapped.or(() -> byCode(label));
  }

  private Optional<LabelMapping> byCode(Label label) {
    String sector = code(vocabulary.sectors(), label);
    String item = code(vocabulary.items(), label);
    String indicator = code(vocabulary.indicators(), label);
    boolean any = !(sector + item + indicator).isBlank();
    return any
        ? Optional.of(
            new LabelMapping(
                label.zh(),
                label.en(),
                "",
                LabelMapping.DATA,
                indicator,
                sector,
                sector.isBlank() ? item : "",
                "",
                ""))
        : Optional.empty();
  }

  private static String code(CodeList list, Label label) {
    return list.findByLabel(label.shown())
        .or(() -> label.en().isBlank() ? Optional.empty() : list.findByLabel(label.en()))
        .map(CodeList.Code::code)
        .orElse("");
  }

  /** A label with the nearest terms and how alike they are. */
  LabelDraft draft(String crosswalk, Label label) {
    LabelMapping known = findMapping(crosswalk, label).orElse(null);
    List<String> terms = new ArrayList<>();
    if (crosswalk != null) {
      crosswalks.get(crosswalk).listNearest(label.shown(), "", NEAREST).stream()
          .map(LabelMapping::label)
          .forEach(terms::add);
    }
    for (CodeList list :
        List.of(vocabulary.sectors(), vocabulary.items(), vocabulary.indicators())) {
      terms.addAll(NearestNames.list(label.shown(), list.listLabels(), 1, LabelText::key));
    }
    List<String> nearest = NearestNames.list(label.shown(), terms, NEAREST, LabelText::key);
    double alike = nearest.isEmpty() ? 0 : alike(label.shown(), nearest.get(0));
    return new LabelDraft(
        label.cell(),
        label.zh(),
        label.en(),
        known == null ? null : known.described(),
        nearest,
        known == null ? alike : 1);
  }

  private static double alike(String one, String other) {
    String a = LabelText.key(one);
    String b = LabelText.key(other);
    int longest = Math.max(1, Math.max(a.length(), b.length()));
    return 1 - LevenshteinDistance.getDefaultInstance().apply(a, b) / (double) longest;
  }
}
