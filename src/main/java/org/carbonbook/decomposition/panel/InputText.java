package org.carbonbook.decomposition.panel;

/** The inputs of a comparison as one line of text, kept with what is not computed. */
public final class InputText {

  private static final int MAX_VALUES = 200;

  private InputText() {}

  public static String of(Panel panel, TimePair pair) {
    StringBuilder text = new StringBuilder();
    int shown = 0;
    for (int v = 0; v < panel.values.length; v++) {
      for (int j = 0; j < panel.tuplesOf[v].size(); j++) {
        if (shown++ == MAX_VALUES) {
          return text.append("; …").toString();
        }
        text.append(text.length() == 0 ? "" : "; ").append(panel.plan.variables.get(v));
        if (!panel.tuplesOf[v].columns().isEmpty()) {
          text.append(panel.tuplesOf[v].tuple(j));
        }
        text.append(": ").append(value(panel, v, j, pair.from()));
        text.append(" -> ").append(value(panel, v, j, pair.to()));
      }
    }
    return text.toString();
  }

  private static String value(Panel panel, int variable, int tuple, int time) {
    if (time < 0) {
      return "absent";
    }
    double value = panel.values[variable][time * panel.tuplesOf[variable].size() + tuple];
    if (!Double.isNaN(value)) {
      return Double.toString(value);
    }
    return MissingValue.isNoRow(value)
        ? "no row"
        : MissingValue.shown(value).substring("is ".length());
  }
}
