package org.carbonbook.attribution;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.carbonbook.decomposition.identity.NamedIdentity;
import org.carbonbook.decomposition.method.Form;
import org.carbonbook.lake.Origin;
import org.carbonbook.lake.TableRows;

/**
 * Rows of {@code core.decomposition}: the effects of a comparison, its break, or why it has none.
 * Effects, break and residual add up to the change.
 */
final class EffectRows {

  private static final TableRows EFFECTS = TableRows.of("core.decomposition");

  /** Replaces the name of a factor where nothing is assessed. */
  private static final String NOT_ASSESSED = "not_assessed";

  /** The factor of identities that holds the emission per energy. */
  private static final String EMISSION_FACTOR = "emission_factor";

  /** The columns that come from the library as they are. */
  private static final List<String> COPIED =
      List.of(
          "method",
          "form",
          "factor_order",
          "factor",
          "sign_probability",
          "residual",
          "residual_relative");

  private final DecompositionRun run;
  private final NamedIdentity identity;
  private final ShownIdentities shown;

  EffectRows(DecompositionRun run, NamedIdentity identity, ShownIdentities shown) {
    this.run = run;
    this.identity = identity;
    this.shown = shown;
  }

  /** The rows of one run. */
  List<Row> list(RunDecomposition decomposition, List<Row> effects, List<Row> notComputed) {
    List<Row> rows = new ArrayList<>();
    Map<List<String>, Row> first = new LinkedHashMap<>();
    for (Row effect : effects) {
      RegionComparison comparison = decomposition.comparisonOf(effect);
      comparison.bases().forEach(base -> rows.add(effect(effect, comparison, base)));
      first.putIfAbsent(
          List.of(
              comparison.regionCode(),
              comparison.years(),
              effect.getAs("method"),
              effect.getAs("form")),
          effect);
    }
    for (Row each : first.values()) {
      RegionComparison comparison = decomposition.comparisonOf(each);
      if (!comparison.breaks().isEmpty()) {
        comparison.bases().forEach(base -> rows.add(breakRow(each, comparison, base)));
      }
    }
    for (Row each : notComputed) {
      RegionComparison comparison = decomposition.comparisonOf(each);
      String reason = each.getAs("reason_code") + ": " + each.getAs("reason");
      comparison
          .bases()
          .forEach(
              base ->
                  rows.add(
                      notAssessed(
                          comparison, base, each.getAs("method"), each.getAs("form"), reason)));
    }
    return rows;
  }

  /** The row of a comparison that lacks figures: one, under the method and form that are shown. */
  List<Row> listNotAssessed(RegionComparison comparison) {
    return comparison.bases().stream()
        .map(
            base ->
                notAssessed(
                    comparison,
                    base,
                    ShownIdentities.METHOD.code(),
                    ShownIdentities.FORM.code(),
                    comparison.notAssessed().orElseThrow()))
        .toList();
  }

  private Row effect(Row row, RegionComparison comparison, String base) {
    String factor = row.getAs("factor");
    TableRows.RowBuilder effect = labelled(comparison, base);
    COPIED.forEach(column -> effect.set(column, row.<Object>getAs(column)));
    setFactors(effect, comparison, factor);
    Values values = valuesOf(row, comparison);
    for (String column : List.of("effect", "low", "high")) {
      effect.set(column, values.rounded(row.<Double>getAs(column), isAdditive(row)));
    }
    Double size = values.rounded(row.<Double>getAs("effect"), isAdditive(row));
    return effect
        .set("factor_zh", identity.labelsZh().get(factor))
        .set("factor_en", identity.labelsEn().get(factor))
        .set("effect_share", values.share(size, isAdditive(row)))
        .set("value_from", values.from())
        .set("value_to", values.to())
        .set("is_shown", isShown(comparison, base, row.getAs("method"), row.getAs("form")))
        .setNull("note", "note_zh")
        .build();
  }

  /** Effects of the emission factor and breaks say between which factors the years changed. */
  private static void setFactors(
      TableRows.RowBuilder row, RegionComparison comparison, String factor) {
    boolean ofFactor = factor.equals(EMISSION_FACTOR) || factor.equals(BreakCell.FACTOR);
    FactorPair pair = ofFactor ? comparison.factors().orElse(null) : null;
    row.set("factor_area_from", pair == null ? null : pair.from().area())
        .set("factor_area_to", pair == null ? null : pair.to().area())
        .set("factor_year_from", pair == null ? null : pair.from().year())
        .set("factor_year_to", pair == null ? null : pair.to().year());
  }

