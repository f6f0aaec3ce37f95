package org.carbonbook.mart;

import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.carbonbook.lake.Lake;

/**
 * What readers see: a view for each table of a release, pinned to the version that the release
 * names, with the zh and en comment of each column. A view with a column list is used because the
 * JDBC metadata calls return columns and comments for views, not for Delta tables by path.
 */
public final class ReleaseViews {

  private static final List<String> OPERATIONS =
      List.of("ops.run", "ops.step_run", "ops.notice", "ops.reject", "ops.release");

  /** A statement that names every table it reads. */
  private static final Pattern QUERY = Pattern.compile("^\\s*\\(*\\s*(select|with)\\b");

  private final Lake lake;

  public ReleaseViews(Lake lake) {
    this.lake = lake;
  }

  /**
   * Creates the views that a statement needs: those that a query names, or all of them for a
   * statement that lists or describes tables. A release has many views, and creating one takes some
   * tenths of a second.
   */
  public void showFor(Release release, String statement) {
    String text = statement.replace("`", "").toLowerCase(Locale.ROOT);
    show(release, QUERY.matcher(text).find() ? text::contains : table -> true);
  }

  /** Makes the views of {@code ops.*} only: runs and notices belong to no release. */
  public void showOperations() {
    lake.spark().sql("CREATE DATABASE IF NOT EXISTS ops");
    showOperations(table -> true);
  }

  private void show(Release release, Predicate<String> seen) {
    Lake.LAYERS.forEach(layer -> lake.spark().sql("CREATE DATABASE IF NOT EXISTS " + layer));
    release
        .tables()
        .forEach(
            (table, version) -> {
              if (seen.test(table)) {
                create(
                    table, lake.table(table).readAt(version).schema(), " VERSION AS OF " + version);
              }
            });
    showOperations(seen);
  }

  private void showOperations(Predicate<String> seen) {
    OPERATIONS.stream()
        .filter(seen)
        .filter(table -> lake.table(table).exists())
        .forEach(table -> create(table, lake.table(table).read().schema(), ""));
  }

  private void create(String table, StructType schema, String version) {
    String source = "delta.`" + lake.table(table).location() + "`" + version;
    String columns =
        Stream.of(schema.fields()).map(ReleaseViews::column).collect(Collectors.joining(", "));
    lake.spark()
        .sql(
            "CREATE OR REPLACE VIEW %s (%s) AS SELECT * FROM %s".formatted(table, columns, source));
  }

  private static String column(StructField field) {
    String comment = field.getComment().isDefined() ? field.getComment().get() : "";
    return "`%s` COMMENT '%s'".formatted(field.name(), comment.replace("'", "\\'"));
  }
}
