package org.carbonbook.decomposition;

import java.io.Serializable;
import org.carbonbook.decomposition.method.Form;
import org.carbonbook.decomposition.method.Method;
import org.carbonbook.decomposition.spark.Decomposition;

/**
 * One of several ways to decompose the same rows, see {@link Decomposition#runEach}.
 *
 * @param pairs which times are compared
 * @param method the method
 * @param form additive or multiplicative
 */
public record Variant(TimePairs pairs, Method method, Form form) implements Serializable {}
