package org.carbonbook.export;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Row;

/** A folder with a CSV file for each table. */
final class CsvSink implements FileSink {

  private final PartialTarget partial;
  private final CsvStyle style;
  private final String folder;

  CsvSink(PartialTarget partial, CsvStyle style) {
    this(partial, style, "");
  }

  /**
   * @param folder where the files are within the target, with a slash at its end
   */
  CsvSink(PartialTarget partial, CsvStyle style, String folder) {
    this.partial = partial;
    this.style = style;
    this.folder = folder;
  }

  /** The name of a table's file. */
  String file(ExportTable table) {
    return folder + table.shortName() + ".csv";
  }

  @Override
  public Optional<Long> findRows(ExportTable table) {
    return partial.find(file(table)).map(PartialTarget.Finished::rows);
  }

  @Override
  public long write(ExportTable table) throws IOException {
    Path path = partial.folder().resolve(file(table));
    Files.createDirectories(path.getParent());
    long rows = 0;
    try (BufferedWriter out = Files.newBufferedWriter(path, StandardCharsets.UTF_8)) {
      if (style.mark() == CsvStyle.Mark.BYTE_ORDER) {
        out.write('\uFEFF');
      }
      CsvLines lines = new CsvLines(out, style);
      lines.line(List.of(table.schema().fieldNames()));
      Iterator<Row> each = table.rows();
      while (each.hasNext()) {
        lines.line(CsvLines.values(each.next()));
        rows++;
      }
    }
    partial.finish(file(table), rows);
    return rows;
  }

  @Override
  public void becomeTarget() throws IOException {
    partial.becomeTarget();
  }
}
