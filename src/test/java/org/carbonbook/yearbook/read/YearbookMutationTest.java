package org.carbonbook.yearbook.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.carbonbook.notice.Severity;
import org.carbonbook.yearbook.layout.CellClass;
import org.junit.jupiter.api.Test;

/**
 * Faults that printed tables have are put into real tables at random places. Each table is then
 * read right, or refused, or the cell is reported; no figure is ever wrong without a word. {@code
 * target/yearbook-mutations.md} has the table of kinds and outcomes.
 */
class YearbookMutationTest {

  private static final int SEEDS = Integer.getInteger("mutations.seeds", 6);
  private static final YearbookReader READER = Workbooks.reader();
  private static final List<Path> TABLES =
      List.of(
          Path.of("sample-data/xianning/energy-balance-2007-assumed-breakdown.xlsx"),
          Path.of("sample-data/national/energy-balance-tce-2007.xlsx"),
          Path.of("src/test/resources/cases/yearbooks/m00_good.xlsx"),
          Path.of("src/test/resources/cases/yearbooks/b00_good_balance.xlsx"),
          Path.of("sample-data/hubei/energy-balance-2007.xls"),
          Path.of("sample-data/national/energy-by-industry.xls"));

  private enum Outcome {
    READ_RIGHT,
    REFUSED,
    REPORTED,
    SILENTLY_WRONG
  }

  @Test
  void noFigureIsSilentlyWrong() throws IOException {
    Map<TableMutation, Map<Outcome, Integer>> outcomes = new EnumMap<>(TableMutation.class);
    List<String> wrong = new ArrayList<>();
    for (TableMutation mutation : TableMutation.values()) {
      for (int seed = 0; seed < SEEDS; seed++) {
        Path table = TABLES.get(seed % TABLES.size());
        byte[] content = Files.readAllBytes(table);
        Map<String, Double> truth = figures(only(read(table, content)));
        String[] what = new String[1];
        byte[] mutated =
            mutate(content, mutation, new Random(31L * mutation.name().hashCode() + seed), what);
        Outcome outcome = outcome(read(table, mutated), truth, mutation);
        outcomes
            .computeIfAbsent(mutation, m -> new EnumMap<>(Outcome.class))
            .merge(outcome, 1, Integer::sum);
        if (outcome == Outcome.SILENTLY_WRONG) {
          wrong.add("%s seed %d in %s: %s".formatted(mutation, seed, table.getFileName(), what[0]));
        }
      }
    }
    Files.writeString(Path.of("target/yearbook-mutations.md"), table(outcomes));
    assertThat(wrong).isEmpty();
  }

  private static byte[] mutate(byte[] content, TableMutation mutation, Random random, String[] what)
      throws IOException {
    try (Workbook workbook = WorkbookFactory.create(new ByteArrayInputStream(content));
        ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      what[0] = mutation.apply(workbook, random);
      workbook.write(out);
      return out.toByteArray();
    }
  }

  private static FileReading read(Path table, byte[] content) {
    return READER.read(table.getFileName().toString(), content, ReadingHints.NONE);
  }

  private static TableReading only(FileReading reading) {
    return reading.tables().stream()
        .filter(t -> t.status().equals(TableReading.ACCEPTED))
        .findFirst()
        .orElseThrow(() -> new AssertionError(reading.listNotices()));
  }

  /** The figures by what they are about. */
  private static Map<String, Double> figures(TableReading table) {
    Map<String, Double> figures = new TreeMap<>();
    for (CellReading cell : table.cells()) {
      if (cell.cellClass() == CellClass.DATA) {
        figures.put(
            String.join(
                "|",
                List.of(
                    String.valueOf(cell.regionCode()),
                    String.valueOf(cell.year()),
                    String.valueOf(cell.indicator()),
                    String.valueOf(cell.sector()),
                    String.valueOf(cell.item()),
                    String.valueOf(cell.basis()))),
            cell.canonicalValue());
      }
    }
    return figures;
  }

  private static Outcome outcome(
      FileReading reading, Map<String, Double> truth, TableMutation mutation) {
    List<TableReading> accepted =
        reading.tables().stream().filter(t -> t.status().equals(TableReading.ACCEPTED)).toList();
    if (accepted.isEmpty()) {
      return Outcome.REFUSED;
    }
    Map<String, Double> read = new LinkedHashMap<>();
    accepted.forEach(table -> read.putAll(figures(table)));
    boolean anyWrong =
        read.entrySet().stream()
            .anyMatch(
                figure ->
                    !truth.containsKey(figure.getKey())
                        || Math.abs(truth.get(figure.getKey()) - figure.getValue())
                            > 1e-9 * Math.abs(figure.getValue()));
    boolean warned =
        reading.listNotices().stream().anyMatch(n -> n.code().equals(mutation.reportedBy()));
    boolean error = reading.listNotices().stream().anyMatch(n -> n.severity() == Severity.ERROR);
    if (anyWrong || mutation.hidesTheFigure()) {
      boolean changedUnit = mutation == TableMutation.CHANGE_ONE_UNIT && warned;
      boolean refusedCell = mutation.hidesTheFigure() && !anyWrong && error;
      return changedUnit || refusedCell ? Outcome.REPORTED : Outcome.SILENTLY_WRONG;
    }
    if (read.size() == truth.size()) {
      return Outcome.READ_RIGHT;
    }
    return warned || error ? Outcome.REPORTED : Outcome.SILENTLY_WRONG;
  }

  private static String table(Map<TableMutation, Map<Outcome, Integer>> outcomes) {
    StringBuilder text =
        new StringBuilder(
            "| fault | read right | refused | reported | silently wrong |\n|---|---:|---:|---:|---:|\n");
    outcomes.forEach(
        (mutation, counts) -> {
          text.append("| ").append(mutation.words());
          for (Outcome outcome : Outcome.values()) {
            text.append(" | ").append(counts.getOrDefault(outcome, 0));
          }
          text.append(" |\n");
        });
    return text.toString();
  }
}
