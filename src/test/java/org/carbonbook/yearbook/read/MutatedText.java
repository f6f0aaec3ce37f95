package org.carbonbook.yearbook.read;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.carbonbook.yearbook.vocabulary.LabelText;

/** The fields of a delimited text, with ways to pick places of it. */
final class MutatedText {

  /** A field by its row and column. */
  record Place(int row, int column) {}

  final Random random;
  final List<List<String>> rows = new ArrayList<>();
  String delimiter = ",";
  String lineEnd = "\n";
  String before = "";
  Charset charset = StandardCharsets.UTF_8;
  int cutCharacters;
  private final List<Place> figures = new ArrayList<>();

  MutatedText(String content, Random random) {
    this.random = random;
    try (CSVParser parser =
        CSVFormat.DEFAULT
            .builder()
            .setIgnoreEmptyLines(false)
            .get()
            .parse(new StringReader(content))) {
      parser.forEach(line -> rows.add(new ArrayList<>(line.toList())));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    int value = rows.get(0).indexOf("value");
    int heading = heading();
    for (int row = heading + 1; row < rows.size(); row++) {
      for (int column = 1; column < rows.get(row).size(); column++) {
        boolean figure = LabelText.isNumeric(rows.get(row).get(column));
        if (figure && (value < 0 || column == value) && !rows.get(row).get(0).startsWith("#")) {
          figures.add(new Place(row, column));
        }
      }
    }
  }

  /** The last row above the figures: the first with two texts or more. */
  int heading() {
    for (int row = 0; row < rows.size(); row++) {
      long texts = rows.get(row).stream().filter(text -> !text.isBlank()).count();
      if (texts > 1 && !rows.get(row).get(0).startsWith("#")) {
        return row;
      }
    }
    throw new IllegalStateException("no heading");
  }

  Place figure() {
    return figures.get(random.nextInt(figures.size()));
  }

  Place lastFigure() {
    return figures.get(figures.size() - 1);
  }

  String get(Place place) {
    return rows.get(place.row()).get(place.column());
  }

  String set(Place place, String text) {
    rows.get(place.row()).set(place.column(), text);
    return "row %d column %d: %s".formatted(place.row() + 1, place.column() + 1, text);
  }

  byte[] bytes() {
    String text =
        rows.stream()
            .map(row -> row.stream().map(this::quoted).collect(Collectors.joining(delimiter)))
            .collect(Collectors.joining(lineEnd, before, lineEnd));
    return text.substring(0, text.length() - cutCharacters).getBytes(charset);
  }

  /** A field that begins with {@code raw:} is written as it is. */
  private String quoted(String field) {
    if (field.startsWith("raw:")) {
      return field.substring(4);
    }
    boolean quote = field.contains(delimiter) || field.contains("\"") || field.contains("\n");
    return quote ? '"' + field.replace("\"", "\"\"") + '"' : field;
  }
}
