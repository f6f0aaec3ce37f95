package org.carbonbook.cli;

import static org.apache.spark.sql.functions.col;

import java.awt.Color;
import java.awt.Font;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Row;
import org.carbonbook.decomposition.identity.NamedIdentity;
import org.carbonbook.decomposition.method.Form;
import org.carbonbook.decomposition.spark.DecompositionResult;
import org.jfree.chart.ChartFactory;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.labels.ItemLabelAnchor;
import org.jfree.chart.labels.ItemLabelPosition;
import org.jfree.chart.labels.StandardCategoryItemLabelGenerator;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.plot.PlotOrientation;
import org.jfree.chart.renderer.category.WaterfallBarRenderer;
import org.jfree.chart.text.TextUtils;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.data.category.DefaultCategoryDataset;
import org.jfree.svg.SVGGraphics2D;

/**
 * A waterfall from the left side's first value over every factor's effect to its last. A chain of
 * years is drawn as one step per factor, effects of all years taken together; other pairs are drawn
 * as the last one. The residual of an inexact method is a step of its own. In multiplicative form
 * the value starts at 1.
 */
final class WaterfallChart {

  private static final int WIDTH = 960;
  private static final int HEIGHT = 540;
  private static final int MAX_GROUPS = 50;

  /** A residual below this share of the bars is rounding and is not drawn. */
  private static final double LEAST_RESIDUAL = 1e-9;

  private final NamedIdentity identity;
  private final Form form;
  private final boolean chinese;

  WaterfallChart(NamedIdentity identity, Form form, String language) {
    if (!language.equals("zh") && !language.equals("en")) {
      throw new IllegalArgumentException("--lang " + language + ": zh or en");
    }
    this.identity = identity;
    this.form = form;
    this.chinese = language.equals("zh");
  }

  /** Draws one file for each group; the group is part of the name if there are several. */
  List<Path> write(DecompositionResult result, Path file) {
    List<Path> written = new ArrayList<>();
    Map<String, Steps> groups = steps(result);
    for (Map.Entry<String, Steps> group : groups.entrySet()) {
      Path target = groups.size() == 1 ? file : named(file, group.getKey());
      draw(group.getKey(), group.getValue(), target);
      written.add(target);
    }
    return written;
  }

  private static Path named(Path file, String group) {
    String name = file.getFileName().toString();
    String stem = name.substring(0, name.length() - ".svg".length());
    return file.resolveSibling(stem + "-" + group.replaceAll("[^\\p{L}\\p{N}_-]+", "_") + ".svg");
  }

  /** The running value of one group. */
  private static final class Steps {
    private final Map<String, Double> effects = new LinkedHashMap<>();
    private Object first;
    private Object last;
    private double start;
    private double end;

    /** The residual: change minus effects, or ratio over the product of effects. */
    private double rest(boolean additive) {
      double left = additive ? end - start : end / start;
      for (double effect : effects.values()) {
        left = additive ? left - effect : left / effect;
      }
      return left;
    }
  }

  private Map<String, Steps> steps(DecompositionResult result) {
    List<Column> order = new ArrayList<>();
    result.by().forEach(c -> order.add(DecomposeOutput.quoted(c)));
    result.indices().forEach(c -> order.add(DecomposeOutput.quoted(c)));
    order.add(col("year_from").cast("long"));
    order.add(col("year_from"));
    order.add(col("year_to").cast("long"));
    order.add(col("year_to"));
    order.add(col("factor_order"));
    Map<String, Steps> groups = new LinkedHashMap<>();
    for (var rows = result.effects().orderBy(order.toArray(Column[]::new)).toLocalIterator();
        rows.hasNext() && groups.size() <= MAX_GROUPS; ) {
      Row row = rows.next();
      add(groups.computeIfAbsent(group(result, row), g -> new Steps()), row);
    }
    if (groups.size() > MAX_GROUPS) {
      throw new IllegalArgumentException(
          "--plot draws at most " + MAX_GROUPS + " groups: give an input with fewer");
    }
    return groups;
  }

  private static String group(DecompositionResult result, Row row) {
    List<String> parts = new ArrayList<>();
    result.by().forEach(c -> parts.add(String.valueOf(row.<Object>getAs(c))));
    result.indices().forEach(c -> parts.add(String.valueOf(row.<Object>getAs(c))));
    return String.join(" ", parts);
  }

