package org.carbonbook.unit;

import javax.measure.IncommensurableException;
import javax.measure.Unit;

/**
 * A figure with its unit, its substance basis and the place it comes from. Sums need the same
 * dimension on the same basis; products and quotients carry both along.
 */
public final class Quantity {

  private final double value;
  private final Unit<?> unit;
  private final String printedUnit;
  private final String source;

  private Quantity(double value, Unit<?> unit, String printedUnit, String source) {
    this.value = value;
    this.unit = unit;
    this.printedUnit = printedUnit;
    this.source = source;
  }

  /**
   * A figure in a unit of the registry.
   *
   * @param basis the substance basis, blank when the unit needs none or carries it itself
   * @param source where the figure comes from, for messages
   */
  public static Quantity of(double value, UnitDefinition unit, String basis, String source) {
    boolean plain = basis.isBlank() || basis.equals(unit.basis());
    String printed = plain ? unit.id() : unit.id() + " (" + basis + ")";
    return new Quantity(value, UnitAlgebra.unitOf(unit, basis), printed, source);
  }

  /**
   * The sum, in this quantity's unit.
   *
   * @throws MixedBasisException when dimension or basis differ
   */
  public Quantity plus(Quantity other) {
    return withSum(value + other.valueIn(this, "add"), other);
  }

  /**
   * The difference, in this quantity's unit.
   *
   * @throws MixedBasisException when dimension or basis differ
   */
  public Quantity minus(Quantity other) {
    return withSum(value - other.valueIn(this, "subtract"), other);
  }

  /** The product, in the product of the units. */
  public Quantity times(Quantity other) {
    return new Quantity(
        value * other.value,
        unit.multiply(other.unit),
        printedUnit + " * " + other.printedUnit,
        sources(other));
  }

  /** The quotient, in the quotient of the units. */
  public Quantity dividedBy(Quantity other) {
    return new Quantity(
        value / other.value,
        unit.divide(other.unit),
        printedUnit + " / (" + other.printedUnit + ")",
        sources(other));
  }

  /**
   * The same quantity counted in another unit of the registry.
   *
   * @throws MixedBasisException when dimension or basis differ
   */
  public Quantity convertTo(UnitDefinition target, String basis) {
    Quantity one = of(1, target, basis, "the unit asked for");
    return new Quantity(valueIn(one, "convert"), one.unit, one.printedUnit, source);
  }

  /** The figure in this quantity's own unit. */
  public double value() {
    return value;
  }

  /** The unit with its basis, as messages print it. */
  public String unit() {
    return printedUnit;
  }

  /** Where the figure comes from. */
  public String source() {
    return source;
  }

  private double valueIn(Quantity target, String verb) {
    try {
      return unit.getConverterToAny(target.unit).convert(value);
    } catch (IncommensurableException e) {
      throw new MixedBasisException(
          String.format(
              "cannot %s %s [%s] and %s [%s]: dimension or basis differ",
              verb, this, source, target, target.source),
          e);
    }
  }

  private Quantity withSum(double sum, Quantity other) {
    return new Quantity(sum, unit, printedUnit, sources(other));
  }

  private String sources(Quantity other) {
    return source.equals(other.source) ? source : source + " + " + other.source;
  }

  @Override
  public String toString() {
    return value + " " + printedUnit;
  }
}
