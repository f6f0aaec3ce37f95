package org.carbonbook.statistics.series;

import java.io.Serializable;
import java.util.List;

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

  /**
   * The position of a column.
   *
   * @throws IllegalArgumentException when no column has that name
   */
  public static int indexOf(List<KernelColumn> columns, String name) {
    for (int i = 0; i < columns.size(); i++) {
      if (columns.get(i).name().equals(name)) {
        return i;
      }
    }
    throw new IllegalArgumentException(
        "no column '%s'; the columns are %s"
            .formatted(name, String.join(", ", columns.stream().map(KernelColumn::name).toList())));
  }
}
