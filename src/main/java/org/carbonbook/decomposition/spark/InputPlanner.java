package org.carbonbook.decomposition.spark;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.carbonbook.decomposition.identity.Identity;
import org.carbonbook.decomposition.identity.KnownNames;
import org.carbonbook.decomposition.panel.InputPlan;

/** Finds which input brings which variable, and rejects inputs that do not fit the identity. */
final class InputPlanner {

  private final Identity identity;
  private final List<Dataset<Row>> inputs;
  private final List<String> by;
  private final String time;

  InputPlanner(Identity identity, List<Dataset<Row>> inputs, List<String> by, String time) {
    this.identity = identity;
    this.inputs = inputs;
    this.by = by;
    this.time = time;
  }

  List<InputPlan> plans() {
    requireKeys();
    identity.requireColumns(Decomposition.columns(inputs));
    Map<String, Integer> inputOf = new LinkedHashMap<>();
    identity.listVariables().forEach(v -> inputOf.put(v, inputOf(v)));
    String left = identity.left().variable();
    if (!inputOf.containsKey(left) && Decomposition.columns(inputs).contains(left)) {
      inputOf.put(left, inputOf(left));
    }
    List<InputPlan> plans = new ArrayList<>();
    for (int i = 0; i < inputs.size(); i++) {
      int number = i;
      List<String> variables =
          inputOf.entrySet().stream()
              .filter(e -> e.getValue() == number)
              .map(Map.Entry::getKey)
              .toList();
      plans.add(plan(i, List.of(inputs.get(i).columns()), variables));
    }
    plans.forEach(this::requireIndices);
    return plans;
  }

  private InputPlan plan(int number, List<String> columns, List<String> variables) {
    return new InputPlan(
        number,
        by.stream().filter(columns::contains).toList(),
        columns.contains(time),
        identity.listIndices().stream().filter(columns::contains).toList(),
        variables);
  }

  private void requireKeys() {
    if (inputs.isEmpty()) {
      throw new IllegalArgumentException("there is no input to decompose");
    }
    if (time == null) {
      throw new IllegalArgumentException(
          "no time column: name it, or write 'over year' in the identity");
    }
    Collection<String> columns = Decomposition.columns(inputs);
    requireColumn(columns, time, "time");
    by.forEach(c -> requireColumn(columns, c, "group"));
    for (String key : keys()) {
      if (identity.listVariables().contains(key)) {
        throw new IllegalArgumentException(
            "column '" + key + "' is a key and cannot be a variable of the identity too");
      }
    }
    for (String key : by) {
      if (identity.listIndices().contains(key) || key.equals(time)) {
        throw new IllegalArgumentException(
            "column '" + key + "' makes groups and cannot be an index or the time too");
      }
    }
    if (inputs.stream().noneMatch(i -> List.of(i.columns()).containsAll(by))) {
      throw new IllegalArgumentException("no input has all group columns " + by);
    }
  }

  private List<String> keys() {
    List<String> keys = new ArrayList<>(by);
    keys.add(time);
    keys.addAll(identity.listIndices());
    return keys;
  }

  private static void requireColumn(Collection<String> columns, String name, String kind) {
    if (!columns.contains(name)) {
      throw new IllegalArgumentException(
          kind
              + " column '"
              + name
              + "' is not in the input; nearest: "
              + KnownNames.nearest(columns, name));
    }
  }

  private int inputOf(String variable) {
    int found = -1;
    for (int i = 0; i < inputs.size(); i++) {
      if (List.of(inputs.get(i).columns()).contains(variable)) {
        if (found >= 0) {
          throw new IllegalArgumentException(
              "column '" + variable + "' is in two inputs; drop it from one of them");
        }
        found = i;
      }
    }
    return found;
  }

  private void requireIndices(InputPlan plan) {
    Map<String, Set<String>> finest = identity.finestIndices();
    for (String variable : plan.variables()) {
      for (String index : finest.getOrDefault(variable, Set.copyOf(identity.left().indices()))) {
        if (!plan.indices().contains(index)) {
          throw new IllegalArgumentException(
              "'"
                  + variable
                  + "' is used by index '"
                  + index
                  + "', which the input that has it lacks");
        }
      }
    }
  }
}
