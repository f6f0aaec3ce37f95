package org.carbonbook.mart;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.carbonbook.lake.ColumnDefinition;
import org.carbonbook.lake.TableDefinition;
import org.carbonbook.notice.Notice;

/**
 * What a mart's dictionary declares about the values of its columns, checked on every row: {@code
 * min}, {@code max}, {@code null_when} and {@code holds}. One pass over the mart checks all of it.
 */
final class ColumnChecks {

  private final TableDefinition mart;
  private final List<Check> checks;

  /**
   * @param rule what must hold, in words
   * @param broken the SQL predicate of a row that breaks it
   */
  private record Check(ColumnDefinition column, String rule, String broken) {}

  ColumnChecks(TableDefinition mart) {
    this.mart = mart;
    this.checks = mart.columns().stream().flatMap(column -> of(column).stream()).toList();
  }

  private static List<Check> of(ColumnDefinition column) {
    List<Check> checks = new ArrayList<>();
    if (column.min() != null) {
      checks.add(
          new Check(
              column,
              "at least " + column.min(),
              "%s < %sD".formatted(column.name(), column.min())));
    }
    if (column.max() != null) {
      checks.add(
          new Check(
              column,
              "at most " + column.max(),
              "%s > %sD".formatted(column.name(), column.max())));
    }
    if (column.nullWhen() != null) {
      checks.add(
          new Check(
              column,
              "null only when " + column.nullWhen(),
              "%s IS NULL AND NOT coalesce(%s, false)"
                  .formatted(column.name(), column.nullWhen())));
    }
    if (column.holds() != null) {
      checks.add(
          new Check(
              column,
              column.holds(),
              "%s IS NOT NULL AND NOT coalesce(%s, false)"
                  .formatted(column.name(), column.holds())));
    }
    if (List.of("double", "float").contains(column.type())) {
      checks.add(
          new Check(
              column,
              "a number",
              "isnan(%1$s) OR abs(%1$s) = double('Infinity')".formatted(column.name())));
    }
    return checks;
  }

  /** One notice for each rule that rows of the mart break, with the first of them by its key. */
  List<Notice> run(Dataset<Row> rows) {
    if (checks.isEmpty()) {
      return List.of();
    }
    String key =
        mart.key().stream()
            .map(column -> "'%1$s=', coalesce(cast(%1$s AS string), '-')".formatted(column))
            .collect(Collectors.joining(", ' ', ", "concat(", ")"));
    List<String> aggregates = new ArrayList<>();
    for (int i = 0; i < checks.size(); i++) {
      Check check = checks.get(i);
      aggregates.add("count_if(%s) AS n%d".formatted(check.broken(), i));
      aggregates.add(
          "min(CASE WHEN %s THEN struct(%s AS place, cast(%s AS string) AS value) END) AS first%d"
              .formatted(check.broken(), key, check.column().name(), i));
    }
    Row found = rows.selectExpr(aggregates.toArray(String[]::new)).first();
    List<Notice> notices = new ArrayList<>();
    for (int i = 0; i < checks.size(); i++) {
      long count = found.<Long>getAs("n" + i);
      if (count > 0) {
        notices.add(notice(checks.get(i), count, found.<Row>getAs("first" + i)));
      }
    }
    return notices;
  }

  private Notice notice(Check check, long count, Row first) {
    return Notice.of(
        MartNotice.MART_CHECK_FAILED,
        "%s %s".formatted(mart.table(), first.<String>getAs("place")),
        "%s is %s, but must be: %s; %d row(s) of the mart break this rule, and nothing is released"
            .formatted(check.column().name(), first.<String>getAs("value"), check.rule(), count),
        "run: carbonbook trace %s %s --column %s"
            .formatted(mart.table(), first.<String>getAs("place"), check.column().name()));
  }
}
