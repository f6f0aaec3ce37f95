package org.carbonbook.decomposition.panel;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.carbonbook.decomposition.identity.Factor;
import org.carbonbook.decomposition.identity.Identity;
import org.carbonbook.decomposition.identity.Power;
import org.carbonbook.decomposition.identity.Term;

/**
 * An identity laid out over its inputs: which variable comes from where, which sums are needed, and
 * how factors are made of them. All lists are in one fixed order, so that numbers can replace
 * names.
 */
public final class PanelPlan implements Serializable {

  private static final long serialVersionUID = 1L;

  final Identity identity;
  public final List<String> indices;
  public final List<InputPlan> inputs;
  public final List<String> variables;

  /** For each variable the input that brings it. */
  final int[] inputOf;

  /** For each variable the indices that it is used by at its finest, in the identity's order. */
  public final List<List<String>> finest;

  public final List<VariableSum> sums;

  /** For each factor the numbers of its sums and their exponents. */
  public final int[][] sumsOfFactor;

  public final int[][] exponents;
  final double[] coefficients;

  /** The sum that is a cell's value; -1 when the value is the product of the factors. */
  final int valueSum;

  /** The left side as an input gives it, to compare a product with; -1 when no input does. */
  public final int observed;

  public PanelPlan(Identity identity, List<InputPlan> inputs) {
    this.identity = identity;
    this.indices = identity.listIndices();
    this.inputs = List.copyOf(inputs);
    this.variables = inputs.stream().flatMap(i -> i.variables().stream()).toList();
    this.inputOf = variables.stream().mapToInt(v -> inputOf(v).number()).toArray();
    Map<String, Set<String>> used = identity.finestIndices();
    this.finest =
        variables.stream()
            .map(v -> used.containsKey(v) ? ordered(used.get(v)) : inputOf(v).indices())
            .toList();
    this.sums = new ArrayList<>();
    int factors = identity.factors().size();
    this.sumsOfFactor = new int[factors][];
    this.exponents = new int[factors][];
    this.coefficients = new double[factors];
    for (int k = 0; k < factors; k++) {
      layOut(identity.factors().get(k), k);
    }
    this.valueSum = identity.findClosedBy().map(this::sumOf).orElse(-1);
    boolean product = valueSum < 0;
    this.observed =
        product && variables.contains(identity.left().variable()) ? sumOf(identity.left()) : -1;
  }

  private InputPlan inputOf(String variable) {
    return inputs.stream().filter(i -> i.variables().contains(variable)).findFirst().orElseThrow();
  }

  private void layOut(Factor factor, int k) {
    List<Power> powers = factor.powers();
    sumsOfFactor[k] = powers.stream().mapToInt(p -> sumOf(p.term())).toArray();
    exponents[k] = powers.stream().mapToInt(Power::exponent).toArray();
    coefficients[k] = factor.coefficient();
  }

  private int sumOf(Term term) {
    VariableSum sum =
        new VariableSum(variables.indexOf(term.variable()), ordered(Set.copyOf(term.indices())));
    if (!sums.contains(sum)) {
      sums.add(sum);
    }
    return sums.indexOf(sum);
  }

  private List<String> ordered(Set<String> names) {
    return indices.stream().filter(names::contains).toList();
  }

  /** Whether there is one input and no index. */
  boolean isPlain() {
    return inputs.size() == 1 && indices.isEmpty();
  }

  public int factors() {
    return sumsOfFactor.length;
  }

  /** The indices that results are reported for, in the identity's order. */
  public List<String> freeIndices() {
    return ordered(new LinkedHashSet<>(identity.left().indices()));
  }
}
