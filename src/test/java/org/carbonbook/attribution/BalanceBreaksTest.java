package org.carbonbook.attribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.carbonbook.lake.Origin;
import org.junit.jupiter.api.Test;

/** What of two balances is compared, and what is a break. */
class BalanceBreaksTest {

  private static final ColumnSplits SPLITS =
      new ColumnSplits(Map.of("other_gas", Set.of("blast_furnace_gas")));
  private static final List<String> FUELS =
      List.of("raw_coal", "coke", "other_gas", "blast_furnace_gas", "natural_gas");
  private static final List<String> SECTORS = List.of("industry", "loss");

  /** Hubei 2007 prints no column of blast furnace gas; 2012 has 32.8 Mt CO2 in it. */
  @Test
  void aColumnThatOneYearDoesNotPrintIsABreakAndNoFuelMix() {
    Balance before =
        balance(2007, Set.of("raw_coal", "other_gas"), counted("industry", "raw_coal", 100, 40));
    Balance after =
        balance(
            2012,
            Set.of("raw_coal", "other_gas", "blast_furnace_gas"),
            counted("industry", "raw_coal", 130, 52),
            counted("industry", "blast_furnace_gas", 32.8, 4.4));
    ComparedBalances compared = new ComparedBalances(before, after, SPLITS);
    assertThat(compared.listBreaks())
        .singleElement()
        .satisfies(
            b -> {
              assertThat(b.effect()).isEqualTo(32.8);
              assertThat(b.reason()).isEqualTo("column blast_furnace_gas is not printed in 2007");
              assertThat(b.reasonZh()).isEqualTo("blast_furnace_gas 列在2007年表中未列");
            });
    assertThat(compared.listCompared())
        .singleElement()
        .satisfies(c -> assertThat(c.to().fuel()).isEqualTo("raw_coal"));
  }

  /** 0.7143 kgce/kg and 20908 kJ/kg differ in the fifth digit, of every fuel: no fuel is named. */
  @Test
  void coefficientsThatAreRoundedAreOneReasonWithoutFuels() {
    Balance before =
        balance(
            2007,
            Set.of("raw_coal", "coke", "natural_gas"),
            counted("industry", "raw_coal", 2.66037, 1),
            counted("industry", "coke", 2.93665, 1),
            counted("industry", "natural_gas", 1.94, 1));
    Balance after =
        balance(
            2012,
            Set.of("raw_coal", "coke", "natural_gas"),
            counted("industry", "raw_coal", 2.6604, 1),
            counted("industry", "coke", 2.93653, 1),
            counted("industry", "natural_gas", 1.93, 1));
    List<BreakCell> cells =
        new ComparedBalances(before, after, SPLITS)
            .listBreaks().stream()
                .map(
                    b ->
                        new BreakCell(
                            b.sector(), b.fuel(), List.of(), List.of(), b.reason(), b.reasonZh()))
                .toList();
    assertThat(cells).hasSize(3);
    assertThat(BreakNotes.en(cells))
        .isEqualTo(
            "coefficients of standard coal are rounded (below 0.02 % of any fuel); emission per tce"
                + " differs between 2007 and 2012 with the same factors (natural_gas)");
    assertThat(BreakNotes.zh(cells)).startsWith("2007与2012年因子相同").contains("折标准煤系数四舍五入");
  }

  @Test
  void aBlankCellOfAColumnThatBothYearsPrintIsAChangeOfActivity() {
    Balance before =
        balance(2007, Set.of("raw_coal", "natural_gas"), counted("industry", "raw_coal", 100, 40));
    Balance after =
        balance(
            2010,
            Set.of("raw_coal", "natural_gas"),
            counted("industry", "raw_coal", 100, 40),
            counted("industry", "natural_gas", 5, 3));
    ComparedBalances compared = new ComparedBalances(before, after, SPLITS);
    assertThat(compared.listBreaks()).isEmpty();
    assertThat(compared.listCompared()).hasSize(2);
  }

  /** Hubei 2012 prints losses of electricity only; in 2007 crude oil was lost too. */
  @Test
  void aRowThatIsPrintedWithoutAFigureOfTheFuelIsAChangeOfActivity() {
    Set<String> columns = Set.of("raw_coal", "crude_oil");
    Balance before =
        balance(
            2007,
            columns,
            counted("industry", "raw_coal", 100, 40),
            counted("loss", "crude_oil", 2, 1));
    Balance after =
        new Balance(
            "420000",
            2012,
            "Y 2012",
            1,
            "set",
            columns,
            Set.of("industry", "loss"),
            List.of(counted("industry", "raw_coal", 100, 40)));
    ComparedBalances compared = new ComparedBalances(before, after, SPLITS);
    assertThat(compared.listBreaks()).isEmpty();
    assertThat(compared.listCompared()).hasSize(2);
  }

