package org.carbonbook.decomposition.panel;

import java.util.List;
import java.util.Map;
import org.carbonbook.decomposition.method.NotComputableException;

/**
 * One group: the values of every variable by time and by the indices that the identity uses it by,
 * as read from the rows in any order.
 */
public final class Panel {

  public final PanelPlan plan;
  public final Object[] times;

  /** The finest combinations of all indices: the cells. */
  public final TupleIndex cells;

  /** For each variable the combinations that it has values for. */
  public final TupleIndex[] tuplesOf;

  /** For each variable its values, tuple by tuple for each time: {@code [time * size + tuple]}. */
  public final double[][] values;

  /** Why a time has no values, by the time's number; times without an entry are sound. */
  final Map<Integer, NotComputableException> broken;

  Panel(
      PanelPlan plan,
      Object[] times,
      TupleIndex cells,
      TupleIndex[] tuplesOf,
      double[][] values,
      Map<Integer, NotComputableException> broken) {
    this.plan = plan;
    this.times = times;
    this.cells = cells;
    this.tuplesOf = tuplesOf;
    this.values = values;
    this.broken = broken;
  }

  /** The same panel at some of its times with other values. */
  public Panel with(Object[] otherTimes, double[][] otherValues) {
    return new Panel(plan, otherTimes, cells, tuplesOf, otherValues, Map.of());
  }

  public static Panel of(PanelPlan plan, List<RowBatch> chunks) {
    return new PanelBuilder(plan, chunks).build();
  }

  /** {@code energy at sector=steel, 2011}. */
  String place(int variable, int tuple, int time) {
    String at = tuplesOf[variable].shown(tuple);
    return plan.variables.get(variable) + " at " + (at.isEmpty() ? "" : at + ", ") + times[time];
  }
}
