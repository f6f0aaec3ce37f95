package org.carbonbook.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.InputStream;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.codec.digest.DigestUtils;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.carbonbook.mart.Release;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Exports to files of a lake with odd tables, each read back by another reader. */
class FileExportTest {

  private static final CsvStyle PLAIN =
      new CsvStyle(CsvStyle.Mark.NONE, CsvStyle.Formulas.ESCAPE, "");
  private static final ExportSettings SETTINGS = ExportSettings.read(Path.of("conf"));

  @TempDir static Path lakeFolder;
  private static OddLake odd;
  @TempDir Path folder;
  private final Heard heard = new Heard();
  private Release release;

  @BeforeAll
  static void publish() {
    odd = new OddLake(lakeFolder.resolve("lake"));
  }

  @BeforeEach
  void chooseRelease() {
    release = odd.current();
  }

  @Test
  void csvFilesHaveTextsNullsAndAByteOrderMark() throws Exception {
    CsvStyle style = new CsvStyle(CsvStyle.Mark.BYTE_ORDER, CsvStyle.Formulas.ESCAPE, "");
    ExportResult exported = export(ExportFormat.CSV, "out", style, FileExport.Existing.KEEP);
    assertThat(exported.tables()).isEqualTo(3);
    assertThat(names(folder)).containsExactly("out");
    assertThat(names(folder.resolve("out")))
        .containsExactly(".carbonbook-export", "dictionary.csv", "none.csv", "odd.csv");
    String text = Files.readString(folder.resolve("out/odd.csv"));
    assertThat(text).startsWith("\uFEFFid,\"said\"\"x\"\"\",amount");
    List<CSVRecord> rows = parse(folder.resolve("out/odd.csv"));
    assertThat(rows.stream().map(row -> row.get(1)))
        .containsExactly(
            "said\"x\"", "'=1+1", "", "", OddLake.TEXTS.get(3), "\\.", OddLake.TEXTS.get(5));
    assertThat(text).contains("\n1,\"\",1234").contains("\n2,,1234");
    assertThat(rows.get(2).toList().subList(2, 12))
        .containsExactly(
            "12345678901234567890.123456789012",
            "0.25",
            "9007199254740993",
            "true",
            "2026-02-28",
            "2026-02-28T12:34:56.123456Z",
            "00ff",
            "[1.5,null,-2.0]",
            "{\"x\":1}",
            "[{\"fuel\":\"=coal\",\"t\":0.1}]");
    assertThat(Files.readString(folder.resolve("out/none.csv")))
        .isEqualTo("\uFEFFregion_code,co2_t\n");
  }

  @Test
  void theDictionaryNamesReleaseUnitsAndMeaning() throws Exception {
    export(ExportFormat.CSV, "out", PLAIN, FileExport.Existing.KEEP);
    List<List<String>> rows =
        parse(folder.resolve("out/dictionary.csv")).stream().map(CSVRecord::toList).toList();
    assertThat(rows.get(0)).startsWith("release", "mart", "column", "position", "type", "unit");
    assertThat(rows)
        .anySatisfy(
            row ->
                assertThat(row)
                    .startsWith("R1", "mart.none", "co2_t", "2", "double", "t", "CO2", "排放"))
        .anySatisfy(row -> assertThat(row).startsWith("R1", "mart.odd", "amount", "3"))
        .anySatisfy(row -> assertThat(row).startsWith("R1", "mart.dictionary", "mart", "1"));
  }

  @Test
  void parquetFilesAreTheRowsWithTheirTypesAndComments() throws Exception {
    export(ExportFormat.PARQUET, "out", PLAIN, FileExport.Existing.KEEP);
    assertThat(names(folder.resolve("out")))
        .containsExactly(".carbonbook-export", "dictionary.parquet", "none.parquet", "odd.parquet");
    Dataset<Row> read =
        odd.lake().spark().read().parquet(folder.resolve("out/odd.parquet").toUri().toString());
    Dataset<Row> released = odd.lake().table("mart.odd").read();
    assertThat(read.schema().simpleString()).isEqualTo(released.schema().simpleString());
    assertThat(read.schema().apply("share").getComment().get()).isEqualTo("比例 / Share");
    assertThat(read.toJSON().collectAsList())
        .isEqualTo(released.orderBy("id").toJSON().collectAsList());
  }

