package org.carbonbook.step;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.carbonbook.lake.Digest;
import org.carbonbook.lake.TableDefinition;
import org.carbonbook.lake.TableRows;
import org.carbonbook.notice.Notice;

/**
 * The incremental work of a step, unit by unit. A unit can be computed again without the others: a
 * file, a month of a meter, a table. For each unit this remembers the basis (what the result
 * followed from: its inputs, the step's configuration, its code and the dictionaries of its tables)
 * together with the notices and rejected rows of that result, which therefore live exactly as long
 * as the result itself.
 *
 * <pre>{@code
 * WorkUnits units = WorkUnits.open(context, this);
 * for (String file : units.stale(hashesByFile)) {
 *   units.done(file, notices, rejects);    // after the file was read
 * }
 * units.forgetAllBut(hashesByFile.keySet());
 * units.save();                            // last, after the step's tables are written
 * return new StepResult(…, units.notices());
 * }</pre>
 *
 * <p>A crash before {@link #save} leaves the units stale, so that their work is done again. A step
 * that uses this names {@link #table} among the tables that it writes.
 */
public final class WorkUnits {

  private static final String REJECTS = "ops.reject";

  /** The rejects of all steps are in one table, which steps that run at once change in turn. */
  private static final Object REJECTS_TURN = new Object();

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final TypeReference<List<Notice>> NOTICES = new TypeReference<>() {};

  private final StepContext context;
  private final String step;
  private final String shared;
  private final Map<String, Unit> units = new TreeMap<>();
  private final Map<String, String> wanted = new TreeMap<>();
  private final Map<String, List<Reject>> rejects = new TreeMap<>();
  private final Map<String, Dataset<Row>> rejectedRows = new TreeMap<>();
  private final Set<String> ended = new TreeSet<>();

  /** What is remembered of a unit. */
  private record Unit(String basis, String run, long runNumber, List<Notice> notices) {}

  /**
   * A row or cell of the input that did not become a row of a table.
   *
   * @param table the table it was meant for
   * @param place file and line, or file, sheet and cell
   * @param reason the code of the reason
   * @param text the original text
   */
  public record Reject(String table, String place, String reason, String text) {}

  private WorkUnits(StepContext context, Step step, List<String> configuration) {
    this.context = context;
    this.step = step.name();
    this.shared = context.basisOf(step, configuration);
  }

  /** The table that holds the units of a step. */
  public static String table(String step) {
    return "ops.work_unit_" + step;
  }

  /** The units that a step has done on this lake. */
  public static WorkUnits open(StepContext context, Step step) {
    return open(context, step, step.configuration());
  }

  /**
   * The units that a step has done on this lake, for a step whose units do not all follow from the
   * same configuration.
   *
   * @param configuration the files or folders that every unit follows from; the inputs given to
   *     {@link #stale} hold the digest of the others
   */
  public static WorkUnits open(StepContext context, Step step, List<String> configuration) {
    WorkUnits units = new WorkUnits(context, step, configuration);
    for (Row row : context.rows(table(step.name()))) {
      units.units.put(
          row.getAs("unit"),
          new Unit(
              row.getAs("basis"),
              row.getAs("run"),
              row.getAs("run_number"),
              parse(row.getAs("notices"))));
    }
    return units;
  }

  /**
   * The units whose result is missing or stale: their inputs, the step's configuration, its code or
   * a dictionary of its tables changed. A forced run finds all units stale.
   *
   * @param inputs what each unit's result follows from besides configuration and code, e.g. the
   *     hash of a file, by unit
   */
  public Set<String> stale(Map<String, String> inputs) {
    Set<String> stale = new LinkedHashSet<>();
    inputs.forEach(
        (unit, input) -> {
          String basis = new Digest().add(shared).add(input).hex();
          wanted.put(unit, basis);
          Unit known = units.get(unit);
          if (context.forced() || known == null || !known.basis().equals(basis)) {
            stale.add(unit);
          }
        });
    return stale;
  }

  /** The units done so far, in order. */
  public Set<String> names() {
    return Set.copyOf(units.keySet());
  }

