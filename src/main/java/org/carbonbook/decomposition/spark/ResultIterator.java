package org.carbonbook.decomposition.spark;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.carbonbook.catalyst.RowBuffer;
import org.carbonbook.decomposition.DecompositionOptions;
import org.carbonbook.decomposition.PairResult;
import org.carbonbook.decomposition.PanelDecomposer;
import org.carbonbook.decomposition.panel.MovingMean;
import org.carbonbook.decomposition.panel.PanelPeriods;
import org.carbonbook.decomposition.panel.TimePair;

/** The results of groups one after the other. */
final class ResultIterator implements Iterator<PairResult> {

  private final Iterator<PanelIterator.Group> groups;
  private final List<DecompositionOptions> variants;
  private Iterator<PairResult> results = Collections.emptyIterator();
  private final Object[][] timesOfPairs;
  private final List<List<TimePair>> pairs;
  private Object[] key;
  private PanelPeriods sides;
  private int variant;

  /**
   * Decomposes groups as they come.
   *
   * @param variants ways to decompose each group; all with the same moving mean
   */
  ResultIterator(Iterator<PanelIterator.Group> groups, List<DecompositionOptions> variants) {
    this.groups = groups;
    this.variants = variants;
    this.timesOfPairs = new Object[variants.size()][];
    this.pairs = new ArrayList<>(Collections.nCopies(variants.size(), List.of()));
    this.variant = variants.size() - 1;
  }

  @Override
  public boolean hasNext() {
    while (!results.hasNext() && (variant + 1 < variants.size() || groups.hasNext())) {
      if (++variant == variants.size()) {
        read(groups.next());
      }
      DecompositionOptions settings = variants.get(variant);
      results = new PanelDecomposer(settings, sides).results(pairs(settings)).iterator();
    }
    return results.hasNext();
  }

  /** Neighbouring groups mostly have the same times, in the same array, and so the same pairs. */
  private List<TimePair> pairs(DecompositionOptions settings) {
    Object[] times = sides.panel().times;
    if (times != timesOfPairs[variant]) {
      timesOfPairs[variant] = times;
      pairs.set(variant, settings.pairs().of(times));
    }
    return pairs.get(variant);
  }

  private void read(PanelIterator.Group group) {
    int window = variants.get(0).window();
    key = group.key();
    sides =
        new PanelPeriods(window > 1 ? MovingMean.smoothed(group.panel(), window) : group.panel());
    variant = 0;
  }

  @Override
  public PairResult next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    return results.next();
  }

  /** The group columns of the last result. */
  Object[] key() {
    return key;
  }

  /** The number of the variant of the last result. */
  int variant() {
    return variant;
  }

  /** The results as rows in wide form, in one object that is used again. */
  Iterator<RowBuffer> toRows(ResultSchema schema) {
    SparkResultRow row = new SparkResultRow(schema.type());
    ResultIterator all = this;
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return all.hasNext();
      }

      @Override
      public RowBuffer next() {
        PairResult result = all.next();
        schema.fill(row, key, schema.labels(variant), result);
        return row.row();
      }
    };
  }
}
