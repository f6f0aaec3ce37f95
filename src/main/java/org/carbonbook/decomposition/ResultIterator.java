package org.carbonbook.decomposition;

import java.util.Collections;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.SpecificInternalRow;

/** The results of groups one after the other, in one row object that is used again. */
final class ResultIterator implements Iterator<InternalRow> {

  private final Iterator<GroupIterator.Group> groups;
  private final Settings settings;
  private final ResultSchema schema;
  private final SpecificInternalRow row;
  private Iterator<PairResult> results = Collections.emptyIterator();
  private Object[] key;

  ResultIterator(Iterator<GroupIterator.Group> groups, Settings settings, ResultSchema schema) {
    this.groups = groups;
    this.settings = settings;
    this.schema = schema;
    this.row = schema.newRow();
  }

  @Override
  public boolean hasNext() {
    while (!results.hasNext() && groups.hasNext()) {
      GroupIterator.Group group = groups.next();
      Panel panel =
          settings.window() > 1
              ? MovingMean.smoothed(group.panel(), settings.window())
              : group.panel();
      key = group.key();
      results = new GroupDecomposer(settings, panel).results().iterator();
    }
    return results.hasNext();
  }

  @Override
  public InternalRow next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    schema.fill(row, key, results.next());
    return row;
  }
}
