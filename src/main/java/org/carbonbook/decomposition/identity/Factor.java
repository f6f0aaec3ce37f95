package org.carbonbook.decomposition.identity;

import java.io.Serializable;
import java.util.List;

/**
 * One factor of an identity, whose effect is computed: a variable or a ratio.
 *
 * @param name the name given to it, or its text
 * @param text the factor as the identity writes it, without enclosing parentheses
 * @param coefficient the product of the numbers in it, 1 when there are none
 * @param powers its variables
 * @param position where the factor starts in the identity's text, from 0
 */
public record Factor(String name, String text, double coefficient, List<Power> powers, int position)
    implements Serializable {

  public Factor {
    powers = List.copyOf(powers);
  }

  /** The same factor under another name. */
  public Factor named(String newName) {
    return new Factor(newName, text, coefficient, powers, position);
  }
}
