package org.carbonbook.serve.protocol;

import java.util.Arrays;
import java.util.List;
import org.apache.hive.service.rpc.thrift.TRowSet;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.execution.HiveResult;
import org.apache.spark.sql.hive.thriftserver.RowSetUtils;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.StructField;
import scala.collection.JavaConverters;

/** Rows of an answer in the form of the Hive protocol. */
final class ResultRows {

  private ResultRows() {}

  /** Encodes rows as the version of the session's protocol has them. */
  static TRowSet encode(Session session, Operation operation, List<Row> rows) {
    DataType[] types =
        Arrays.stream(operation.schema().fields())
            .map(StructField::dataType)
            .toArray(DataType[]::new);
    return session
        .reader()
        .during(
            session.shown(),
            () ->
                RowSetUtils.toTRowSet(
                    0,
                    JavaConverters.asScalaBuffer(rows).toSeq(),
                    types,
                    session.version(),
                    HiveResult.getTimeFormatters()));
  }
}