  @Test
  void aWorkbookHasASheetForEachTableAndRunsNothing() throws Exception {
    export(ExportFormat.XLSX, "out.xlsx", PLAIN, FileExport.Existing.KEEP);
    assertThat(names(folder)).containsExactly("out.xlsx");
    try (InputStream in = Files.newInputStream(folder.resolve("out.xlsx"));
        XSSFWorkbook book = new XSSFWorkbook(in)) {
      List<String> sheets = new ArrayList<>();
      book.forEach(sheet -> sheets.add(sheet.getSheetName()));
      assertThat(sheets).containsExactly("none", "odd", "dictionary");
      assertThat(book.getSheet("none").getLastRowNum()).isZero();
      Sheet sheet = book.getSheet("odd");
      assertThat(sheet.getRow(1).getCell(1).getCellType()).isEqualTo(CellType.STRING);
      assertThat(sheet.getRow(1).getCell(1).getStringCellValue()).isEqualTo("=1+1");
      assertThat(sheet.getRow(1).getCell(1).getCellStyle().getQuotePrefixed()).isTrue();
      assertThat(sheet.getRow(2).getCell(1).getStringCellValue()).isEmpty();
      assertThat(sheet.getRow(3).getCell(1)).as("null").isNull();
      assertThat(sheet.getRow(2).getCell(2).getStringCellValue())
          .as("more digits than a number of a spreadsheet has")
          .isEqualTo("12345678901234567890.123456789012");
      assertThat(sheet.getRow(2).getCell(3).getNumericCellValue()).isEqualTo(0.25);
      assertThat(sheet.getRow(2).getCell(4).getStringCellValue()).isEqualTo("9007199254740993");
      assertThat(sheet.getRow(2).getCell(5).getBooleanCellValue()).isTrue();
      assertThat(sheet.getRow(2).getCell(6).getLocalDateTimeCellValue())
          .isEqualTo("2026-02-28T00:00");
    }
  }

  @Test
  void aTableThatIsTooLongForASheetGoesOnInAnother() throws Exception {
    ExportTable table = new ReleaseTables(odd.lake(), release, odd.known()).find("mart.odd").get();
    try (PartialTarget partial =
            PartialTarget.open(folder.resolve("out.xlsx"), "test", FileExport.Existing.KEEP);
        WorkbookSink sink = new WorkbookSink(partial, heard, 4)) {
      assertThat(sink.write(table)).isEqualTo(OddLake.TEXTS.size());
      sink.becomeTarget();
    }
    try (InputStream in = Files.newInputStream(folder.resolve("out.xlsx"));
        XSSFWorkbook book = new XSSFWorkbook(in)) {
      assertThat(book.getSheet("odd").getLastRowNum()).isEqualTo(3);
      assertThat(book.getSheet("odd_2").getLastRowNum()).isEqualTo(3);
      assertThat(book.getSheet("odd_2").getRow(1).getCell(0).getNumericCellValue()).isEqualTo(3);
    }
  }

  @Test
  void aDuckDbFileHasSchemasKeysAndComments() throws Exception {
    export(ExportFormat.DUCKDB, "out.duckdb", PLAIN, FileExport.Existing.KEEP);
    assertThat(names(folder)).containsExactly("out.duckdb");
    try (Connection duck =
        DriverManager.getConnection("jdbc:duckdb:" + folder.resolve("out.duckdb"))) {
      assertThat(one(duck, "select count(*) from mart.none")).isEqualTo("0");
      assertThat(one(duck, "select \"said\"\"x\"\"\" from mart.odd where id = 3"))
          .isEqualTo(OddLake.TEXTS.get(3));
      assertThat(one(duck, "select amount from mart.odd where id = 2"))
          .isEqualTo("12345678901234567890.123456789012");
      assertThat(one(duck, "select parts[1].fuel from mart.odd where id = 2")).isEqualTo("=coal");
      assertThat(one(duck, "select comment from duckdb_tables() where table_name = 'odd'"))
          .isEqualTo("怪“表”'s / It's an \"odd\" table");
      assertThat(
              one(
                  duck,
                  "select constraint_text from duckdb_constraints() where table_name = 'odd' and"
                      + " constraint_type = 'PRIMARY KEY'"))
          .contains("id");
      assertThat(one(duck, "select unit from mart.dictionary where \"column\" = 'co2_t'"))
          .isEqualTo("t");
    }
  }

