package org.carbonbook.yearbook.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.carbonbook.yearbook.grid.FileNotice;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Files of other kinds than their names say: read by their contents, or named for what they are.
 */
class FileKindsTest {

  private static final YearbookReader READER = Workbooks.reader();
  private static final Charset GBK = Charset.forName("GBK");

  private static FileReading read(String name, byte[] content) {
    return READER.read(name, content, ReadingHints.NONE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\t", ";"})
  void aTextUnderTheNameOfAWorkbookIsRead(String delimiter) {
    String text =
        "5-4 分行业能源消费总量\n单位：万吨标准煤\n行业,2006\n消费总量,100.5\n制造业,60\n建筑业,10\n生活消费,20\n"
            .replace(",", delimiter);
    FileReading reading = read("table.xls", text.getBytes(GBK));
    TableReading table = reading.tables().get(0);
    assertThat(table.status()).as("%s", reading.listNotices()).isEqualTo(TableReading.ACCEPTED);
    assertThat(Readings.cell(table, "B4").value()).isEqualTo(100.5);
    Readings.only(reading, FileNotice.OTHER_KIND);
  }

  @Test
  void aCommaBetweenSemicolonsCanBeADecimalComma() {
    String text = "5-4 分行业能源消费总量\n单位：万吨标准煤\n行业;2006\n消费总量;100,500\n制造业;60\n建筑业;10\n生活消费;20\n";
    FileReading reading = read("table.csv", Workbooks.utf8(text));
    assertThat(Readings.only(reading, TableNotice.BAD_NUMBER).place()).endsWith("!B4");
  }

  @ParameterizedTest
  @CsvSource({
    "mimetype, application/vnd.oasis.opendocument.spreadsheet, an OpenDocument spreadsheet",
    "a.csv, text, an archive of files"
  })
  void packagesAreNamedForWhatTheyHold(String entry, String content, String kind)
      throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      zip.setLevel(0);
      zip.putNextEntry(new ZipEntry(entry));
      zip.write(Workbooks.utf8(content));
    }
    FileReading reading = read("table.xlsx", out.toByteArray());
    assertThat(Readings.only(reading, FileNotice.WRONG_KIND).message()).contains(kind);
  }
}
