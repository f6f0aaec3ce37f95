package org.carbonbook.attribution;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Two balances of a region: which of their figures can be compared, and the breaks. A row or column
 * that only one of them prints, a figure that only one estimates, and a remainder that holds other
 * columns are breaks as a whole. Where the emission per energy differs although both years have the
 * same factor, only the conversion of the balance changed; where the factors are of different
 * areas, the change of the area is not a change of the electricity: both years are restated with
 * the geometric mean of the two, which treats them alike, and the rest is a break. Factors of one
 * area and different years are an effect of the emission factor.
 */
final class ComparedBalances {

  /** Emissions per energy that differ by rounding only are the same. */
  private static final double SAME = 1e-9;

  /**
   * Coefficients of standard coal have four decimals: half of the last one of the smallest (0.2857
   * kgce/kg of washed coal) is 0.018 %.
   */
  private static final double ROUNDED = 2e-4;

  /** So small a difference is not due to a fuel, so that the fuels are not named. */
  private static final Reason ROUNDING =
      new Reason(
          "coefficients of standard coal are rounded (below 0.02 % of any fuel)",
          "折标准煤系数四舍五入（任一品种小于0.02%）");

  private final Balance from;
  private final Balance to;
  private final ColumnSplits splits;
  private final List<Compared> compared = new ArrayList<>();
  private final List<BalanceBreak> breaks = new ArrayList<>();

  /**
   * A row and column that both balances print.
   *
   * @param from figure of the first year; null where the cell is blank
   * @param fromScale multiplier that restates its emission
   * @param to figure of the second year; null where the cell is blank
   * @param toScale likewise
   */
  record Compared(EmissionFigure from, double fromScale, EmissionFigure to, double toScale) {}

  /** Why something cannot be compared, in English and Chinese. */
  private record Reason(String en, String zh) {}

  ComparedBalances(Balance from, Balance to, ColumnSplits splits) {
    this.from = from;
    this.to = to;
    this.splits = splits;
    Set<List<String>> cells = new TreeSet<>(Comparator.comparing(List::toString));
    from.figures().forEach(f -> cells.add(List.of(f.sector(), f.fuel())));
    to.figures().forEach(f -> cells.add(List.of(f.sector(), f.fuel())));
    cells.forEach(cell -> compare(cell.get(0), cell.get(1)));
  }

  /** What can be compared, by row and column. */
  List<Compared> listCompared() {
    return List.copyOf(compared);
  }

  /** What cannot be compared, by row and column. */
  List<BalanceBreak> listBreaks() {
    return List.copyOf(breaks);
  }

  private void compare(String sector, String fuel) {
    Optional<EmissionFigure> before = from.find(sector, fuel);
    Optional<EmissionFigure> after = to.find(sector, fuel);
    Optional<Reason> reason = findReason(sector, fuel, before, after);
    EmissionFigure one = before.filter(EmissionFigure::isCounted).orElse(null);
    EmissionFigure other = after.filter(EmissionFigure::isCounted).orElse(null);
    if (one == null && other == null) {
      return;
    }
    if (reason.isPresent()) {
      breakAll(sector, fuel, one, other, reason.get());
    } else if (one == null || other == null) {
      compared.add(new Compared(one, 1, other, 1));
    } else {
      restate(sector, fuel, one, other);
    }
  }