  private Row breakRow(Row row, RegionComparison comparison, String base) {
    Values values = valuesOf(row, comparison);
    double found =
        isAdditive(row)
            ? sum(comparison.breaks().stream().map(BreakCell::effect).toList())
            : (values.to() / values.from())
                / (row.<Double>getAs("value_to") / row.<Double>getAs("value_from"));
    double effect = values.rounded(found, isAdditive(row));
    TableRows.RowBuilder broken = labelled(comparison, base);
    setFactors(broken, comparison, BreakCell.FACTOR);
    return broken
        .set("method", row.getAs("method"))
        .set("form", row.getAs("form"))
        .set("factor_order", identity.identity().factors().size() + 1)
        .set("factor", BreakCell.FACTOR)
        .set("factor_zh", BreakCell.FACTOR_ZH)
        .set("factor_en", BreakCell.FACTOR_EN)
        .set("effect", effect)
        .set("effect_share", values.share(effect, isAdditive(row)))
        .setNull("low", "high", "sign_probability")
        .set("residual", row.getAs("residual"))
        .set("residual_relative", row.getAs("residual_relative"))
        .set("value_from", values.from())
        .set("value_to", values.to())
        .set("is_shown", isShown(comparison, base, row.getAs("method"), row.getAs("form")))
        .set("note", BreakNotes.en(comparison.breaks()))
        .set("note_zh", BreakNotes.zh(comparison.breaks()))
        .build();
  }

  private Row notAssessed(
      RegionComparison comparison, String base, String method, String form, String reason) {
    return labelled(comparison, base)
        .set("method", method)
        .set("form", form)
        .set("factor_order", 0)
        .set("factor", NOT_ASSESSED)
        .set("factor_zh", "未评估")
        .set("factor_en", "Not assessed")
        .set("status", "not assessed: " + reason)
        .setNull("origin", "effect", "effect_share", "low", "high", "sign_probability", "residual")
        .setNull("residual_relative", "value_from", "value_to", "note", "note_zh")
        .setNull("factor_area_from", "factor_area_to", "factor_year_from", "factor_year_to")
        .set("is_shown", isShown(comparison, base, method, form))
        .build();
  }

  private TableRows.RowBuilder labelled(RegionComparison comparison, String base) {
    return comparison
        .label(EFFECTS.row(), base)
        .set("identity", run.identity())
        .set("identity_zh", identity.titleZh())
        .set("identity_en", identity.titleEn())
        .set("unit", run.unit())
        .set("price_basis", run.priceBasis())
        .set(
            "origin", comparison.isAssessed() ? comparison.origin().text() : Origin.COMPUTED.text())
        .set("source", comparison.source())
        .set("status", "assessed");
  }

  private boolean isShown(RegionComparison comparison, String base, String method, String form) {
    return base.equals(RegionComparison.CHAINED)
        && method.equals(ShownIdentities.METHOD.code())
        && form.equals(ShownIdentities.FORM.code())
        && shown.isShown(run.identity(), comparison.regionCode());
  }

  private static boolean isAdditive(Row row) {
    return Form.ADDITIVE.code().equals(row.getAs("form"));
  }

  /** The whole values of both years: what the library decomposed, and the breaks. */
  private static Values valuesOf(Row row, RegionComparison comparison) {
    List<Double> from = new ArrayList<>(List.of(row.<Double>getAs("value_from")));
    List<Double> to = new ArrayList<>(List.of(row.<Double>getAs("value_to")));
    for (BreakCell each : comparison.breaks()) {
      from.add(each.valueFrom());
      to.add(each.valueTo());
    }
    return new Values(sum(from), sum(to));
  }

  private static double sum(List<Double> values) {
    return values.stream()
        .map(BigDecimal::valueOf)
        .reduce(BigDecimal.ZERO, BigDecimal::add)
        .doubleValue();
  }

  /** The left side of the identity in both years. */
  private record Values(double from, double to) {

    Double rounded(Double effect, boolean additive) {
      if (effect == null) {
        return null;
      }
      return additive
          ? (Double) RoundedEffects.additive(effect, from, to)
          : (Double) RoundedEffects.multiplicative(effect);
    }

    /** The share of an effect in the change, in multiplicative form of its logarithm. */
    Double share(Double effect, boolean additive) {
      if (effect == null || from == to) {
        return null;
      }
      if (additive) {
        return effect / (to - from);
      }
      return from == 0 ? null : (Double) (Math.log(effect) / Math.log(to / from));
    }
  }
}
