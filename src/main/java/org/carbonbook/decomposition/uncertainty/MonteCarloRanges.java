package org.carbonbook.decomposition.uncertainty;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.apache.commons.math3.linear.RealMatrix;
import org.carbonbook.decomposition.method.Comparison;
import org.carbonbook.decomposition.method.EffectMethod;
import org.carbonbook.decomposition.method.Form;
import org.carbonbook.decomposition.method.NotComputableException;
import org.carbonbook.decomposition.method.TermSums;
import org.carbonbook.decomposition.panel.Panel;
import org.carbonbook.decomposition.panel.PanelComparison;
import org.carbonbook.decomposition.panel.PanelSums;
import org.carbonbook.decomposition.panel.PeriodValues;
import org.carbonbook.decomposition.panel.TimePair;
import org.carbonbook.decomposition.panel.TupleIndex;

/**
 * Carries relative errors to the effects by draws: each value is multiplied by a log-normal factor
 * with mean one and the given relative deviation, all factors are computed again, and the
 * decomposition is repeated. Low and high are the 2.5 and 97.5 percentiles (linear between draws);
 * the probability of the sign is the share of draws with the sign of the effect itself.
 */
final class MonteCarloRanges {

  private static final double LOW = 0.025;
  private static final double HIGH = 0.975;

  private final Uncertainty uncertainty;
  private final Form form;
  private final Panel panel;
  private final TimePair pair;
  private final int[] cells;
  private final EffectMethod method;
  private final List<String> uncertain;
  private final RealMatrix mixing;

  MonteCarloRanges(Uncertainty uncertainty, UncertainEffects effects, int[] cells) {
    this.uncertainty = uncertainty;
    this.form = effects.form();
    this.panel = effects.sums().panel();
    this.pair = effects.pair();
    this.cells = cells;
    this.method = effects.method();
    this.uncertain = panel.plan.variables.stream().filter(v -> uncertainty.sigma(v) > 0).toList();
    this.mixing = uncertainty.mixing(uncertain);
  }

  double[][] ranges(double[] effects) {
    int factors = effects.length;
    double[][] drawn = new double[factors][uncertainty.draws()];
    SplittableRandom random = new SplittableRandom(seed());
    int good = 0;
    for (int d = 0; d < uncertainty.draws(); d++) {
      double[] one = effectsOfDraw(random);
      for (int k = 0; k < one.length; k++) {
        drawn[k][good] = one[k];
      }
      good += one.length > 0 ? 1 : 0;
    }
    double[][] ranges = new double[3][factors];
    for (int k = 0; k < factors; k++) {
      double[] sorted = Arrays.copyOf(drawn[k], good);
      Arrays.sort(sorted);
      ranges[0][k] = percentile(sorted, LOW);
      ranges[1][k] = percentile(sorted, HIGH);
      ranges[2][k] = signShare(sorted, effects[k]);
    }
    return ranges;
  }

  /** The seed of a group's comparison depends on what it is, not on where it is computed. */
  private long seed() {
    long hash = uncertainty.seed();
    String name = pair.fromShown() + "\n" + pair.toShown() + "\n" + panel.cells.listTuples();
    for (int i = 0; i < name.length(); i++) {
      hash = hash * 0x9E3779B97F4A7C15L + name.charAt(i);
    }
    for (double[] values : panel.values) {
      hash = hash * 0x9E3779B97F4A7C15L + Arrays.hashCode(values);
    }
    return hash;
  }

  private double[] effectsOfDraw(SplittableRandom random) {
    Panel moved = moved(random);
    try {
      PanelSums sums = new PanelSums(moved);
      Comparison c =
          PanelComparison.comparison(
              panel.plan.factors(), PeriodValues.of(sums, 0), PeriodValues.of(sums, 1), cells);
      if (form == Form.ADDITIVE) {
        return TermSums.sums(method.additiveTerms(c), c.factors());
      }
      double[] logs = method.logEffects(c);
      return Arrays.stream(logs).map(Math::exp).toArray();
    } catch (NotComputableException e) {
      return new double[0];
    }
  }

  /** The two times of the pair, every value times its drawn factor. */
  private Panel moved(SplittableRandom random) {
    double[][] values = new double[panel.values.length][];
    for (int v = 0; v < values.length; v++) {
      int size = panel.tuplesOf[v].size();
      values[v] = new double[2 * size];
      System.arraycopy(panel.values[v], pair.from() * size, values[v], 0, size);
      System.arraycopy(panel.values[v], pair.to() * size, values[v], size, size);
    }
    // Variables used by the same indices share a table of draws, so that they can correlate.
    List<List<String>> shapes = panel.plan.finest.stream().distinct().toList();
    for (List<String> shape : shapes) {
      TupleIndex tuples = panel.cells.projected(shape);
      for (int j = 0; j < tuples.size(); j++) {
        move(values, shape, tuples.tuple(j), random);
      }
    }
    return panel.with(new Object[] {pair.fromShown(), pair.toShown()}, values);
  }

  private void move(
      double[][] values, List<String> shape, List<String> tuple, SplittableRandom random) {
    double rho = uncertainty.timeCorrelation();
    double[] before = correlated(random);
    double[] own = correlated(random);
    for (int u = 0; u < uncertain.size(); u++) {
      int v = panel.plan.variables.indexOf(uncertain.get(u));
      if (panel.plan.finest.get(v).equals(shape)) {
        int at = panel.tuplesOf[v].findNumber(tuple);
        int size = panel.tuplesOf[v].size();
        double after = rho * before[u] + Math.sqrt(1 - rho * rho) * own[u];
        if (at >= 0) {
          values[v][at] *= factor(uncertain.get(u), before[u]);
          values[v][size + at] *= factor(uncertain.get(u), after);
        }
      }
    }
  }

  private double[] correlated(SplittableRandom random) {
    double[] independent =
        IntStream.range(0, uncertain.size()).mapToDouble(i -> random.nextGaussian()).toArray();
    return mixing == null ? independent : mixing.operate(independent);
  }

  private double factor(String variable, double z) {
    double sigma = uncertainty.sigma(variable);
    double log = Math.sqrt(Math.log1p(sigma * sigma));
    return Math.exp(log * z - log * log / 2);
  }

  private static double percentile(double[] sorted, double p) {
    if (sorted.length == 0) {
      return Double.NaN;
    }
    double place = p * (sorted.length - 1);
    int below = (int) place;
    int above = Math.min(below + 1, sorted.length - 1);
    return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
  }

  private double signShare(double[] drawn, double effect) {
    double neutral = form == Form.ADDITIVE ? 0 : 1;
    double sign = Math.signum(effect - neutral);
    long same = Arrays.stream(drawn).filter(d -> Math.signum(d - neutral) == sign).count();
    return drawn.length == 0 ? Double.NaN : (double) same / drawn.length;
  }
}
