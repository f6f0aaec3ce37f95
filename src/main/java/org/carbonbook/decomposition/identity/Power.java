package org.carbonbook.decomposition.identity;

import java.io.Serializable;

/**
 * A term with its exponent, 1 above the bar and -1 below.
 *
 * @param term the variable with its indices
 * @param exponent never 0
 * @param position where the term stands in the identity's text, from 0
 */
public record Power(Term term, int exponent, int position) implements Serializable {}
