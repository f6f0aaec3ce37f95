package org.carbonbook.yearbook.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.junit.jupiter.api.Test;

/**
 * Faults that printed tables have are put into real tables at random places. Each table is then
 * read right, or refused, or the cell is reported; no figure is ever wrong without a word. {@code
 * target/yearbook-mutations.md} and {@code target/yearbook-text-mutations.md} have the tables of
 * kinds and outcomes.
 */
class YearbookMutationTest {

  private static final int SEEDS = Integer.getInteger("mutations.seeds", 6);
  private static final YearbookReader READER = Workbooks.reader();
  private static final List<Path> WORKBOOKS =
      List.of(
          Path.of("sample-data/xianning/energy-balance-2007-assumed-breakdown.xlsx"),
          Path.of("sample-data/national/energy-balance-tce-2007.xlsx"),
          Path.of("src/test/resources/cases/yearbooks/m00_good.xlsx"),
          Path.of("src/test/resources/cases/yearbooks/b00_good_balance.xlsx"),
          Path.of("sample-data/hubei/energy-balance-2007.xls"),
          Path.of("sample-data/national/energy-by-industry.xls"));
  private static final List<Path> TEXTS =
      List.of(
          Path.of("sample-data/hubei/energy-balance-tce-2012.csv"),
          Path.of("sample-data/national/nbs-gdp.csv"),
          Path.of("sample-data/xianning/value-added.csv"),
          Path.of("src/test/resources/cases/yearbooks/industry.csv"));

  @Test
  void noFigureOfAWorkbookIsSilentlyWrong() throws IOException {
    MutationReport report = new MutationReport();
    List<String> wrong = new ArrayList<>();
    List<WorkbookMutation> mutations =
        Stream.of(TableMutation.values(), CellMutation.values())
            .flatMap(Arrays::stream)
            .map(WorkbookMutation.class::cast)
            .toList();
    for (WorkbookMutation mutation : mutations) {
      for (int seed = 0; seed < SEEDS; seed++) {
        Path table = WORKBOOKS.get(seed % WORKBOOKS.size());
        byte[] content = Files.readAllBytes(table);
        Random random = new Random(31L * mutation.name().hashCode() + seed);
        String[] what = new String[1];
        FileReading reading = read(table, mutate(content, mutation, random, what));
        MutationReport.Outcome outcome =
            MutationReport.outcome(
                reading,
                MutationReport.figures(read(table, content)),
                mutation.reportedBy(),
                mutation.hidesTheFigure());
        report.count(mutation.words(), outcome);
        note(wrong, outcome, mutation.name(), seed, table, what[0]);
      }
    }
    Files.writeString(Path.of("target/yearbook-mutations.md"), report.table());
    assertThat(wrong).isEmpty();
  }

  @Test
  void noFigureOfATextFileIsSilentlyWrong() throws IOException {
    MutationReport report = new MutationReport();
    List<String> wrong = new ArrayList<>();
    for (TextMutation mutation : TextMutation.values()) {
      for (int seed = 0; seed < SEEDS; seed++) {
        Path table = TEXTS.get(seed % TEXTS.size());
        String content = Files.readString(table);
        Random random = new Random(31L * mutation.name().hashCode() + seed);
        MutatedText text = new MutatedText(content, random);
        String what = mutation.apply(text);
        Map<String, Double> truth =
            MutationReport.figures(read(table, content.getBytes(StandardCharsets.UTF_8)));
        MutationReport.Outcome outcome =
            MutationReport.outcome(
                read(table, text.bytes()), truth, mutation.reportedBy(), mutation.hidesTheFigure());
        report.count(mutation.words(), outcome);
        note(wrong, outcome, mutation.name(), seed, table, what);
      }
    }
    Files.writeString(Path.of("target/yearbook-text-mutations.md"), report.table());
    assertThat(wrong).isEmpty();
  }

  private static void note(
      List<String> wrong,
      MutationReport.Outcome outcome,
      String mutation,
      int seed,
      Path table,
      String what) {
    if (outcome == MutationReport.Outcome.SILENTLY_WRONG) {
      wrong.add("%s seed %d in %s: %s".formatted(mutation, seed, table.getFileName(), what));
    }
  }

  private static byte[] mutate(
      byte[] content, WorkbookMutation mutation, Random random, String[] what) throws IOException {
    try (Workbook workbook = WorkbookFactory.create(new ByteArrayInputStream(content));
        ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      what[0] = mutation.apply(workbook, random);
      workbook.write(out);
      return out.toByteArray();
    }
  }

  /** Regions that no title names come from a sidecar, as they do in the sample. */
  private static FileReading read(Path table, byte[] content) {
    String file = table.getFileName().toString();
    ReadingHints hints =
        file.startsWith("nbs-") ? new ReadingHints("100000", null) : ReadingHints.NONE;
    return READER.read(file, content, hints);
  }
}
