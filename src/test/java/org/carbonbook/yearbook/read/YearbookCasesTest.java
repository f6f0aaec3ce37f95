package org.carbonbook.yearbook.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import org.carbonbook.notice.Notice;
import org.carbonbook.yearbook.layout.CellClass;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Small tables with one fault each: they are read right, or refused at the cell. */
class YearbookCasesTest {

  private static final Path CASES = Path.of("src/test/resources/cases/yearbooks");
  private static final YearbookReader READER = Workbooks.reader();

  @ParameterizedTest(name = "{0}: {1} figures")
  @CsvSource({
    "b00_good_balance.xlsx, 21",
    "b01_star_on_final_consumption.xlsx, 21",
    "m00_good.xlsx, 16",
    "m02_unit_tce.xlsx, 16",
    "m12_star_label.xlsx, 16",
    "m59_note_in_middle.xlsx, 16",
    "m61_growth_column.xlsx, 16",
    "m62_unit_column.xlsx, 16",
    "m64_code_column.xlsx, 16",
  })
  void isReadWhole(String file, int figures) throws IOException {
    FileReading reading = read(file);
    TableReading table = Readings.onlyTable(reading);
    assertThat(table.status()).as("%s", table.notices()).isEqualTo(TableReading.ACCEPTED);
    assertThat(count(table, CellClass.DATA)).isEqualTo(figures);
    Readings.assertAccount(table);
  }

  @ParameterizedTest(name = "{0}: {1} at {2}")
  @CsvSource({
    "m09_twenty_tables.xlsx, UNMAPPED_LABEL, A14",
    "m46b_continued_table_no_note.xlsx, UNMAPPED_LABEL, A12",
    "m08_added_year_no_header.xlsx, NUMBERS_NOT_PLACED, D4",
    "n74_hubei_export.csv, UNDERIVABLE_REGION, ''",
    "m16_unit_changes_midtable_right.xlsx, UNITS_CONTRADICT, D7",
    "m17_second_label_column_other_order.xlsx, LABEL_COLUMNS_DISAGREE, C5",
    "m32_csv_unquoted_thousands.csv, NUMBERS_NOT_PLACED, D4",
    "b02_zh_tonnes_en_104tn.xlsx, UNITS_CONTRADICT, B2",
    "m03_renamed_label.xlsx, UNMAPPED_LABEL, A10",
  })
  void isRefusedAtTheCell(String file, String code, String cell) throws IOException {
    FileReading reading = read(file);
    assertThat(reading.tables())
        .as("%s", reading.listNotices())
        .allMatch(table -> !table.status().equals(TableReading.ACCEPTED));
    Notice notice =
        reading.listNotices().stream()
            .filter(n -> n.code().equals(code))
            .findFirst()
            .orElseThrow(() -> new AssertionError(reading.listNotices()));
    assertThat(notice.place()).endsWith(cell);
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({
    "m13b_two_numbers_space.xlsx, C4 B6",
    "m14_formula_not_computed.xlsx, B4 C4",
    "m04_footnote_on_number.xlsx, B6 C10"
  })
  void cellsThatAreNoFigureAreRejected(String file, String cells) throws IOException {
    TableReading table = Readings.onlyTable(read(file));
    List<String> bad =
        table.cells().stream()
            .filter(cell -> cell.cellClass() == CellClass.BAD)
            .sorted(Comparator.comparing(CellReading::row))
            .map(CellReading::cell)
            .toList();
    assertThat(bad).isEqualTo(List.of(cells.split(" ")));
    assertThat(Readings.codes(table.notices())).contains("BAD_NUMBER");
  }

  @Test
  void aTableOfRegionsWithoutFiguresIsRefused() throws IOException {
    TableReading table = Readings.onlyTable(read("r01_region_from_rows_null.xlsx"));
    assertThat(table.status()).isEqualTo(TableReading.FAILED);
    assertThat(table.cells()).noneMatch(cell -> cell.cellClass() == CellClass.DATA);
  }

  @Test
  void theHiddenSheetIsCountedAndNotRead() throws IOException {
    FileReading reading = read("m65_hidden_sheet_other_years.xlsx");
    assertThat(reading.tables()).hasSize(2);
    assertThat(count(reading.tables().get(0), CellClass.DATA)).isEqualTo(16);
    assertThat(reading.tables().get(1).status()).isEqualTo(TableReading.IGNORED);
    Notice hidden = Readings.only(reading, TableNotice.HIDDEN_PARTS);
    assertThat(hidden.message()).startsWith("29 cells");
  }

  private static FileReading read(String file) throws IOException {
    return READER.read(file, Files.readAllBytes(CASES.resolve(file)), ReadingHints.NONE);
  }

  private static long count(TableReading table, CellClass cellClass) {
    return table.counts().getOrDefault(cellClass, 0L);
  }
}