  /**
   * Records a unit's new result, which replaces its notices and rejects.
   *
   * @param unit one of those given to {@link #stale}
   * @param notices everything the result has to report
   * @param rejected the rows that were rejected on the way
   */
  public void done(String unit, Collection<Notice> notices, Collection<Reject> rejected) {
    String basis = wanted.get(unit);
    if (basis == null) {
      throw new IllegalArgumentException(
          "unit %s of step %s was not planned".formatted(unit, step));
    }
    units.put(
        unit,
        new Unit(
            basis, context.writing().run(), context.writing().runNumber(), List.copyOf(notices)));
    ended.add(unit);
    rejects.put(unit, List.copyOf(rejected));
  }

  /**
   * Records a unit's new result whose rejects may be too many for this process.
   *
   * @param rejected the rejects with the columns {@code table}, {@code place}, {@code reason} and
   *     {@code text} of {@code ops.reject}; they are read when the units are saved
   */
  public void done(String unit, Collection<Notice> notices, Dataset<Row> rejected) {
    done(unit, notices);
    rejectedRows.put(unit, rejected);
  }

  /** Records a unit's new result, of which nothing was rejected. */
  public void done(String unit, Collection<Notice> notices) {
    done(unit, notices, List.of());
  }

  /** Removes the units whose input no longer exists, with their notices and rejects. */
  public void forgetAllBut(Collection<String> kept) {
    Set<String> gone = new TreeSet<>(units.keySet());
    gone.removeAll(kept);
    gone.forEach(units::remove);
    ended.addAll(gone);
  }

  /** The notices of all units, in the order of the units. */
  public List<Notice> notices() {
    return units.values().stream().flatMap(unit -> unit.notices().stream()).toList();
  }

  /** Writes the units and their rejects. Nothing is written when no unit was done or ended. */
  public void save() {
    if (ended.isEmpty() && context.lake().table(table(step)).exists()) {
      return;
    }
    synchronized (REJECTS_TURN) {
      saveRejects();
    }
    TableRows shape = TableRows.of(table(step));
    List<Row> rows = new ArrayList<>();
    units.forEach(
        (name, unit) ->
            rows.add(
                shape
                    .row()
                    .set("unit", name)
                    .set("basis", unit.basis())
                    .set("run", unit.run())
                    .set("run_number", unit.runNumber())
                    .set("notices", json(unit.notices()))
                    .build()));
    context.replace(table(step), rows);
  }

  /** Replaces the rejects of the ended units; those of units that are unknown by now go too. */
  private void saveRejects() {
    Dataset<Row> rejected = rejected();
    boolean none = rejectedRows.isEmpty() && rejects.values().stream().allMatch(List::isEmpty);
    if (!context.lake().table(REJECTS).exists()) {
      if (!none) {
        context.replace(REJECTS, rejected);
      }
      return;
    }
    Set<String> unchanged = new TreeSet<>(units.keySet());
    unchanged.removeAll(ended);
    Column ended =
        col("step")
            .equalTo(step)
            .and(not(coalesce(col("unit").isin(unchanged.toArray()), lit(false))));
    Dataset<Row> before = context.read(REJECTS);
    if (!none || !before.where(ended).isEmpty()) {
      context.replace(REJECTS, before.where(not(ended)).unionByName(rejected));
    }
  }

  /** The new rejects, in the shape of their table. */
  private Dataset<Row> rejected() {
    TableRows shape = TableRows.of(REJECTS);
    List<Row> rows = new ArrayList<>();
    rejects.forEach(
        (unit, ofUnit) ->
            ofUnit.forEach(
                reject ->
                    rows.add(
                        shape
                            .row()
                            .set("run", context.writing().run())
                            .set("step", step)
                            .set("unit", unit)
                            .set("table", reject.table())
                            .set("place", reject.place())
                            .set("reason", reject.reason())
                            .set("text", reject.text())
                            .build())));
    Dataset<Row> all =
        context.spark().createDataFrame(rows, TableDefinition.getDefinition(REJECTS).schema());
    for (Map.Entry<String, Dataset<Row>> unit : rejectedRows.entrySet()) {
      all =
          all.unionByName(
              unit.getValue()
                  .select("table", "place", "reason", "text")
                  .withColumn("run", lit(context.writing().run()))
                  .withColumn("step", lit(step))
                  .withColumn("unit", lit(unit.getKey())));
    }
    return all;
  }

  private static String json(List<Notice> notices) {
    try {
      return notices.isEmpty() ? null : JSON.writeValueAsString(notices);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static List<Notice> parse(String json) {
    try {
      return json == null ? List.of() : JSON.readValue(json, NOTICES);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
