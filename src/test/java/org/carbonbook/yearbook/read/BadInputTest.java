package org.carbonbook.yearbook.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.carbonbook.yearbook.read.Readings.assertAccount;
import static org.carbonbook.yearbook.read.Readings.cell;
import static org.carbonbook.yearbook.read.Readings.codes;
import static org.carbonbook.yearbook.read.Readings.only;
import static org.carbonbook.yearbook.read.Readings.onlyTable;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.crypt.Encryptor;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.carbonbook.notice.Severity;
import org.carbonbook.yearbook.grid.FileNotice;
import org.carbonbook.yearbook.layout.CellClass;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BadInputTest {

  private static final YearbookReader READER = Workbooks.reader();

  private static FileReading read(String name, byte[] content) {
    return READER.read(name, content, ReadingHints.NONE);
  }

  private static FileReading read(Workbooks book) {
    return read("balance.xls", book.xls());
  }

  @Test
  void anEmptyFile() {
    assertThat(only(read("a.xls", new byte[0]), FileNotice.EMPTY_FILE).place()).isEqualTo("a.xls");
    only(read("a.csv", Workbooks.utf8(" \n\n")), FileNotice.EMPTY_FILE);
  }

  @Test
  void aWorkbookWithoutACell() {
    only(read("a.xls", Workbooks.table().xls()), FileNotice.NO_TABLE);
  }

  @ParameterizedTest
  @CsvSource({
    "%PDF-1.4 stream, a PDF document",
    "<html><table><tr><td>1</td></tr></table></html>, an HTML page",
    "<?xml version=\"1.0\"?><Other/>, an XML document",
    "<?xml version=\"1.0\"?><Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\"/>, an XML spreadsheet of Excel 2003",
    "'MIME-Version: 1.0\n\n<html/>', a web page in one file",
    "'Rar!', an archive of files"
  })
  void anotherKindUnderTheNameOfAWorkbook(String content, String kind) {
    FileReading reading = read("table.xls", Workbooks.utf8(content));
    assertThat(only(reading, FileNotice.WRONG_KIND).message()).contains(kind);
    assertThat(reading.tables()).isEmpty();
  }

  @Test
  void aTruncatedWorkbookIsReadWholeOrRefused() {
    Workbooks book = Workbooks.balance();
    for (byte[] whole : List.of(book.xls(), book.xlsx())) {
      List<CellReading> cells = read("b.xls", whole).tables().get(0).cells();
      for (int share = 1; share < 20; share++) {
        byte[] part = Arrays.copyOf(whole, whole.length * share / 20);
        FileReading reading = read("b.xls", part);
        boolean refused =
            reading.listNotices().stream().anyMatch(n -> n.severity() == Severity.ERROR);
        boolean readWhole =
            reading.tables().size() == 1 && reading.tables().get(0).cells().equals(cells);
        assertThat(refused || readWhole).as("cut to %d/20", share).isTrue();
      }
      byte[] half = Arrays.copyOf(whole, whole.length / 2);
      assertThat(codes(read("b.xls", half).notices())).contains("UNREADABLE_WORKBOOK");
    }
  }

  @Test
  void damagedBytesNeverThrow() {
    Workbooks book = Workbooks.balance();
    Random random = new Random(20071231);
    for (byte[] whole : List.of(book.xls(), book.xlsx(), Workbooks.utf8(book.csv()))) {
      for (int i = 0; i < 150; i++) {
        byte[] damaged = whole.clone();
        for (int hit = 0; hit < 1 + i / 10; hit++) {
          damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
        }
        FileReading reading = read("b", damaged);
        assertThat(reading.tables().size() + reading.notices().size()).isPositive();
        reading.tables().forEach(Readings::assertAccount);
      }
    }
  }

  @Test
  void anEncryptedPackage() throws IOException, GeneralSecurityException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (POIFSFileSystem container = new POIFSFileSystem()) {
      Encryptor encryptor = new EncryptionInfo(EncryptionMode.agile).getEncryptor();
      encryptor.confirmPassword("secret");
      try (var stream = encryptor.getDataStream(container)) {
        new ByteArrayInputStream(Workbooks.balance().xlsx()).transferTo(stream);
      }
      container.writeFilesystem(out);
    }
    only(read("a.xlsx", out.toByteArray()), FileNotice.ENCRYPTED_WORKBOOK);
  }

  @Test
  void aFileAboveTheLimitIsNotOpened() {
    byte[] large = new byte[(int) READER.maxFileBytes() + 1];
    Arrays.fill(large, (byte) 'x');
    assertThat(only(read("big.csv", large), FileNotice.FILE_TOO_LARGE).remedy())
        .contains("max_file_mb");
    assertThat(READER.tooLarge("big.csv", 200L << 20).notices().get(0).message())
        .contains("200.0 MB");
  }

  @Test
  void aPackageThatUnpacksWithoutEndIsRefused() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      zip.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
      byte[] zeros = new byte[1 << 20];
      for (int i = 0; i < 300; i++) {
        zip.write(zeros);
      }
    }
    assertThat(only(read("bomb.xlsx", out.toByteArray()), FileNotice.UNREADABLE_WORKBOOK).message())
        .contains("max_unpacked_mb");
  }

  @Test
  void aTableThatNoLayoutKnows() {
    FileReading reading = read(Workbooks.balance().put("A1", "6-17 湖北能源平衡"));
    assertThat(only(reading, TableNotice.UNKNOWN_LAYOUT).message())
        .contains("provincial-energy-balance")
        .contains("a title like");
    TableReading table = onlyTable(reading);
    assertThat(table.status()).isEqualTo(TableReading.FAILED);
    assertThat(table.counts()).containsOnlyKeys(CellClass.BAD);
    assertAccount(table);
  }

  @Test
  void twoLayoutsThatFit(@TempDir Path conf) throws IOException {
    copy(Workbooks.CONF, conf);
    Path layouts = conf.resolve("layouts");
    Files.writeString(
        layouts.resolve("another.yaml"),
        Files.readString(layouts.resolve("provincial-energy-balance.yaml"))
            .replace("name: provincial-energy-balance", "name: another"));
    YearbookReader reader = YearbookReader.load(conf);
    FileReading reading = reader.read("b.xls", Workbooks.balance().xls(), ReadingHints.NONE);
    assertThat(only(reading, TableNotice.AMBIGUOUS_LAYOUT).message())
        .contains("another and provincial-energy-balance");
    assertThat(onlyTable(reading).status()).isEqualTo(TableReading.FAILED);
  }

  static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Path target = to.resolve(from.relativize(file).toString());
        if (Files.isDirectory(file)) {
          Files.createDirectories(target);
        } else {
          Files.copy(file, target);
        }
      }
    }
  }

  @Test
  void anUnmappedRowLabelFailsItsTableAndOffersTheLine() {
    FileReading reading = read(Workbooks.balance().put("A11", "2.工业部门"));
    var notice = only(reading, TableNotice.UNMAPPED_LABEL);
    assertThat(notice.place()).isEqualTo("balance.xls!Sheet1!A11");
    assertThat(notice.message()).contains("'2.工业部门'").contains("2.工业 (sector=industry)");
    assertThat(notice.message().split("\\(sector=")).hasSize(4);
    assertThat(notice.remedy())
        .contains("balance-rows.csv")
        .contains("2.工业部门,Industry,,data,,industry,,,,");
    assertThat(onlyTable(reading).status()).isEqualTo(TableReading.FAILED);
    assertAccount(onlyTable(reading));
  }

  @Test
  void theOfferedLineIsAccepted(@TempDir Path conf) throws IOException {
    copy(Workbooks.CONF, conf);
    byte[] book = Workbooks.balance().put("E4", "精洗煤").put("A11", "#工业, 合计").xls();
    List<String> lines =
        read("b.xls", book).listNotices().stream()
            .filter(n -> n.code().equals("UNMAPPED_LABEL"))
            .map(n -> n.remedy())
            .toList();
    assertThat(lines).hasSize(2);
    for (String remedy : lines) {
      String file = remedy.replaceAll(".*conf/(crosswalks/\\S+\\.csv): .*", "$1");
      String line = remedy.substring(remedy.indexOf(".csv: ") + 6);
      Files.writeString(conf.resolve(file), line + "\n", java.nio.file.StandardOpenOption.APPEND);
    }
    TableReading table =
        onlyTable(YearbookReader.load(conf).read("b.xls", book, ReadingHints.NONE));
    assertThat(table.status()).isEqualTo(TableReading.ACCEPTED);
    assertThat(cell(table, "C11").sector()).isEqualTo("industry");
    assertThat(cell(table, "E9").item()).isEqualTo("cleaned_coal");
  }

  @Test
  void theOtherTablesGoOn() {
    Workbooks book = Workbooks.balance();
    book.putOn("next", "A1", "另一张表").putOn("next", "A2", "原煤");
    FileReading reading = read(book);
    assertThat(reading.tables())
        .extracting(TableReading::status)
        .containsExactly(TableReading.ACCEPTED, TableReading.FAILED);
  }

  @Test
  void duplicateLabels() {
    FileReading rows = read(Workbooks.balance().put("A12", "2.工业"));
    assertThat(only(rows, TableNotice.DUPLICATE_LABEL).place()).endsWith("!A12");
    FileReading columns = read(Workbooks.balance().put("E4", "原煤"));
    assertThat(only(columns, TableNotice.DUPLICATE_LABEL).message()).contains("D4");
    assertThat(onlyTable(columns).status()).isEqualTo(TableReading.FAILED);
  }

  @Test
  void aUnitThatTheRegistryDoesNotKnow() {
    FileReading reading = read(Workbooks.balance().put("D5", "(万桶)").put("D7", "(104 bbl)"));
    assertThat(only(reading, TableNotice.UNKNOWN_UNIT).message()).contains("104 bbl");
    assertThat(codes(reading.listNotices())).doesNotContain("MISSING_UNIT");
    assertThat(onlyTable(reading).status()).isEqualTo(TableReading.FAILED);
  }

  @Test
  void aMissingUnitRow() {
    Workbooks book = Workbooks.balance();
    for (char column = 'C'; column <= 'J'; column++) {
      book.remove(column + "5").remove(column + "7");
    }
    FileReading reading = read(book);
    assertThat(only(reading, TableNotice.MISSING_UNIT).message()).contains("8 of 8 columns");
    assertThat(onlyTable(reading).status()).isEqualTo(TableReading.FAILED);
  }

  @Test
  void regionAndYearThatCannotBeDerived() {
    Workbooks noYear = Workbooks.balance().put("A1", "6-17 湖北能源平衡表(实物量)").remove("A2");
    assertThat(only(read(noYear), TableNotice.UNDERIVABLE_YEAR).remedy()).contains("year");
    Workbooks strange = Workbooks.balance().put("A1", "6-17 胡北能源平衡表(实物量)-2007").remove("A2");
    assertThat(only(read(strange), TableNotice.UNDERIVABLE_REGION).message()).contains("湖北");
  }

  @ParameterizedTest
  @ValueSource(strings = {"12,3.4", "(5.2)", "abc", "12①", "1..5"})
  void textWhereANumberBelongs(String text) {
    FileReading reading = read(Workbooks.balance().put("D11", text));
    assertThat(only(reading, TableNotice.BAD_NUMBER).place()).isEqualTo("balance.xls!Sheet1!D11");
    TableReading table = onlyTable(reading);
    // A balance is not complete without the figure.
    assertThat(table.status()).isEqualTo(TableReading.FAILED);
    CellReading bad = cell(table, "D11");
    assertThat(bad.cellClass()).isEqualTo(CellClass.BAD);
    assertThat(bad.value()).isNull();
    assertThat(bad.text()).isEqualTo(text);
    assertThat(bad.item()).isEqualTo("raw_coal");
    assertAccount(table);
  }

  @ParameterizedTest
  @CsvSource({"—, NO", "-, NO", "…, NE", "……, NE", "空, NE", "C, C", "IE, IE"})
  void signsInPlaceOfAFigure(String sign, String key) {
    FileReading reading = read(Workbooks.balance().put("D11", sign));
    only(reading, TableNotice.NOTATION_KEY);
    CellReading cell = cell(onlyTable(reading), "D11");
    assertThat(cell.cellClass()).isEqualTo(CellClass.NOTATION);
    assertThat(cell.note()).isEqualTo(key);
    assertThat(cell.value()).isNull();
  }

  @Test
  void fullWidthDigitsAreReadAndTold() {
    FileReading reading = read(Workbooks.balance().put("D11", "１２"));
    only(reading, TableNotice.READ_AS_NUMBER);
    assertThat(cell(onlyTable(reading), "D11").value()).isEqualTo(12.0);
  }

  @Test
  void errorValuesAndTruthValuesAreBad() {
    FileReading reading = read(Workbooks.balance().put("D11", "=1/0").put("D12", true));
    assertThat(codes(reading.listNotices()).stream().filter("BAD_NUMBER"::equals)).hasSize(2);
    assertThat(cell(onlyTable(reading), "D11").text()).isEqualTo("#DIV/0!");
  }

  @Test
  void aNumberWithoutLabelInsideTheTableFailsIt() {
    FileReading reading = read(Workbooks.balance().remove("A11").remove("B11"));
    assertThat(codes(reading.listNotices())).contains("NUMBERS_NOT_PLACED");
    TableReading table = onlyTable(reading);
    assertThat(table.status()).isEqualTo(TableReading.FAILED);
    assertThat(cell(table, "C11").cellClass()).isEqualTo(CellClass.BAD);
  }

  @Test
  void aMissingHeadingIsTold() {
    FileReading reading = read(Workbooks.balance().put("A4", "序").put("B4", "No"));
    only(reading, TableNotice.FRAME_NOT_FOUND);
    assertAccount(onlyTable(reading));
  }

  @Test
  void manyFindingsOfOneKindAreCounted() {
    Workbooks book = Workbooks.balance();
    for (int row = 13; row < 33; row++) {
      book.put("A" + row, "未知" + row);
      for (char column = 'C'; column <= 'J'; column++) {
        book.put(column + "" + row, "x");
      }
    }
    FileReading reading = read(book);
    long told = codes(reading.listNotices()).stream().filter("BAD_NUMBER"::equals).count();
    assertThat(told).isEqualTo(51);
    assertThat(reading.listNotices()).anyMatch(n -> n.message().startsWith("110 more"));
  }

  @Test
  void textThatIsNoEncodingAndTextWithOpenQuotes() {
    byte[] wrong = {(byte) 0xFF, (byte) 0x80, 'a', ',', (byte) 0xFF, '\n'};
    only(read("a.csv", wrong), FileNotice.UNREADABLE_TEXT);
    only(read("a.csv", Workbooks.utf8("a,\"b\n1,2")), FileNotice.UNREADABLE_TEXT);
  }
}
