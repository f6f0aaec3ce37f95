package org.carbonbook.decomposition.panel;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** The distinct combinations of some index columns in a group, in one fixed order, numbered. */
public final class TupleIndex {

  private static final TupleIndex WHOLE = new TupleIndex(List.of(), List.of(List.of()));

  private final List<String> columns;
  private final List<List<String>> tuples;
  private final Map<List<String>, Integer> numbers;

  private TupleIndex(List<String> columns, List<List<String>> sorted) {
    this.columns = columns;
    this.tuples = sorted;
    this.numbers = new HashMap<>();
    for (int i = 0; i < sorted.size(); i++) {
      numbers.put(sorted.get(i), i);
    }
  }

  static TupleIndex of(List<String> columns, Collection<List<String>> tuples) {
    if (columns.isEmpty()) {
      return WHOLE;
    }
    TreeSet<List<String>> sorted = new TreeSet<>(TupleIndex::compare);
    sorted.addAll(tuples);
    return new TupleIndex(columns, new ArrayList<>(sorted));
  }

  /** The combinations of fewer columns that occur in this one. */
  public TupleIndex projected(List<String> fewer) {
    if (fewer.equals(columns)) {
      return this;
    }
    int[] places = places(fewer);
    return of(fewer, tuples.stream().map(t -> picked(t, places)).toList());
  }

  /** For each tuple its number in an index of fewer columns; -1 where that one lacks it. */
  int[] numbersIn(TupleIndex coarser) {
    int[] result = new int[tuples.size()];
    if (coarser.columns.isEmpty()) {
      return result;
    }
    int[] places = places(coarser.columns);
    for (int i = 0; i < result.length; i++) {
      result[i] = coarser.numbers.getOrDefault(picked(tuples.get(i), places), -1);
    }
    return result;
  }

  int number(List<String> tuple) {
    return columns.isEmpty() ? 0 : numbers.get(tuple);
  }

  /** The number of a tuple; -1 when there is no such tuple. */
  public int findNumber(List<String> tuple) {
    return columns.isEmpty() ? 0 : numbers.getOrDefault(tuple, -1);
  }

  public int size() {
    return tuples.size();
  }

  public List<String> columns() {
    return columns;
  }

  public List<String> tuple(int number) {
    return tuples.get(number);
  }

  public List<List<String>> listTuples() {
    return tuples;
  }

  /** {@code sector=steel, fuel=coal}. */
  String shown(int number) {
    StringBuilder shown = new StringBuilder();
    for (int c = 0; c < columns.size(); c++) {
      shown
          .append(c == 0 ? "" : ", ")
          .append(columns.get(c))
          .append("=")
          .append(tuples.get(number).get(c));
    }
    return shown.toString();
  }

  private int[] places(List<String> fewer) {
    return fewer.stream().mapToInt(columns::indexOf).toArray();
  }

  private static List<String> picked(List<String> tuple, int[] places) {
    List<String> picked = new ArrayList<>(places.length);
    for (int place : places) {
      picked.add(tuple.get(place));
    }
    return picked;
  }

  private static int compare(List<String> a, List<String> b) {
    for (int i = 0; i < a.size(); i++) {
      int order = a.get(i).compareTo(b.get(i));
      if (order != 0) {
        return order;
      }
    }
    return 0;
  }
}
