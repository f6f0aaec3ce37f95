package org.carbonbook.attribution;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Row;
import org.carbonbook.decomposition.identity.NamedIdentity;
import org.carbonbook.decomposition.identity.Term;
import org.carbonbook.decomposition.method.LogMean;
import org.carbonbook.lake.TableRows;

/** Rows of {@code core.decomposition_detail}: effects and breaks by sector and fuel. */
final class DetailRows {

  private static final TableRows DETAIL = TableRows.of("core.decomposition_detail");

  private final DecompositionRun run;
  private final NamedIdentity identity;
  private final IdentityTerms terms;
  private final CodeLabels sectors;
  private final CodeLabels fuels;
  private final ShownIdentities shown;

  DetailRows(
      DecompositionRun run,
      NamedIdentity identity,
      CodeLabels sectors,
      CodeLabels fuels,
      ShownIdentities shown) {
    this.run = run;
    this.identity = identity;
    this.terms = new IdentityTerms(identity);
    this.sectors = sectors;
    this.fuels = fuels;
    this.shown = shown;
  }

  List<Row> listEffects(Row row, RegionComparison comparison) {
    return comparison.bases().stream().map(base -> effect(row, comparison, base)).toList();
  }

  List<Row> listBreaks(RegionComparison comparison) {
    List<Row> rows = new ArrayList<>();
    for (String base : comparison.bases()) {
      comparison.breaks().forEach(each -> rows.add(breakRow(each, comparison, base)));
    }
    return rows;
  }

  private Row effect(Row row, RegionComparison comparison, String base) {
    String factor = row.getAs("factor");
    int order = row.<Integer>getAs("factor_order");
    String sector = findText(row, "sector");
    String fuel = findText(row, "fuel");
    double valueFrom = row.<Double>getAs("value_from");
    double valueTo = row.<Double>getAs("value_to");
    double factorFrom = row.<Double>getAs("factor_from");
    double factorTo = row.<Double>getAs("factor_to");
    boolean both = valueFrom != 0 && valueTo != 0;
    Double found = row.<Double>getAs("effect");
    Double size =
        found == null ? null : (Double) RoundedEffects.additive(found, valueFrom, valueTo);
    boolean isNone = both && size != null && size == 0;
    IdentityTerms.Place from = new IdentityTerms.Place(comparison, comparison.from(), sector, fuel);
    IdentityTerms.Place to = new IdentityTerms.Place(comparison, comparison.to(), sector, fuel);
    return labelled(comparison, base, sector, fuel)
        .set("factor_order", order)
        .set("factor", factor)
        .set("factor_zh", identity.labelsZh().get(factor))
        .set("factor_en", identity.labelsEn().get(factor))
        .set("effect", size)
        .set("value_from", valueFrom)
        .set("value_to", valueTo)
        .set("factor_from", factorFrom)
        .set("factor_to", factorTo)
        .set("log_mean", both ? (Double) LogMean.of(valueTo, valueFrom) : null)
        .set("ln_ratio", both ? (Double) (isNone ? 0 : lnRatio(factorTo, factorFrom)) : null)
        .set("vanishing", row.<Object>getAs("vanishing"))
        .set("residual", row.<Object>getAs("residual"))
        .set("numerator_source", source(comparison, order, 1))
        .set("denominator_source", source(comparison, order, -1))
        .setNull("note", "note_zh")
        .set("value_from_id", terms.findLeftId(from))
        .set("value_to_id", terms.findLeftId(to))
        .set("numerator_from_id", terms.findId(order, 1, from))
        .set("denominator_from_id", terms.findId(order, -1, from))
        .set("numerator_to_id", terms.findId(order, 1, to))
        .set("denominator_to_id", terms.findId(order, -1, to))
        .build();
  }

  private Row breakRow(BreakCell cell, RegionComparison comparison, String base) {
    return labelled(comparison, base, cell.sector(), cell.fuel())
        .set("factor_order", identity.identity().factors().size() + 1)
        .set("factor", BreakCell.FACTOR)
        .set("factor_zh", BreakCell.FACTOR_ZH)
        .set("factor_en", BreakCell.FACTOR_EN)
        .set("effect", cell.effect())
        .set("value_from", cell.valueFrom())
        .set("value_to", cell.valueTo())
        .setNull("factor_from", "factor_to", "log_mean", "ln_ratio", "vanishing", "residual")
        .setNull("numerator_source", "denominator_source")
        .set("note", cell.reason())
        .set("note_zh", cell.reasonZh())
        .set("value_from_id", breakId(cell, comparison, comparison.from()))
        .set("value_to_id", breakId(cell, comparison, comparison.to()))
        .setNull("numerator_from_id", "denominator_from_id")
        .setNull("numerator_to_id", "denominator_to_id")
        .build();
  }

  private String breakId(BreakCell cell, RegionComparison comparison, int year) {
    return terms.breakId(new IdentityTerms.Place(comparison, year, cell.sector(), cell.fuel()));
  }

  private TableRows.RowBuilder labelled(
      RegionComparison comparison, String base, String sector, String fuel) {
    String ofSector = sector == null ? CodeLabels.ALL : sector;
    String ofFuel = fuel == null ? CodeLabels.ALL : fuel;
    return comparison
        .label(DETAIL.row(), base)
        .set("identity", run.identity())
        .set("identity_zh", identity.titleZh())
        .set("identity_en", identity.titleEn())
        .set("sector", ofSector)
        .set("sector_zh", sectors.zh(ofSector))
        .set("fuel", ofFuel)
        .set("fuel_zh", fuels.zh(ofFuel))
        .set("unit", run.unit())
        .set("price_basis", run.priceBasis())
        .set("origin", comparison.origin().text())
        .set("value_source", terms.findLeftVariable().map(comparison.sources()::get).orElse(null))
        .set(
            "is_shown",
            base.equals(RegionComparison.CHAINED)
                && shown.isShown(run.identity(), comparison.regionCode()));
  }

  private String source(RegionComparison comparison, int order, int exponent) {
    return terms
        .findTerm(order, exponent)
        .map(Term::variable)
        .map(comparison.sources()::get)
        .orElse(null);
  }

  private static double lnRatio(double to, double from) {
    return to == from ? 0 : LogMean.lnRatio(to, from);
  }

  private static String findText(Row row, String column) {
    return Arrays.asList(row.schema().fieldNames()).contains(column) ? row.getAs(column) : null;
  }
}
