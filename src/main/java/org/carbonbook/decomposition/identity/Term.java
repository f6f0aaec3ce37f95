package org.carbonbook.decomposition.identity;

import java.io.Serializable;
import java.util.List;

/**
 * A variable as it is used at one place of an identity: {@code energy[sector,fuel]}. The indices
 * are kept in the order in which the text names them; two uses are the same term when they name the
 * same set.
 *
 * @param variable the variable's name, a column of the input
 * @param indices the index columns that it is used by; empty for a total
 */
public record Term(String variable, List<String> indices) implements Serializable {

  public Term {
    indices = List.copyOf(indices);
  }

  /** The same term whatever order its indices were written in. */
  Term sorted() {
    return new Term(variable, indices.stream().sorted().toList());
  }

  @Override
  public String toString() {
    return indices.isEmpty() ? variable : variable + "[" + String.join(",", indices) + "]";
  }
}
