package org.carbonbook.sample;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** A table of restated figures, {@code src/test/resources/sample/<name>.csv}. */
record SheetFigures(String source, List<String> header, List<List<String>> rows) {

  static SheetFigures read(String name) {
    String path = "/sample/" + name + ".csv";
    try (InputStream in = SheetFigures.class.getResourceAsStream(path)) {
      if (in == null) {
        throw new IllegalArgumentException("no figures " + path);
      }
      return parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static SheetFigures parse(String text) throws IOException {
    String source =
        text.lines()
            .filter(l -> l.startsWith("# source: "))
            .findFirst()
            .orElseThrow()
            .substring(10);
    CSVFormat format = CSVFormat.RFC4180.builder().setCommentMarker('#').get();
    List<List<String>> records = new ArrayList<>();
    try (CSVParser parser = CSVParser.parse(text, format)) {
      for (CSVRecord record : parser) {
        records.add(record.toList());
      }
    }
    return new SheetFigures(
        source, records.get(0), List.copyOf(records.subList(1, records.size())));
  }

  /** Row by the first column; figures by the other columns' names, blanks left out. */
  Map<String, Map<String, BigDecimal>> matrix() {
    Map<String, Map<String, BigDecimal>> matrix = new LinkedHashMap<>();
    for (List<String> row : rows) {
      Map<String, BigDecimal> figures = new LinkedHashMap<>();
      for (int i = 1; i < header.size(); i++) {
        if (!row.get(i).isEmpty()) {
          figures.put(header.get(i), new BigDecimal(row.get(i)));
        }
      }
      matrix.put(row.get(0), figures);
    }
    return matrix;
  }
}
