package org.carbonbook.trace;

import java.io.PrintWriter;
import java.math.BigDecimal;

/** Prints a trace as an indented text: the figure, its formula, its terms, down to the cells. */
final class TracePrinter {

  private static final int MAX_PARTS = 40;

  private final PrintWriter out;

  TracePrinter(PrintWriter out) {
    this.out = out;
  }

  void print(TraceNode root) {
    print(root, "");
    out.println(
        root.isRebuilt()
            ? "rebuilt from the leaves: %s, exactly as published".formatted(number(root.rebuilt()))
            : "rebuilt from the leaves: %s, which is NOT the published %s"
                .formatted(number(root.rebuilt()), number(root.value())));
    out.println();
    out.flush();
  }

  private void print(TraceNode node, String indent) {
    if (node.isAbsent()) {
      return;
    }
    String unit = node.unit() == null ? "" : " " + node.unit();
    out.println(
        indent + node.name() + " = " + number(node.value()) + unit + "  [" + node.place() + "]");
    if (!node.isLeaf()) {
      out.println(indent + "  = " + node.formula());
    }
    node.citation().forEach(line -> out.println(indent + "  · " + line));
    node.parts().stream().limit(MAX_PARTS).forEach(part -> print(part, indent + "  "));
    if (node.parts().size() > MAX_PARTS) {
      out.println(
          indent
              + "  … and %d more, all of them in the sum"
                  .formatted(node.parts().size() - MAX_PARTS));
    }
  }

  private static String number(Object value) {
    if (value instanceof Double number && !number.isNaN() && !number.isInfinite()) {
      String plain = new BigDecimal(number.toString()).toPlainString();
      return plain.endsWith(".0") ? plain.substring(0, plain.length() - 2) : plain;
    }
    return String.valueOf(value);
  }
}
