package org.carbonbook.meter.sample;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.carbonbook.intake.Millionths;
import org.carbonbook.meter.hours.QualityReason;
import scala.collection.JavaConverters;
import scala.collection.Seq;

/**
 * Compares the defects and the energy of generated logs with what the pipeline found in them: a
 * confusion matrix by kind of defect, and the energy of each meter. A defect counts as found when a
 * finding of its kind overlaps it in time. Late rows count as rows out of order.
 */
public final class SampleTruth {

  /** The column of defects that were not found, and the row of findings without a defect. */
  static final String NONE = "(none)";

  private final Map<String, List<Span>> truth = new HashMap<>();
  private final Map<String, BigDecimal> energy = new TreeMap<>();

  private record Span(String kind, long fromS, long toS) {

    boolean touches(Span other) {
      return fromS < other.toS && other.fromS < toS;
    }

    /** The kind of finding that a defect of this kind is to become. */
    String expected() {
      return kind.equals("late") ? QualityReason.OUT_OF_ORDER.code() : kind;
    }
  }

  /**
   * The comparison.
   *
   * @param confusion how often a kind that was put in was found as which kind
   * @param meters meters compared
   * @param conserved meters whose hours add up to their readings exactly
   * @param trueEnergy the energy the meters were made with
   * @param foundEnergy the energy in their hours
   */
  public record Agreement(
      Map<String, Map<String, Integer>> confusion,
      int meters,
      int conserved,
      BigDecimal trueEnergy,
      BigDecimal foundEnergy) {

    /** How many defects were put in. */
    public int injected() {
      return confusion.entrySet().stream()
          .filter(row -> !row.getKey().equals(NONE))
          .flatMap(row -> row.getValue().values().stream())
          .mapToInt(Integer::intValue)
          .sum();
    }

    /** How many were found as what they are. */
    public int found() {
      return confusion.entrySet().stream()
          .mapToInt(row -> row.getValue().getOrDefault(new Span(row.getKey(), 0, 0).expected(), 0))
          .sum();
    }
  }

  private SampleTruth() {}

  /**
   * Reads the truth beside generated logs.
   *
   * @throws UncheckedIOException that names the folder, when there is none
   */
  public static SampleTruth read(Path folder) {
    SampleTruth truth = new SampleTruth();
    try {
      for (String line : lines(folder.resolve("truth/defects.truth"))) {
        String[] cells = line.split(",");
        truth
            .truth
            .computeIfAbsent(cells[0], none -> new ArrayList<>())
            .add(new Span(cells[1], second(cells[2]), second(cells[3])));
      }
      for (String line : lines(folder.resolve("truth/energy.truth"))) {
        String[] cells = line.split(",");
        truth.energy.put(cells[0], new BigDecimal(cells[1]));
      }
      return truth;
    } catch (IOException e) {
      throw new UncheckedIOException(folder + " holds no generated logs: " + e.getMessage(), e);
    }
  }

  private static List<String> lines(Path file) throws IOException {
    List<String> lines = Files.readAllLines(file);
    return lines.subList(1, lines.size());
  }

  private static long second(String stamp) {
    return LocalDateTime.parse(stamp.replace(' ', 'T')).toEpochSecond(ZoneOffset.UTC);
  }

  /** Compares with the rows of {@code core.meter_day}. */
  public Agreement compare(Dataset<Row> days) {
    Map<String, List<Span>> found = new HashMap<>();
    Map<String, long[]> sums = new HashMap<>();
    for (Row day :
        days.select("meter_id", "measured", "estimated", "lost", "filled", "counted", "defects")
            .collectAsList()) {
      String meter = day.getString(0);
      if (energy.containsKey(meter)) {
        long[] sum = sums.computeIfAbsent(meter, none -> new long[2]);
        long hours = micro(day, 1) + micro(day, 2) + micro(day, 3);
        sum[0] += hours;
        sum[1] += hours - micro(day, 4) - micro(day, 5);
        found.computeIfAbsent(meter, none -> new ArrayList<>()).addAll(spans(day));
      }
    }
    return new Agreement(
        confusion(found),
        energy.size(),
        (int) sums.values().stream().filter(sum -> sum[1] == 0).count(),
        energy.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add),
        BigDecimal.valueOf(sums.values().stream().mapToLong(sum -> sum[0]).sum(), 6));
  }

  private static long micro(Row day, int column) {
    return Math.round(day.getDouble(column) * Millionths.ONE);
  }

  private static List<Span> spans(Row day) {
    List<Span> spans = new ArrayList<>();
    if (!day.isNullAt(6)) {
      Seq<Row> defects = day.getAs(6);
      for (Row defect : JavaConverters.seqAsJavaList(defects)) {
        spans.add(
            new Span(
                defect.getString(0),
                defect.getTimestamp(1).getTime() / 1000,
                defect.getTimestamp(2).getTime() / 1000));
      }
    }
    return spans;
  }

  private Map<String, Map<String, Integer>> confusion(Map<String, List<Span>> found) {
    Map<String, Map<String, Integer>> confusion = new TreeMap<>();
    for (String meter : energy.keySet()) {
      List<Span> put = truth.getOrDefault(meter, List.of());
      List<Span> seen = found.getOrDefault(meter, List.of());
      for (Span one : put) {
        count(confusion, one.kind(), best(one, seen));
      }
      for (Span one : seen) {
        if (put.stream().noneMatch(other -> other.touches(one))) {
          count(confusion, NONE, one.kind());
        }
      }
    }
    return confusion;
  }

  private static String best(Span put, List<Span> seen) {
    String other = NONE;
    for (Span one : seen) {
      if (one.touches(put)) {
        if (one.kind().equals(put.expected())) {
          return one.kind();
        }
        other = one.kind();
      }
    }
    return other;
  }

  private static void count(Map<String, Map<String, Integer>> table, String row, String column) {
    table.computeIfAbsent(row, none -> new TreeMap<>()).merge(column, 1, Integer::sum);
  }
}
