package org.carbonbook.decomposition.method;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * LMDI level by level (Ang 2014; the hierarchical scheme of APERC; the US Department of Energy's
 * chained indices are LMDI-II of this kind). At each level the factors known there are weighed
 * among the nodes of that level. What remains in a node, R = the sum over its cells of the product
 * of the deeper factors, is a factor of its own, and its change is split in the same way among the
 * nodes below, by their parts in R. A level's results do not depend on how finely the levels below
 * are cut.
 */
public final class HierarchicalLmdi implements EffectMethod {

  private static final long serialVersionUID = 1L;

  private final LogMeanMethod base;
  private final int[] levelOfFactor;
  private final int[][] nodeOfCell;

  /**
   * @param base LMDI1 or LMDI2, used at every level
   * @param levelOfFactor for each factor the level at which it is known, from 0
   * @param nodeOfCell for each level the number of the node that each cell belongs to
   */
  public HierarchicalLmdi(Method base, int[] levelOfFactor, int[][] nodeOfCell) {
    if (!(base.effects() instanceof LogMeanMethod logMean)) {
      throw new IllegalArgumentException("levels need lmdi1 or lmdi2, not " + base.code());
    }
    this.base = logMean;
    this.levelOfFactor = levelOfFactor.clone();
    this.nodeOfCell = nodeOfCell.clone();
  }

  @Override
  public String code() {
    return base.code();
  }

  @Override
  public double[] additiveTerms(Comparison c) {
    return terms(c, IntStream.range(0, c.cells).toArray(), 0, Form.ADDITIVE);
  }

  @Override
  public double[] logEffects(Comparison c) {
    return TermSums.sums(
        terms(c, IntStream.range(0, c.cells).toArray(), 0, Form.MULTIPLICATIVE), c.factors);
  }

  /**
   * @param c a comparison of some of the cells
   * @param cells the numbers of these cells in the whole
   */
  private double[] terms(Comparison c, int[] cells, int level, Form form) {
    double[] terms = new double[c.factors * c.cells];
    List<Integer> here = factorsAt(level);
    List<int[]> nodes = nodes(cells, level);
    List<Comparison> rests = new ArrayList<>();
    nodes.forEach(node -> rests.add(rest(c, node, level)));
    Comparison top = top(c, nodes, here, rests);
    double[] nodeTerms = base.terms(top, form);
    double[] weights = base.weights(top, form);
    for (int n = 0; n < nodes.size(); n++) {
      for (int h = 0; h < here.size(); h++) {
        terms[here.get(h) * c.cells + nodes.get(n)[0]] += nodeTerms[h * top.cells + n];
      }
      if (level + 1 < nodeOfCell.length) {
        double restTerm = nodeTerms[here.size() * top.cells + n];
        double[] below =
            below(rests.get(n), parts(cells, nodes.get(n)), level + 1, restTerm, weights[n]);
        addTo(terms, c.cells, below, nodes.get(n));
      }
    }
    return terms;
  }

  /** The terms of the deeper factors in one node, in the unit of the node's own terms. */
  private double[] below(Comparison rest, int[] cells, int level, double term, double weight) {
    if (rest.total0 == 0 || rest.totalT == 0) {
      double change = rest.totalT - rest.total0;
      if (change == 0 || term == 0) {
        return new double[rest.factors * rest.cells];
      }
      return scaled(terms(rest, cells, level, Form.ADDITIVE), term / change);
    }
    return scaled(terms(rest, cells, level, Form.MULTIPLICATIVE), weight);
  }

  private static double[] scaled(double[] terms, double by) {
    for (int j = 0; j < terms.length; j++) {
      terms[j] *= by;
    }
    return terms;
  }

  private static void addTo(double[] terms, int cells, double[] below, int[] node) {
    int factors = terms.length / cells;
    for (int k = 0; k < factors; k++) {
      for (int i = 0; i < node.length; i++) {
        terms[k * cells + node[i]] += below[k * node.length + i];
      }
    }
  }

  /** The level's own factors and the remainder, node by node. */
  private static Comparison top(
      Comparison c, List<int[]> nodes, List<Integer> here, List<Comparison> rests) {
    int count = nodes.size();
    double[] x0 = new double[(here.size() + 1) * count];
    double[] xT = new double[x0.length];
    double[] v0 = new double[count];
    double[] vT = new double[count];
    for (int n = 0; n < count; n++) {
      for (int h = 0; h < here.size(); h++) {
        int from = here.get(h) * c.cells + nodes.get(n)[0];
        x0[h * count + n] = c.x0[from];
        xT[h * count + n] = c.xT[from];
      }
      x0[here.size() * count + n] = rests.get(n).total0;
      xT[here.size() * count + n] = rests.get(n).totalT;
      v0[n] = ExactSum.of(picked(c.v0, nodes.get(n)));
      vT[n] = ExactSum.of(picked(c.vT, nodes.get(n)));
    }
    return new Comparison(here.size() + 1, x0, xT, v0, vT);
  }

  /** The deeper factors in one node; the factors known so far are set to one. */
  private Comparison rest(Comparison c, int[] node, int level) {
    double[] x0 = new double[c.factors * node.length];
    double[] xT = new double[x0.length];
    for (int k = 0; k < c.factors; k++) {
      for (int i = 0; i < node.length; i++) {
        boolean known = levelOfFactor[k] <= level;
        x0[k * node.length + i] = known ? 1 : c.x0[k * c.cells + node[i]];
        xT[k * node.length + i] = known ? 1 : c.xT[k * c.cells + node[i]];
      }
    }
    return Comparison.ofProducts(c.factors, x0, xT);
  }

  /** For each node of a level the places of its cells among those given, in the nodes' order. */
  private List<int[]> nodes(int[] cells, int level) {
    Map<Integer, List<Integer>> places = new TreeMap<>();
    for (int i = 0; i < cells.length; i++) {
      places.computeIfAbsent(nodeOfCell[level][cells[i]], n -> new ArrayList<>()).add(i);
    }
    return places.values().stream()
        .map(p -> p.stream().mapToInt(Integer::intValue).toArray())
        .toList();
  }

  private static int[] parts(int[] cells, int[] node) {
    return IntStream.of(node).map(i -> cells[i]).toArray();
  }

  private static double[] picked(double[] values, int[] places) {
    return IntStream.of(places).mapToDouble(i -> values[i]).toArray();
  }

  private List<Integer> factorsAt(int level) {
    return IntStream.range(0, levelOfFactor.length)
        .filter(k -> levelOfFactor[k] == level)
        .boxed()
        .toList();
  }

  @Override
  public boolean isExact() {
    return true;
  }

  @Override
  public boolean isCellwise() {
    return false;
  }
}
