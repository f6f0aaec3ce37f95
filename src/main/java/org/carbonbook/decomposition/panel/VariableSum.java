package org.carbonbook.decomposition.panel;

import java.io.Serializable;
import java.util.List;

/**
 * A variable as a factor uses it: its values summed over the indices that the factor does not use.
 *
 * @param variable the variable's number
 * @param indices indices that are kept, in the identity's order
 */
public record VariableSum(int variable, List<String> indices) implements Serializable {}