  @Test
  void aDataPackageDescribesItsFiles() throws Exception {
    export(ExportFormat.DATAPACKAGE, "out", PLAIN, FileExport.Existing.KEEP);
    JsonNode all = new ObjectMapper().readTree(folder.resolve("out/datapackage.json").toFile());
    assertThat(all.get("version").asText()).isEqualTo("R1");
    JsonNode table = all.get("resources").get(1);
    Path file = folder.resolve("out").resolve(table.get("path").asText());
    assertThat(table.get("hash").asText())
        .isEqualTo("sha256:" + DigestUtils.sha256Hex(Files.readAllBytes(file)));
    assertThat(table.get("bytes").asLong()).isEqualTo(Files.size(file));
    assertThat(table.get("titles").get("zh").asText()).isEqualTo("怪“表”'s");
    assertThat(table.get("schema").get("primaryKey").get(0).asText()).isEqualTo("id");
    List<String> types = new ArrayList<>();
    table.get("schema").get("fields").forEach(field -> types.add(field.get("type").asText()));
    assertThat(types)
        .containsExactly(
            "integer",
            "string",
            "number",
            "number",
            "integer",
            "boolean",
            "date",
            "datetime",
            "string",
            "array",
            "object",
            "array");
  }

  @Test
  void theSameReleaseGivesTheSameFiles() throws Exception {
    export(ExportFormat.DATAPACKAGE, "one", PLAIN, FileExport.Existing.KEEP);
    export(ExportFormat.DATAPACKAGE, "two", PLAIN, FileExport.Existing.KEEP);
    assertThat(folder.resolve("two/datapackage.json"))
        .hasSameBinaryContentAs(folder.resolve("one/datapackage.json"));
  }

  @Test
  void anExportThatIsThereStaysUntilItsReplacementIsWhole() throws Exception {
    export(ExportFormat.PARQUET, "out", PLAIN, FileExport.Existing.KEEP);
    assertThatThrownBy(() -> export(ExportFormat.CSV, "out", PLAIN, FileExport.Existing.KEEP))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("is there already: give another target, or --replace");
    heard.failAt("mart.dictionary");
    assertThatThrownBy(() -> export(ExportFormat.CSV, "out", PLAIN, FileExport.Existing.REPLACE))
        .hasMessage("cut off");
    assertThat(names(folder.resolve("out"))).contains("odd.parquet");
    heard.failAt(null);
    export(ExportFormat.CSV, "out", PLAIN, FileExport.Existing.REPLACE);
    assertThat(names(folder)).containsExactly("out");
    assertThat(names(folder.resolve("out")))
        .containsExactly(".carbonbook-export", "dictionary.csv", "none.csv", "odd.csv");
  }

  @ParameterizedTest
  @EnumSource(ExportFormat.class)
  void eachFormatReplacesItself(ExportFormat format) throws Exception {
    export(format, "out", PLAIN, FileExport.Existing.REPLACE);
    export(format, "out", PLAIN, FileExport.Existing.REPLACE);
    assertThat(names(folder)).containsExactly("out");
  }

  /** Whatever carbonbook did not write is not carbonbook's to delete. */
  @Test
  void onlyAnExportIsReplaced() throws Exception {
    Path mine = folder.resolve("out");
    Files.writeString(mine, "mine");
    for (ExportFormat format : ExportFormat.values()) {
      refuseToReplace(format, "is not an export of carbonbook");
    }
    Files.delete(mine);
    Files.createDirectories(mine.resolve("deep"));
    Files.writeString(mine.resolve("deep/mine.txt"), "mine");
    refuseToReplace(ExportFormat.CSV, "is not an export of carbonbook");
    refuseToReplace(ExportFormat.XLSX, "is not an export of carbonbook");
    Files.move(mine, folder.resolve("kept"));
    export(ExportFormat.CSV, "out", PLAIN, FileExport.Existing.KEEP);
    Files.writeString(mine.resolve("notes.txt"), "mine");
    refuseToReplace(ExportFormat.CSV, "also holds notes.txt, which is not of the export");
    Files.move(mine, folder.resolve("exported"));
    Files.createSymbolicLink(mine, folder.resolve("exported"));
    refuseToReplace(ExportFormat.CSV, "is a link");
    assertThat(folder.resolve("exported/notes.txt")).hasContent("mine");
    assertThat(folder.resolve("kept/deep/mine.txt")).hasContent("mine");
  }

  @Test
  void aFolderWithTheNameOfAPartialExportIsLeftAlone() throws Exception {
    Path mine = Files.createDirectories(folder.resolve(".out.partial"));
    Files.writeString(mine.resolve("mine.txt"), "mine");
    refuseToReplace(ExportFormat.CSV, "is not what an export left");
    assertThat(mine.resolve("mine.txt")).hasContent("mine");
  }

