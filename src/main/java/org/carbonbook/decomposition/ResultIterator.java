package org.carbonbook.decomposition;

import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.SpecificInternalRow;
import org.apache.spark.unsafe.types.UTF8String;

/** The results of groups one after the other, in one row object that is used again. */
final class ResultIterator implements Iterator<InternalRow> {

  private final Iterator<GroupIterator.Group> groups;
  private final List<Settings> variants;
  private final UTF8String[][] labels;
  private final ResultSchema schema;
  private final SpecificInternalRow row;
  private Iterator<PairResult> results = Collections.emptyIterator();
  private Object[] key;
  private GroupSides sides;
  private int variant;

  /**
   * @param variants ways to decompose each group; all with the same moving mean
   */
  ResultIterator(
      Iterator<GroupIterator.Group> groups, List<Settings> variants, ResultSchema schema) {
    this.groups = groups;
    this.variants = variants;
    this.labels = variants.stream().map(schema::labels).toArray(UTF8String[][]::new);
    this.schema = schema;
    this.row = schema.newRow();
    this.variant = variants.size() - 1;
  }

  @Override
  public boolean hasNext() {
    while (!results.hasNext() && (variant + 1 < variants.size() || groups.hasNext())) {
      if (++variant == variants.size()) {
        read(groups.next());
      }
      results = new GroupDecomposer(variants.get(variant), sides).results().iterator();
    }
    return results.hasNext();
  }

  private void read(GroupIterator.Group group) {
    int window = variants.get(0).window();
    key = group.key();
    sides = new GroupSides(window > 1 ? MovingMean.smoothed(group.panel(), window) : group.panel());
    variant = 0;
  }

  @Override
  public InternalRow next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    schema.fill(row, key, labels[variant], results.next());
    return row;
  }
}