  @Test
  void aGridFactorOfAnotherYearIsAnEffectAndOfAnotherAreaABreak() {
    Balance own = bought(2007, 0.8, new AppliedFactor("hubei-2007", "湖北", 2007));
    Balance later = bought(2012, 0.6, new AppliedFactor("hubei-2012", "湖北", 2012));
    ComparedBalances years = new ComparedBalances(own, later, SPLITS);
    assertThat(years.listBreaks()).isEmpty();
    assertThat(years.listCompared())
        .singleElement()
        .satisfies(each -> assertThat(each.fromScale()).isEqualTo(1));
    assertThat(years.findFactorsOfYears()).map(pair -> pair.to().year()).contains(2012);

    Balance wider = bought(2012, 0.6, new AppliedFactor("central-2012", "华中", 2012));
    ComparedBalances areas = new ComparedBalances(own, wider, SPLITS);
    assertThat(areas.listBreaks())
        .singleElement()
        .satisfies(
            each -> {
              assertThat(each.reason()).isEqualTo("the factor is of 湖北 in 2007 and of 华中 in 2012");
              assertThat(each.effect()).isCloseTo(-0.2, within(0.02));
            });
    ComparedBalances.Compared rest = areas.listCompared().get(0);
    assertThat(rest.from().co2() * rest.fromScale())
        .as("what is left of both years has one emission per energy, and the energy is the same")
        .isCloseTo(rest.to().co2() * rest.toScale(), within(1e-12));
  }

  /** Electricity of 1 tce that a region bought. */
  private static Balance bought(int year, double co2, AppliedFactor factor) {
    return balance(
        year,
        Set.of("electricity"),
        new EmissionFigure(2, "moving_in", "electricity", co2, 1.0, null, Origin.COMPUTED, factor));
  }

  @Test
  void aRemainderThatHoldsOtherColumnsIsABreak() {
    Balance before = balance(2007, Set.of("other_gas"), counted("industry", "other_gas", 0.5, 0.8));
    Balance after =
        balance(
            2012,
            Set.of("other_gas", "blast_furnace_gas"),
            counted("industry", "other_gas", 0.1, 0.2));
    assertThat(new ComparedBalances(before, after, SPLITS).listBreaks())
        .singleElement()
        .satisfies(
            b ->
                assertThat(b.reason())
                    .isEqualTo("column other_gas does not hold blast_furnace_gas in 2012"));
  }

