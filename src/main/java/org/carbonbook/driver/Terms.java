package org.carbonbook.driver;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.lit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.carbonbook.decomposition.identity.Factor;
import org.carbonbook.decomposition.identity.Identity;
import org.carbonbook.decomposition.identity.Power;
import org.carbonbook.decomposition.identity.Term;

/**
 * The terms of an identity, such as {@code energy[sector]}, under ids that parts and effects share:
 * the value of a term is the sum of the parts that bear its id.
 */
final class Terms {

  private final String identityName;
  private final Map<String, Term> byText = new LinkedHashMap<>();

  Terms(String identityName, Identity identity) {
    this.identityName = identityName;
    add(identity.left());
    identity.factors().forEach(f -> f.powers().forEach(p -> add(p.term())));
  }

  private void add(Term term) {
    byText.putIfAbsent(text(term), term);
  }

  /** The term with its indices in alphabetical order, so that one term has one text. */
  private static String text(Term term) {
    Set<String> indices = new TreeSet<>(term.indices());
    return indices.isEmpty()
        ? term.variable()
        : term.variable() + "[" + String.join(",", indices) + "]";
  }

  /** Every part under the id of each term that sums it. */
  Dataset<Row> partsOf(Dataset<Row> parts) {
    List<Dataset<Row>> all = new ArrayList<>();
    byText.forEach(
        (text, term) ->
            all.add(
                parts
                    .filter(col("variable").equalTo(term.variable()))
                    .withColumn("term", lit(text))
                    .withColumn("term_id", id(term, "year"))));
    return all.stream().reduce(Dataset::unionByName).orElseThrow();
  }

  /** The id of a term in a row with region, sector and fuel, at the year of a column. */
  Column id(Term term, String year) {
    List<Column> parts = new ArrayList<>();
    parts.add(lit(identityName));
    parts.add(col("region_code"));
    parts.add(col(year).cast("string"));
    parts.add(lit(text(term)));
    new TreeSet<>(term.indices()).forEach(i -> parts.add(coalesce(col(i), lit(""))));
    return concat_ws("|", parts.toArray(Column[]::new));
  }

  /** The one term above (or below) the bar, null when there is none or more than one. */
  static Term single(Factor factor, int exponent) {
    List<Power> found = factor.powers().stream().filter(p -> p.exponent() == exponent).toList();
    boolean plain =
        factor.coefficient() == 1
            && factor.powers().stream().allMatch(p -> Math.abs(p.exponent()) == 1);
    return plain && found.size() == 1 ? found.get(0).term() : null;
  }
}
