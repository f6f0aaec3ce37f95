package org.carbonbook.mart;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.carbonbook.lake.ColumnDefinition;
import org.carbonbook.lake.TableDefinition;
import org.carbonbook.notice.Notice;
import org.carbonbook.notice.Severity;

/**
 * What a mart's dictionary declares about the values of its columns, checked on every row: {@code
 * min}, {@code max}, {@code null_when} and {@code holds}. A number without {@code null_when} always
 * has a value; a column of the key has one whatever is declared, and no two rows have the same key.
 * A column {@code status} or {@code ..._status} says {@code assessed} or {@code not assessed: } and
 * the reason; what an assessment found is a column {@code verdict} beside it. One pass over the
 * mart checks all of it.
 */
final class ColumnChecks {

  private static final String NEVER = "false";
  private static final Set<String> NUMBERS =
      Set.of("tinyint", "smallint", "int", "bigint", "float", "double");

  private final TableDefinition mart;
  private final List<Check> checks;

  /**
   * @param code what a broken rule is reported as
   * @param rule what must hold, in words
   * @param broken the SQL predicate of a row that breaks it
   */
  private record Check(MartNotice code, ColumnDefinition column, String rule, String broken) {

    Check(ColumnDefinition column, String rule, String broken) {
      this(MartNotice.MART_CHECK_FAILED, column, rule, broken);
    }
  }

  ColumnChecks(TableDefinition mart) {
    this.mart = mart;
    this.checks = mart.columns().stream().flatMap(column -> of(column).stream()).toList();
  }

  /** When a column may have no value: a SQL predicate, or null where nothing is demanded of it. */
  static String nullWhen(TableDefinition mart, ColumnDefinition column) {
    if (mart.key().contains(column.name())) {
      return NEVER;
    }
    boolean isNumber = NUMBERS.contains(column.type()) || column.type().startsWith("decimal");
    return column.nullWhen() == null && isNumber ? NEVER : column.nullWhen();
  }

  /** Whether a column says if a row was assessed. */
  static boolean isStatus(ColumnDefinition column) {
    return column.name().equals("status") || column.name().endsWith("_status");
  }

  private List<Check> of(ColumnDefinition column) {
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
    String nullWhen = nullWhen(mart, column);
    if (nullWhen != null) {
      // A gap without a reason is not a wrong figure, so it is reported and does not hold the
      // release.
      boolean isGap = NEVER.equals(nullWhen) && !mart.key().contains(column.name());
      checks.add(
          new Check(
              isGap ? MartNotice.MART_VALUE_MISSING : MartNotice.MART_CHECK_FAILED,
              column,
              NEVER.equals(nullWhen) ? "never null" : "null only when " + nullWhen,
              "%s IS NULL AND NOT coalesce(%s, false)".formatted(column.name(), nullWhen)));
    }
    if (column.holds() != null) {
      checks.add(
          new Check(
              column,
              column.holds(),
              "%s IS NOT NULL AND NOT coalesce(%s, false)"
                  .formatted(column.name(), column.holds())));
    }
    if (isStatus(column)) {
      checks.add(
          new Check(
              column,
              "assessed, or not assessed: and the reason",
              "NOT coalesce(%1$s = 'assessed' OR %1$s LIKE 'not assessed: _%%', false)"
                  .formatted(column.name())));
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
    // A hash that comes twice is looked up in the rows, so that two keys with the same hash are not
    // reported.
    aggregates.add(
        "count(1) > size(collect_set(xxhash64(%s))) AS repeated"
            .formatted(String.join(", ", mart.key())));
    Row found = rows.selectExpr(aggregates.toArray(String[]::new)).first();
    List<Notice> notices = new ArrayList<>();
    if (found.<Boolean>getAs("repeated")) {
      notices.addAll(repeated(rows));
    }
    for (int i = 0; i < checks.size(); i++) {
      long count = found.<Long>getAs("n" + i);
      if (count > 0) {
        notices.add(notice(checks.get(i), count, found.<Row>getAs("first" + i)));
      }
    }
    return notices;
  }

  /** The first key that names more than one row, if there is one. */
  private List<Notice> repeated(Dataset<Row> rows) {
    org.apache.spark.sql.Column[] key =
        mart.key().stream().map(functions::col).toArray(org.apache.spark.sql.Column[]::new);
    return rows
        .groupBy(key)
        .count()
        .where("count > 1")
        .orderBy(key)
        .limit(1)
        .collectAsList()
        .stream()
        .map(
            row ->
                Notice.of(
                    MartNotice.MART_CHECK_FAILED,
                    mart.table() + " " + row,
                    "%d rows have this key (%s), but a key names one row; nothing is released"
                        .formatted(row.<Long>getAs("count"), String.join(", ", mart.key())),
                    "compare the rows of this key, and make the SQL of the mart or its key finer"))
        .toList();
  }

  private Notice notice(Check check, long count, Row first) {
    boolean holds = check.code().severity() == Severity.ERROR;
    return Notice.of(
        check.code(),
        "%s %s".formatted(mart.table(), first.<String>getAs("place")),
        "%s is %s, but must be: %s; %d row(s) of the mart break this rule%s"
            .formatted(
                check.column().name(),
                first.<String>getAs("value"),
                check.rule(),
                count,
                holds ? ", and nothing is released" : ""),
        "run: carbonbook trace %s %s --column %s"
            .formatted(mart.table(), first.<String>getAs("place"), check.column().name()));
  }
}
