package org.carbonbook.decomposition.panel;

import java.io.Serializable;
import java.util.List;

/**
 * What is read from one input: which key columns it has and which variables it brings.
 *
 * @param number place among the inputs, from 0
 * @param by group columns that it has
 * @param hasTime whether it has the time column; without it its values hold for all times
 * @param indices index columns of the identity that it has, in the identity's order
 * @param variables variables of the identity that it brings
 */
public record InputPlan(
    int number, List<String> by, boolean hasTime, List<String> indices, List<String> variables)
    implements Serializable {}
