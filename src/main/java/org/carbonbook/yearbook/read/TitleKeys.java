package org.carbonbook.yearbook.read;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.carbonbook.yearbook.grid.GridCell;
import org.carbonbook.yearbook.layout.Layout;
import org.carbonbook.yearbook.vocabulary.CodeList;
import org.carbonbook.yearbook.vocabulary.LabelText;
import org.carbonbook.yearbook.vocabulary.Vocabulary;

/**
 * What the title says about every figure of the table: indicator, sector, item and basis by the
 * groups of these names in the pattern of the layout, and the parts of its group {@code more}. A
 * part that has no meaning fails the table, because it can make the figures something else (增速,
 * 构成).
 */
final class TitleKeys {

  private static final Pattern PARTING = Pattern.compile("[()\\[\\],，:：;；、。/—–-]+");
  private static final Pattern WHOLE_YEAR = Pattern.compile("(?<!\\d)1月?[-—–~至到]12月");
  private static final Pattern HARMLESS =
      Pattern.compile("(?:(?:19|20)?\\d{2}年?度?|至|续表?\\d*|表|[^\\p{IsHan}%=]*|单位.*)");

  private static final Pattern MEASURE =
      Pattern.compile("(?i)growth|index|share|ratio|composition|percent|capita|structure|increase");

  private final TableContext context;
  private final Vocabulary vocabulary;
  private final Layout.Defaults stated;
  private String indicator;
  private String sector;
  private String item;
  private String basis;

  TitleKeys(TableContext context) {
    this.context = context;
    this.vocabulary = context.vocabulary();
    this.stated = context.layout().defaults();
  }

  /** The layout's defaults with what the title says in their place. */
  Layout.Defaults defaults() {
    Matcher title = context.recognition().title();
    if (title == null) {
      return stated;
    }
    group(title, "indicator").ifPresent(text -> indicator = code(vocabulary.indicators(), text));
    group(title, "sector").ifPresent(text -> sector = code(vocabulary.sectors(), text));
    group(title, "item").ifPresent(text -> item = code(vocabulary.items(), text));
    group(title, "basis").ifPresent(text -> basis = code(vocabulary.bases(), text));
    group(title, "more").ifPresent(this::readMore);
    return new Layout.Defaults(
        indicator == null ? stated.indicator() : indicator,
        sector == null ? stated.sector() : sector,
        item == null ? stated.item() : item,
        basis == null ? stated.basis() : basis);
  }

  /** A title about one sector, item or basis whose labels name another one contradicts itself. */
  void requireSame(List<CellReading> readings) {
    for (CellReading reading : readings) {
      boolean differs =
          differs(sector, reading.sector())
              || differs(item, reading.item())
              || differs(basis, reading.basis());
      if (differs) {
        report(context.recognition().titleCell().text());
        return;
      }
    }
  }

  private static boolean differs(String titled, String read) {
    return titled != null && !titled.equals(read);
  }

  private static Optional<String> group(Matcher title, String name) {
    boolean has = title.pattern().pattern().contains("(?<" + name + ">");
    return Optional.ofNullable(has ? title.group(name) : null).filter(text -> !text.isBlank());
  }

  private String code(CodeList codes, String text) {
    Optional<String> code = codes.findByLabel(text).map(CodeList.Code::code);
    if (code.isEmpty()) {
      report(text);
    }
    return code.orElse(null);
  }

  private void readMore(String more) {
    for (String part : PARTING.split(WHOLE_YEAR.matcher(more).replaceAll(""))) {
      boolean known =
          (HARMLESS.matcher(part).matches() && !MEASURE.matcher(part).find())
              || vocabulary.units().findUnit(part).isPresent()
              || PartOfYear.isNamedBy(part)
              || isKey(part);
      if (!known) {
        report(part);
      }
    }
  }

  private boolean isKey(String part) {
    String label = part.replaceFirst("^按", "").replaceFirst("计算$", "");
    Optional<String> ofBasis = find(vocabulary.bases(), List.of(part, label));
    Optional<String> ofSector = find(vocabulary.sectors(), List.of(part));
    Optional<String> ofItem = find(vocabulary.items(), List.of(part));
    ofBasis.ifPresent(code -> basis = code);
    ofSector.filter(code -> ofBasis.isEmpty()).ifPresent(code -> sector = code);
    ofItem.filter(code -> ofBasis.isEmpty() && ofSector.isEmpty()).ifPresent(code -> item = code);
    return ofBasis.isPresent() || ofSector.isPresent() || ofItem.isPresent();
  }

  private static Optional<String> find(CodeList codes, List<String> labels) {
    return labels.stream()
        .filter(label -> !LabelText.key(label).isEmpty())
        .flatMap(label -> codes.findByLabel(label).stream())
        .map(CodeList.Code::code)
        .findFirst();
  }

  private void report(String part) {
    GridCell cell = context.recognition().titleCell();
    context
        .findings()
        .add(
            TableNotice.TITLE_NOT_READ,
            cell == null ? "" : cell.address(),
            "the title says '%s', which has no meaning in this layout and can make the figures something else; the table is not published"
                .formatted(part),
            "write a layout for tables of this kind; or add the name to the code it means in conf/bases.csv, conf/sectors.csv or conf/items.csv");
  }
}
