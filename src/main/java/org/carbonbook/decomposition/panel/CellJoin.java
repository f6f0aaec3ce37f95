package org.carbonbook.decomposition.panel;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Finds a group's cells: the combinations of all indices that its inputs have together. */
final class CellJoin {

  private CellJoin() {}

  static TupleIndex cells(PanelPlan plan, TupleIndex[] tuplesOfInput) {
    List<String> all = plan.indices;
    Set<List<String>> full = new LinkedHashSet<>();
    for (InputPlan input : plan.inputs) {
      if (input.indices().equals(all)) {
        full.addAll(tuplesOfInput[input.number()].listTuples());
      }
    }
    return TupleIndex.of(all, full.isEmpty() ? joined(plan, tuplesOfInput) : full);
  }

  /** The natural join of inputs none of which has all indices. */
  private static List<List<String>> joined(PanelPlan plan, TupleIndex[] tuplesOfInput) {
    List<String[]> partial = new ArrayList<>();
    partial.add(new String[plan.indices.size()]);
    for (InputPlan input : plan.inputs) {
      if (!input.indices().isEmpty()) {
        partial = joinedWith(partial, tuplesOfInput[input.number()], plan.indices);
      }
    }
    return partial.stream().map(Arrays::asList).toList();
  }

  private static List<String[]> joinedWith(
      List<String[]> partial, TupleIndex tuples, List<String> all) {
    int[] places = tuples.columns().stream().mapToInt(all::indexOf).toArray();
    List<String[]> result = new ArrayList<>();
    for (String[] left : partial) {
      for (List<String> right : tuples.listTuples()) {
        String[] both = left.clone();
        boolean agree = true;
        for (int c = 0; c < places.length; c++) {
          agree &= both[places[c]] == null || both[places[c]].equals(right.get(c));
          both[places[c]] = right.get(c);
        }
        if (agree) {
          result.add(both);
        }
      }
    }
    return result;
  }
}
