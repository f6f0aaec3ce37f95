package org.carbonbook.yearbook.read;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.carbonbook.conf.NearestNames;
import org.carbonbook.unit.UnitDefinition;
import org.carbonbook.yearbook.layout.Layout;
import org.carbonbook.yearbook.vocabulary.CodeList;
import org.carbonbook.yearbook.vocabulary.Crosswalk;
import org.carbonbook.yearbook.vocabulary.LabelMapping;
import org.carbonbook.yearbook.vocabulary.LabelText;
import org.carbonbook.yearbook.vocabulary.Vocabulary;

/** Gives the key columns of a tidy table their codes; each distinct label is settled once. */
final class TidyLabelResolver {

  private final TableContext context;
  private final Vocabulary vocabulary;
  private final Map<String, String> settled = new LinkedHashMap<>();
  private final Map<String, LabelReading> readings = new LinkedHashMap<>();

  TidyLabelResolver(TableContext context) {
    this.context = context;
    this.vocabulary = context.vocabulary();
  }

  List<LabelReading> listLabels() {
    return List.copyOf(readings.values());
  }

  /** The code of a label; blank when the cell is blank or, with a notice, when it is unknown. */
  String code(String field, String label, String cell) {
    if (label.isBlank()) {
      return field.equals("indicator") ? unmapped(field, label, cell) : "";
    }
    return settled.computeIfAbsent(field + "|" + label, key -> settle(field, label, cell));
  }

  private String settle(String field, String label, String cell) {
    Crosswalk.Fault fault = findFault(label);
    if (fault != null) {
      context
          .findings()
          .add(
              TableNotice.LABEL_OF_BROKEN_LINE,
              cell,
              "'%s' has no meaning, because %s is wrong: %s; the table is not published"
                  .formatted(label, fault.place(), fault.message()),
              "correct " + fault.place());
      return "";
    }
    Optional<String> code = listOf(field).findByLabel(label).map(CodeList.Code::code);
    Optional<String> mapped = code.isPresent() ? code : byCrosswalk(field, label);
    readings.put(
        field + label,
        new LabelReading(
            field, cell, label, "", mapped.map(c -> field + "=" + c).orElse(null), ""));
    return mapped.orElseGet(() -> unmapped(field, label, cell));
  }

  /** The line of the crosswalk that is wrong and would give this label its meaning, or null. */
  private Crosswalk.Fault findFault(String label) {
    Crosswalk crosswalk = context.crosswalks().get(Layout.TIDY_CROSSWALK);
    return crosswalk == null
        ? null
        : crosswalk.findFault(label).filter(fault -> fault.label() != null).orElse(null);
  }

  private CodeList listOf(String field) {
    return switch (field) {
      case "indicator" -> vocabulary.indicators();
      case "sector" -> vocabulary.sectors();
      default -> vocabulary.items();
    };
  }

  private Optional<String> byCrosswalk(String field, String label) {
    Crosswalk crosswalk = context.crosswalks().get(Layout.TIDY_CROSSWALK);
    return crosswalk == null
        ? Optional.empty()
        : crosswalk
            .findByChinese(label, field)
            .filter(mapping -> mapping.scope().equals(field))
            .map(
                mapping ->
                    switch (field) {
                      case "indicator" -> mapping.indicator();
                      case "sector" -> mapping.sector();
                      default -> mapping.item();
                    });
  }

  private String unmapped(String field, String label, String cell) {
    List<String> nearest = NearestNames.list(label, listOf(field).listLabels(), 3, LabelText::key);
    context
        .findings()
        .add(
            TableNotice.UNMAPPED_LABEL,
            cell,
            String.format(
                "'%s' is not a known %s; the nearest are %s",
                label, field, String.join(", ", nearest)),
            String.format(
                "if it belongs to the table, add to conf/crosswalks/%s, with its code in the column %s: %s",
                Layout.TIDY_CROSSWALK,
                field,
                Crosswalk.acceptingLine(
                    label,
                    "",
                    new LabelMapping(label, "", field, LabelMapping.DATA, "", "", "", "", ""))));
    return "";
  }

  /** The unit of a row; null, with a notice, when it is missing or unknown. */
  UnitDefinition unit(String printed, String cell) {
    if (printed.isBlank()) {
      context
          .findings()
          .add(TableNotice.MISSING_UNIT, cell, "the row has no unit", "fill the unit column");
      return null;
    }
    UnitText units = new UnitText(vocabulary.units());
    UnitResolver decision = new UnitResolver(units, Layout.Language.ZH, context.findings());
    return decision.decide(cell, printed, "", false).orElse(null);
  }

  /** The basis as its code where it is known, as printed where it is not. */
  String basis(String printed) {
    return vocabulary.bases().findByLabel(printed).map(CodeList.Code::code).orElse(printed);
  }

  /** Tonnes on a carbon basis are tonnes of that substance: 10^4 t on tC is 10^4 tC. */
  UnitDefinition carbonUnit(UnitDefinition unit, String basis) {
    boolean carbon = basis.equals("tC") || basis.equals("tCO2");
    if (unit == null || !carbon || !unit.dimension().equals("mass")) {
      return unit;
    }
    return vocabulary.units().findUnit(unit.id() + basis.substring(1)).orElse(unit);
  }
}