  private void add(Steps steps, Row row) {
    Object from = row.getAs("year_from");
    Object to = row.getAs("year_to");
    boolean next = row.<Integer>getAs("factor_order") == 1;
    if (next && !from.equals(steps.last)) {
      steps.effects.clear();
      steps.first = from;
      steps.start = row.getAs("value_from");
    }
    steps.last = to;
    steps.end = row.getAs("value_to");
    double effect = row.getAs("effect");
    steps.effects.merge(
        row.getAs("factor"), effect, form == Form.ADDITIVE ? Double::sum : (a, b) -> a * b);
  }

  private void draw(String group, Steps steps, Path file) {
    DefaultCategoryDataset bars = new DefaultCategoryDataset();
    boolean additive = form == Form.ADDITIVE;
    double value = additive ? steps.start : 1;
    bars.addValue(value, "v", steps.first.toString());
    Map<String, String> labels = chinese ? identity.labelsZh() : identity.labelsEn();
    for (Map.Entry<String, Double> effect : steps.effects.entrySet()) {
      double step = additive ? effect.getValue() : value * (effect.getValue() - 1);
      bars.addValue(step, "v", labels.getOrDefault(effect.getKey(), effect.getKey()));
      value += step;
    }
    double rest = additive ? steps.rest(true) : value * (steps.rest(false) - 1);
    double end = additive ? steps.end : steps.end / steps.start;
    if (Math.abs(rest) > LEAST_RESIDUAL * Math.max(Math.abs(value), Math.abs(end))) {
      bars.addValue(rest, "v", chinese ? "残差" : "Residual");
    }
    bars.addValue(end, "v", steps.last.toString() + "\u200B");
    String title = chinese ? identity.titleZh() : identity.titleEn();
    JFreeChart chart =
        ChartFactory.createWaterfallChart(
            (group.isEmpty() ? "" : group + "  ") + title + "  " + steps.first + "–" + steps.last,
            chinese ? "因素" : "Factor",
            identity.identity().left().toString(),
            bars,
            PlotOrientation.VERTICAL,
            false,
            false,
            false);
    style(chart);
    save(chart, file);
  }

  private static void style(JFreeChart chart) {
    Font font = new Font("SansSerif", Font.PLAIN, 13);
    chart.getTitle().setFont(new Font("SansSerif", Font.BOLD, 16));
    chart.setBackgroundPaint(Color.WHITE);
    CategoryPlot plot = chart.getCategoryPlot();
    plot.setBackgroundPaint(Color.WHITE);
    plot.setRangeGridlinePaint(Color.LIGHT_GRAY);
    plot.getDomainAxis().setTickLabelFont(font);
    plot.getDomainAxis().setLabelFont(font);
    plot.getDomainAxis().setMaximumCategoryLabelLines(4);
    plot.getRangeAxis().setTickLabelFont(font);
    plot.getRangeAxis().setLabelFont(font);
    WaterfallBarRenderer bars = (WaterfallBarRenderer) plot.getRenderer();
    bars.setFirstBarPaint(new Color(0x4C, 0x72, 0xB0));
    bars.setLastBarPaint(new Color(0x4C, 0x72, 0xB0));
    bars.setPositiveBarPaint(new Color(0xC4, 0x4E, 0x52));
    bars.setNegativeBarPaint(new Color(0x55, 0xA8, 0x68));
    bars.setDefaultItemLabelGenerator(new StandardCategoryItemLabelGenerator());
    bars.setDefaultItemLabelsVisible(true);
    bars.setDefaultItemLabelFont(font);
    ItemLabelPosition above =
        new ItemLabelPosition(ItemLabelAnchor.OUTSIDE12, TextAnchor.BOTTOM_CENTER);
    bars.setPositiveItemLabelPositionFallback(above);
    bars.setNegativeItemLabelPositionFallback(above);
  }

  private static void save(JFreeChart chart, Path file) {
    // Rotated labels stay text; otherwise they become outlines that nobody can search.
    TextUtils.setUseDrawRotatedStringWorkaround(false);
    SVGGraphics2D canvas = new SVGGraphics2D(WIDTH, HEIGHT);
    canvas.setDefsKeyPrefix("waterfall");
    chart.draw(canvas, new Rectangle2D.Double(0, 0, WIDTH, HEIGHT));
    try {
      Files.writeString(file, canvas.getSVGDocument(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + file + ": " + e.getMessage(), e);
    }
  }
}
