package org.carbonbook.lake;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How a column of a row follows from other rows: either a formula over terms, or the sum of a
 * column over the rows of another table. {@code trace} prints and re-computes what is declared
 * here; it contains no knowledge of single tables.
 *
 * @param formula a Spark SQL expression over the names of {@code terms}; null for a sum
 * @param terms the terms by name; a term without an entry is a column of the row itself
 * @param sumOf the rows whose exact sum this column is; null for a formula
 */
public record Lineage(String formula, Map<String, Source> terms, Source sumOf) {

  public Lineage {
    terms = terms == null ? Map.of() : new LinkedHashMap<>(terms);
  }

  /**
   * Where a term of a formula comes from.
   *
   * @param from the table that holds it; null when it is a column of the row itself
   * @param column the column there
   * @param on the columns there that must equal columns here: there to here; where the column here
   *     holds several values, any of them
   * @param where a Spark SQL condition on the rows there, or null
   * @param unit the unit as a text, or null when {@code unitColumn} or nothing says it
   * @param unitColumn the column here that holds the unit
   * @param sum whether the term is the exact sum over all matching rows, rounded once; otherwise
   *     there is one row
   * @param leaf whether the term is taken as published and not followed further; its place says how
   *     to trace it by itself
   * @param listBy the column there that puts the rows in order, where the term is the list of their
   *     values; null where it is the value of one row
   * @param ifPresent a column here; where it is null the row has no such term. Null if every row
   *     has
   */
  public record Source(
      String from,
      String column,
      Map<String, String> on,
      String where,
      String unit,
      String unitColumn,
      boolean sum,
      boolean leaf,
      String listBy,
      String ifPresent) {

    public Source {
      on = on == null ? Map.of() : new LinkedHashMap<>(on);
    }
  }
}