  @Test
  void aRowOrAnEstimateThatOneYearLacksIsABreak() {
    Set<String> columns = Set.of("raw_coal", "coke");
    Balance before =
        balance(
            2007,
            columns,
            counted("industry", "raw_coal", 100, 40),
            counted("loss", "raw_coal", 2, 1),
            new EmissionFigure(1, "industry", "coke", null, null, "NE", Origin.COMPUTED, null));
    Balance after =
        balance(
            2010,
            columns,
            counted("industry", "raw_coal", 100, 40),
            counted("industry", "coke", 7, 3));
    assertThat(new ComparedBalances(before, after, SPLITS).listBreaks())
        .extracting(BalanceBreak::reason, BalanceBreak::effect)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("emission is NE in 2007", 7.0),
            org.assertj.core.groups.Tuple.tuple("row loss is not printed in 2010", -2.0));
  }

  /** One factor set for both years: only the conversion to standard coal moved. */
  @Test
  void anotherConversionIsNoChangeOfTheFactor() {
    Set<String> columns = Set.of("raw_coal");
    Balance before = balance(2007, columns, counted("industry", "raw_coal", 100, 40));
    Balance after = balance(2012, columns, counted("industry", "raw_coal", 110, 40));
    ComparedBalances compared = new ComparedBalances(before, after, SPLITS);
    ComparedBalances.Compared only = compared.listCompared().get(0);
    assertThat(100 * only.fromScale()).isCloseTo(110 * only.toScale(), within(1e-9));
    assertThat(compared.listBreaks().get(0).effect()).isCloseTo(10, within(1e-9));
  }

  /** Two balances of one region by random columns and figures. */
  @Provide
  Arbitrary<List<Balance>> pairs() {
    return Combinators.combine(balances(2007), balances(2012)).as(List::of);
  }

  private static Arbitrary<Balance> balances(int year) {
    Arbitrary<Double> amount =
        Arbitraries.frequencyOf(
            Tuple.of(6, Arbitraries.doubles().between(0.1, 1e7)),
            Tuple.of(1, Arbitraries.just(0.0)));
    Arbitrary<Set<String>> columns = Arbitraries.of(FUELS).set().ofMinSize(1);
    Arbitrary<double[]> amounts =
        amount
            .array(Double[].class)
            .ofSize(2 * FUELS.size() * SECTORS.size())
            .map(a -> Arrays.stream(a).mapToDouble(d -> d).toArray());
    Arbitrary<Integer> states = Arbitraries.integers().between(0, 1 << 20);
    return Combinators.combine(columns, amounts, states)
        .as((printed, values, state) -> random(year, printed, values, state));
  }

  private static Balance random(int year, Set<String> columns, double[] values, int state) {
    List<EmissionFigure> figures = new ArrayList<>();
    int at = 0;
    for (String sector : SECTORS) {
      for (String fuel : FUELS) {
        int kind = state >> at & 3;
        if (columns.contains(fuel) && kind != 0) {
          figures.add(
              kind == 1
                  ? new EmissionFigure(1, sector, fuel, null, null, "NE", Origin.COMPUTED, null)
                  : counted(sector, fuel, values[2 * at], values[2 * at + 1]));
        }
        at++;
      }
    }
    return balance(year, columns, figures.toArray(EmissionFigure[]::new));
  }

  @Property
  void whatIsComparedAndTheBreaksMakeTheWholeChange(@ForAll("pairs") List<Balance> pair) {
    double change = total(pair.get(1)) - total(pair.get(0));
    ComparedBalances compared = new ComparedBalances(pair.get(0), pair.get(1), SPLITS);
    double effects =
        compared.listCompared().stream()
            .mapToDouble(c -> co2(c.to(), c.toScale()) - co2(c.from(), c.fromScale()))
            .sum();
    double breaks = compared.listBreaks().stream().mapToDouble(BalanceBreak::effect).sum();
    double scale = total(pair.get(0)) + total(pair.get(1)) + 1;
    assertThat(effects + breaks).isCloseTo(change, within(1e-9 * scale));
  }

  @Property
  void theOtherDirectionOfTimeChangesTheSignOnly(@ForAll("pairs") List<Balance> pair) {
    Balance one = pair.get(0);
    Balance other = pair.get(1);
    List<BalanceBreak> forward = new ComparedBalances(one, other, SPLITS).listBreaks();
    List<BalanceBreak> back = new ComparedBalances(other, one, SPLITS).listBreaks();
    assertThat(back).hasSameSizeAs(forward);
    for (int i = 0; i < back.size(); i++) {
      double scale = Math.abs(forward.get(i).from()) + Math.abs(forward.get(i).to()) + 1;
      assertThat(back.get(i).effect()).isCloseTo(-forward.get(i).effect(), within(1e-9 * scale));
    }
  }

  @Property
  void theOrderOfFiguresChangesNothing(@ForAll("pairs") List<Balance> pair, @ForAll long seed) {
    List<Balance> shuffled = pair.stream().map(b -> shuffled(b, seed)).toList();
    ComparedBalances plain = new ComparedBalances(pair.get(0), pair.get(1), SPLITS);
    ComparedBalances mixed = new ComparedBalances(shuffled.get(0), shuffled.get(1), SPLITS);
    assertThat(mixed.listBreaks()).isEqualTo(plain.listBreaks());
    assertThat(mixed.listCompared()).isEqualTo(plain.listCompared());
  }

  private static Balance shuffled(Balance balance, long seed) {
    List<EmissionFigure> figures = new ArrayList<>(balance.figures());
    Collections.shuffle(figures, new Random(seed));
    return balance(balance.year(), balance.columns(), figures.toArray(EmissionFigure[]::new));
  }

  private static double total(Balance balance) {
    return balance.figures().stream()
        .filter(EmissionFigure::isCounted)
        .collect(Collectors.summingDouble(EmissionFigure::co2));
  }

  private static double co2(EmissionFigure figure, double scale) {
    return figure == null ? 0 : figure.co2() * scale;
  }

  private static EmissionFigure counted(String sector, String fuel, double co2, double energy) {
    return new EmissionFigure(1, sector, fuel, co2, energy, null, Origin.COMPUTED, null);
  }

  private static Balance balance(int year, Set<String> columns, EmissionFigure... figures) {
    Set<String> rows =
        List.of(figures).stream().map(EmissionFigure::sector).collect(Collectors.toSet());
    return new Balance(
        "420000", year, "Y " + year, 1, "set", new TreeSet<>(columns), rows, List.of(figures));
  }
}
