package org.carbonbook.serve.gate;

import java.util.Iterator;
import org.apache.spark.sql.Row;

/** The rows of an answer; closing them frees what they hold on the disk. */
public interface AnswerRows extends Iterator<Row>, AutoCloseable {

  @Override
  void close();
}
