package org.carbonbook.decomposition.spark;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.carbonbook.decomposition.DecompositionOptions;
import org.carbonbook.decomposition.DecompositionOptions.Grain;
import org.carbonbook.decomposition.GapRule;
import org.carbonbook.decomposition.TimePairs;
import org.carbonbook.decomposition.Variant;
import org.carbonbook.decomposition.identity.Identity;
import org.carbonbook.decomposition.method.EffectGrid;
import org.carbonbook.decomposition.method.Form;
import org.carbonbook.decomposition.method.Method;
import org.carbonbook.decomposition.panel.PanelPlan;
import org.carbonbook.decomposition.uncertainty.Uncertainty;

/**
 * Sets up and runs a decomposition:
 *
 * <pre>{@code
 * Decomposition.of(Identity.parse("co2 = gdp * (energy[sector] / gdp) * (co2[sector] / energy[sector])"))
 *     .input(rows)
 *     .by("region").time("year")
 *     .pairs(TimePairs.chained()).method(Method.LMDI1).form(Form.ADDITIVE)
 *     .run()
 *     .effects();
 * }</pre>
 *
 * <p>An input has one row for each time, group and combination of index columns, and a column for
 * each variable. A variable used with fewer indices than elsewhere in the identity is its sum over
 * the missing ones; one that is never used more finely must repeat its value on every row. A
 * combination without a row in a year that has rows is zero; an empty value is missing, and the
 * comparisons that need it are not computed.
 */
public final class Decomposition {

  private final Identity identity;
  private final List<Dataset<Row>> inputs = new ArrayList<>();
  private List<String> by;
  private String time;
  private DecompositionOptions settings = DecompositionOptions.defaults();
  private PackedGroups grouped;
  private boolean commonGrid;

  private Decomposition(Identity identity) {
    this.identity = identity;
    this.by = identity.by();
    this.time = identity.time();
  }

  /** A decomposition of an identity; chained and additive LMDI-I by default. */
  public static Decomposition of(Identity identity) {
    return new Decomposition(identity);
  }

  /**
   * Adds an input. It may lack index columns, group columns or the time column where its variables
   * do not vary by them.
   */
  public Decomposition input(Dataset<Row> rows) {
    inputs.add(rows);
    grouped = null;
    return this;
  }

  /** Sets the group columns; each group is decomposed separately. */
  public Decomposition by(String... columns) {
    by = List.of(columns);
    grouped = null;
    return this;
  }

  /** Sets the column whose values are compared: years, or regions, scenarios, editions. */
  public Decomposition time(String column) {
    time = column;
    grouped = null;
    return this;
  }

  /** Sets which times are compared. */
  public Decomposition pairs(TimePairs pairs) {
    settings = settings.with(pairs);
    return this;
  }

  /** Sets the method. */
  public Decomposition method(Method method) {
    settings = settings.with(method);
    return this;
  }

  /** Sets the form, additive or multiplicative. */
  public Decomposition form(Form form) {
    settings = settings.with(form);
    return this;
  }

  /** Sets the indices from the coarsest level to the finest, for LMDI level by level. */
  public Decomposition levels(String... indices) {
    settings = settings.withLevels(List.of(indices));
    return this;
  }

  /** Sets what happens when a chain lacks years. */
  public Decomposition gaps(GapRule gaps) {
    settings = settings.with(gaps);
    return this;
  }

  /**
   * The largest residual of an exact method as a share of the change's scale, 1e-12 unless set.
   * Comparisons that leave more are not computed.
   */
  public Decomposition tolerance(double share) {
    if (!(share >= 0)) {
      throw new IllegalArgumentException(
          "tolerance " + share + ": a share from 0 on, such as 1e-12");
    }
    settings = settings.withTolerance(share);
    return this;
  }

  /**
   * Takes a centred moving mean of every variable first; times without a complete window are
   * excluded.
   *
   * @param times an odd number of times
   */
  public Decomposition movingMean(int times) {
    if (times < 1 || times % 2 == 0) {
      throw new IllegalArgumentException(
          "a centred mean takes an odd number of times, not " + times);
    }
    settings = settings.withWindow(times);
    return this;
  }

  /** Relative errors of the inputs, carried to the effects; null for none. */
  public Decomposition uncertainty(Uncertainty uncertainty) {
    settings = settings.with(uncertainty);
    return this;
  }