  private void refuseToReplace(ExportFormat format, String why) {
    assertThatThrownBy(() -> export(format, "out", PLAIN, FileExport.Existing.REPLACE))
        .as(format.toString())
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining(why);
  }

  @Test
  void anExportThatWasCutOffIsGoneOnWith() throws Exception {
    heard.failAt("mart.dictionary");
    assertThatThrownBy(() -> export(ExportFormat.CSV, "out", PLAIN, FileExport.Existing.KEEP))
        .hasMessage("cut off");
    assertThat(names(folder)).containsExactly(".out.partial");
    heard.failAt(null);
    export(ExportFormat.CSV, "out", PLAIN, FileExport.Existing.KEEP);
    assertThat(heard.kept).containsExactly("mart.none", "mart.odd");
    assertThat(names(folder)).containsExactly("out");
    assertThat(parse(folder.resolve("out/odd.csv"))).hasSize(OddLake.TEXTS.size() + 1);
  }

  @Test
  void whatAnotherExportLeftIsNotTakenOver() throws Exception {
    heard.failAt("mart.dictionary");
    assertThatThrownBy(() -> export(ExportFormat.CSV, "out", PLAIN, FileExport.Existing.KEEP))
        .hasMessage("cut off");
    // Half a file of a table that was finished, and another way of writing them.
    Files.writeString(folder.resolve(".out.partial/odd.csv"), "id\n1");
    heard.failAt(null);
    export(ExportFormat.CSV, "out", PLAIN, FileExport.Existing.KEEP);
    assertThat(heard.kept).containsExactly("mart.none");
    assertThat(parse(folder.resolve("out/odd.csv"))).hasSize(OddLake.TEXTS.size() + 1);
  }

  @Test
  void twoExportsToOneTargetDoNotMeet() throws Exception {
    try (PartialTarget first =
        PartialTarget.open(folder.resolve("out"), "other", FileExport.Existing.KEEP)) {
      assertThat(first.folder()).exists();
      assertThatThrownBy(() -> export(ExportFormat.CSV, "out", PLAIN, FileExport.Existing.KEEP))
          .hasMessageContaining("another export writes");
    }
  }

  @Test
  void aPatternThatFitsNoTableIsNamedWithTheMartsThereAre() {
    assertThatThrownBy(
            () ->
                exporter()
                    .toFiles(
                        release,
                        new FileExport(
                            ExportFormat.CSV,
                            folder.resolve("out"),
                            List.of("mart.odds"),
                            PLAIN,
                            FileExport.Existing.KEEP)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("no table of R1 is named mart.odds; its marts are mart.none, mart.odd");
  }

  @Test
  void aFullDiskIsToldInOneLineAndTheTargetIsNotThere() throws Exception {
    Path disk = Files.createDirectories(folder.resolve("disk"));
    Assumptions.assumeTrue(
        command("mount", "-t", "tmpfs", "-o", "size=16k", "x", disk + "") == 0,
        "a small disk needs the right to mount");
    try {
      for (ExportFormat format : ExportFormat.values()) {
        assertThatThrownBy(
                () -> export(format, "disk/out." + format, PLAIN, FileExport.Existing.KEEP))
            .as(format.toString())
            .isInstanceOf(IllegalStateException.class)
            .hasMessageContaining("is full: free some space and repeat the command");
        assertThat(disk.resolve("out." + format)).doesNotExist();
        command("rm", "-rf", disk.resolve(".out." + format + ".partial").toString());
      }
    } finally {
      // Libraries that failed may hold a file open until they are collected.
      command("umount", "-l", disk.toString());
    }
  }

  private ExportResult export(
      ExportFormat format, String target, CsvStyle style, FileExport.Existing existing) {
    return exporter()
        .toFiles(
            release,
            new FileExport(format, folder.resolve(target), List.of("mart.*"), style, existing));
  }

  private Exporter exporter() {
    return new Exporter(odd.lake(), odd.known(), SETTINGS, heard);
  }

  private static int command(String... words) throws Exception {
    return new ProcessBuilder(words).start().waitFor();
  }

  private static String one(Connection connection, String query) throws Exception {
    try (ResultSet rows = connection.createStatement().executeQuery(query)) {
      assertThat(rows.next()).as(query).isTrue();
      return rows.getString(1);
    }
  }

  private static List<CSVRecord> parse(Path file) throws Exception {
    try (Reader in = Files.newBufferedReader(file)) {
      return CSVFormat.RFC4180.parse(in).getRecords();
    }
  }

  private static List<String> names(Path folder) throws Exception {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }
}
