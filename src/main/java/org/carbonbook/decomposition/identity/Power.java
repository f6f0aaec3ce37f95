package org.carbonbook.decomposition.identity;

import java.io.Serializable;

/**
 * A term with its exponent, 1 in a numerator and -1 in a denominator.
 *
 * @param term the variable with its indices
 * @param exponent never 0
 * @param position position of the term in the identity's text, from 0
 */
public record Power(Term term, int exponent, int position) implements Serializable {}
