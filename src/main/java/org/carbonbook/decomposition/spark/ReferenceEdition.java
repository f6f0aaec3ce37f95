package org.carbonbook.decomposition.spark;

import static org.apache.spark.sql.functions.lit;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Keeps a change of factor edition apart. A factor in use, {@code ef}, is the factor of one
 * reference edition for the same year, {@code ef_reference}, times {@code ef / ef_reference}; an
 * identity with these two factors shows the new edition as itself and never as a change of activity
 * or of the thing that the factor measures.
 */
public final class ReferenceEdition {

  private ReferenceEdition() {}

  /**
   * Adds {@code <factor>_reference}: the factor of the reference edition for the row's keys. Where
   * that edition has none it is empty, so what needs it is set aside and not guessed.
   *
   * @param rows rows with the factor in use
   * @param editions factors of all editions: {@code edition}, the keys, the factor
   * @param factor name of the factor's column in both
   * @param edition name of the column that names the edition
   * @param reference the edition that all years are held against
   * @param keys columns that a factor is for: year, fuel, region …
   * @throws IllegalArgumentException when the reference edition has two factors for one key
   */
  public static Dataset<Row> added(
      Dataset<Row> rows,
      Dataset<Row> editions,
      String factor,
      String edition,
      String reference,
      List<String> keys) {
    List<Column> columns = new ArrayList<>();
    keys.forEach(k -> columns.add(InputColumns.quoted(k)));
    columns.add(InputColumns.quoted(factor).as(factor + "_reference"));
    Dataset<Row> referenced =
        editions
            .filter(InputColumns.quoted(edition).equalTo(lit(reference)))
            .select(columns.toArray(Column[]::new));
    refuseTwice(referenced, keys, reference);
    return rows.join(
        referenced, scala.collection.JavaConverters.asScalaBuffer(keys).toSeq(), "left");
  }

  private static void refuseTwice(Dataset<Row> factors, List<String> keys, String reference) {
    Column[] columns = keys.stream().map(InputColumns::quoted).toArray(Column[]::new);
    List<Row> twice = factors.groupBy(columns).count().filter("count > 1").limit(1).collectAsList();
    if (!twice.isEmpty()) {
      throw new IllegalArgumentException(
          "edition " + reference + " has two factors for " + keys + " = " + twice.get(0));
    }
  }
}