  /**
   * Puts additive effects on one grid for the whole input, so that the effects of groups add up to
   * those of coarser groups bit for bit. This reads the input twice.
   */
  public Decomposition onCommonGrid() {
    commonGrid = true;
    return this;
  }

  /**
   * Runs with a result for each group.
   *
   * @throws IllegalArgumentException when columns are missing or options contradict each other
   */
  public DecompositionResult run() {
    return run(Grain.GROUP);
  }

  /** Runs with a result for each cell: the attribution of every effect to the index columns. */
  public DecompositionResult runDetail() {
    if (!settings.levels().isEmpty()) {
      throw new IllegalArgumentException("effects found level by level have no detail by cell");
    }
    if (settings.form() == Form.MULTIPLICATIVE && !settings.method().effects().splitsRatios()) {
      throw new IllegalArgumentException(
          "the multiplicative effects of "
              + settings.method().code()
              + " do not split over cells: use lmdi1, or the additive form");
    }
    boolean alone = settings.form() == Form.ADDITIVE && settings.method().effects().isCellwise();
    if (settings.isUncertain() && !alone) {
      throw new IllegalArgumentException(
          "effects by cell have ranges in additive form only, and not by lmdi2");
    }
    return run(Grain.CELL);
  }

  /**
   * Runs several methods, forms and pairs in one pass over the rows. The result has columns {@code
   * method}, {@code form} and {@code pairs} after the group columns.
   *
   * @param variants at least two; the pairs, method and form set before do not count
   */
  public DecompositionResult runEach(List<Variant> variants) {
    if (variants.size() < 2) {
      throw new IllegalArgumentException("name at least two variants, or run one");
    }
    return run(variants.stream().map(this::settingsOf).toList());
  }

  private DecompositionOptions settingsOf(Variant variant) {
    return settings.with(variant.pairs()).with(variant.method()).with(variant.form());
  }

  private DecompositionResult run(Grain grain) {
    requireLevels();
    return run(List.of(settings.with(grain)));
  }

  private DecompositionResult run(List<DecompositionOptions> variants) {
    if (settings.isUncertain()) {
      settings.uncertainty().requireFits(identity);
    }
    PackedGroups rows = grouped();
    List<DecompositionOptions> used = onGrid(variants, rows);
    PanelPlan plan = plan();
    List<String> indices = used.get(0).grain() == Grain.CELL ? plan.indices : plan.freeIndices();
    ResultSchema schema =
        new ResultSchema(rows.by(), indices, rows.timeType(), plan.factors(), used);
    return new DecompositionResult(
        rows.decomposed(used, schema), rows, schema, by, indices, identity, used);
  }

  private List<DecompositionOptions> onGrid(
      List<DecompositionOptions> variants, PackedGroups rows) {
    if (!commonGrid || variants.stream().noneMatch(v -> v.form() == Form.ADDITIVE)) {
      return variants;
    }
    EffectGrid grid = EffectGrid.forTotal(rows.largestTotal(settings));
    return variants.stream().map(v -> v.form() == Form.ADDITIVE ? v.with(grid) : v).toList();
  }

  private void requireLevels() {
    List<String> levels = settings.levels();
    if (levels.isEmpty()) {
      return;
    }
    if (settings.uncertainty() != null && !settings.uncertainty().isDrawn()) {
      throw new IllegalArgumentException(
          "effects found level by level have no first-order uncertainty: draw instead");
    }
    if (!Set.copyOf(levels).equals(Set.copyOf(identity.listIndices()))) {
      throw new IllegalArgumentException(
          "levels " + levels + " must be the identity's indices " + identity.listIndices());
    }
    if (!settings.method().effects().supportsLevels()) {
      throw new IllegalArgumentException(
          "levels need lmdi1 or lmdi2, not " + settings.method().code());
    }
  }

  private PackedGroups grouped() {
    if (grouped == null) {
      grouped = new PackedGroups(inputs, plan(), by, time);
    }
    return grouped;
  }

  private PanelPlan plan() {
    return new PanelPlan(identity, new InputPlanner(identity, inputs, by, time).plans());
  }

  /** The columns of all inputs together. */
  static Set<String> columns(List<Dataset<Row>> inputs) {
    Set<String> columns = new LinkedHashSet<>();
    inputs.forEach(i -> columns.addAll(List.of(i.columns())));
    return columns;
  }
}