  private Optional<Reason> findReason(
      String sector, String fuel, Optional<EmissionFigure> before, Optional<EmissionFigure> after) {
    for (Balance each : List.of(from, to)) {
      if (!each.columns().contains(fuel)) {
        return reason(each, "column %s is not printed in %d", "%s 列在%d年表中未列", fuel);
      }
      if (!each.printsRow(sector)) {
        return reason(each, "row %s is not printed in %d", "%s 行在%d年表中未列", sector);
      }
    }
    Optional<String> part = splits.findPartInOneOnly(fuel, from, to);
    if (part.isPresent()) {
      Balance apart = from.columns().contains(part.get()) ? from : to;
      return reason(
          apart, "column " + fuel + " does not hold %s in %d", fuel + " 列不含 %s（%d年单列）", part.get());
    }
    boolean oneCounts = before.map(EmissionFigure::isCounted).orElse(true);
    boolean otherCounts = after.map(EmissionFigure::isCounted).orElse(true);
    if (oneCounts != otherCounts) {
      Balance without = oneCounts ? to : from;
      String notation = (oneCounts ? after : before).map(EmissionFigure::notation).orElse("NE");
      return reason(without, "emission is %s in %d", "排放为 %s（%d年）", notation);
    }
    return Optional.empty();
  }

  private Reason conversionReason(double ratio) {
    if (Math.abs(ratio - 1) <= ROUNDED) {
      return ROUNDING;
    }
    return new Reason(
        "emission per tce differs between %d and %d with the same factors"
            .formatted(from.year(), to.year()),
        "%d与%d年因子相同而单位能源排放不同".formatted(from.year(), to.year()));
  }

  /** Whether a reason is one of all fuels alike, in English or Chinese. */
  static boolean isRounding(String reason) {
    return reason.equals(ROUNDING.en()) || reason.equals(ROUNDING.zh());
  }

  private Reason areaReason(AppliedFactor one, AppliedFactor other) {
    return new Reason(
        "the factor is of %s in %d and of %s in %d"
            .formatted(one.area(), from.year(), other.area(), to.year()),
        "因子所属区域%d年为%s，%d年为%s".formatted(from.year(), one.area(), to.year(), other.area()));
  }

  /** The factors of a year's own that figures of both years have. */
  Optional<FactorPair> findFactorsOfYears() {
    return compared.stream()
        .filter(each -> each.from() != null && each.to() != null)
        .filter(each -> each.from().factor() != null && each.to().factor() != null)
        .filter(each -> each.from().factor().isOfYear() || each.to().factor().isOfYear())
        .map(each -> new FactorPair(each.from().factor(), each.to().factor()))
        .findFirst();
  }

  private static Optional<Reason> reason(Balance balance, String en, String zh, String what) {
    return Optional.of(
        new Reason(en.formatted(what, balance.year()), zh.formatted(what, balance.year())));
  }

  /** A printed zero: the cell appears or vanishes, which is a change that can be compared. */
  private static boolean isZero(EmissionFigure figure) {
    return figure.co2() == 0 && figure.energy() == 0;
  }

  private void breakAll(
      String sector, String fuel, EmissionFigure one, EmissionFigure other, Reason reason) {
    breaks.add(
        new BalanceBreak(
            sector,
            fuel,
            one == null ? 0 : one.co2(),
            1,
            other == null ? 0 : other.co2(),
            1,
            reason.en(),
            reason.zh()));
  }

  private void restate(String sector, String fuel, EmissionFigure one, EmissionFigure other) {
    double ratio = (other.co2() / other.energy()) / (one.co2() / one.energy());
    boolean otherFactor = one.hasOtherFactor(other);
    boolean sameArea = otherFactor && one.factor().isOfSameArea(other.factor());
    if (isZero(one) || isZero(other) || Math.abs(ratio - 1) <= SAME || sameArea) {
      compared.add(new Compared(one, 1, other, 1));
      return;
    }
    Reason reason =
        otherFactor ? areaReason(one.factor(), other.factor()) : conversionReason(ratio);
    if (!(ratio > 0) || Double.isInfinite(ratio)) {
      breakAll(sector, fuel, one, other, reason);
      return;
    }
    double fromScale = Math.sqrt(ratio);
    double toScale = 1 / fromScale;
    compared.add(new Compared(one, fromScale, other, toScale));
    breaks.add(
        new BalanceBreak(
            sector,
            fuel,
            one.co2() * (1 - fromScale),
            1 - fromScale,
            other.co2() * (1 - toScale),
            1 - toScale,
            reason.en(),
            reason.zh()));
  }
}
