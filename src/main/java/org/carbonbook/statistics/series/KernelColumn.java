package org.carbonbook.statistics.series;

import java.io.Serializable;

/**
 * A column of the rows that a {@link GroupKernel} emits.
 *
 * @param name the column's name in tables
 * @param type the type of its cells
 */
public record KernelColumn(String name, Type type) implements Serializable {

  /** The types of cells: {@code Integer}, {@code Double} or {@code String}; any may be null. */
  public enum Type {
    INTEGER,
    DOUBLE,
    STRING
  }

  /** A column of whole numbers. */
  public static KernelColumn integer(String name) {
    return new KernelColumn(name, Type.INTEGER);
  }

  /** A column of floating-point numbers. */
  public static KernelColumn number(String name) {
    return new KernelColumn(name, Type.DOUBLE);
  }

  /** A column of text. */
  public static KernelColumn text(String name) {
    return new KernelColumn(name, Type.STRING);
  }
}
