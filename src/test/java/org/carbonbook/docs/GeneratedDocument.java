package org.carbonbook.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A document, or a marked part of one, that is written from the code. A stale document fails its
 * test, and the message is the command that writes it.
 *
 * @param file the document
 * @param property the system property that makes the test write the document, without {@code
 *     .write}
 * @param test the test that knows its content
 */
public record GeneratedDocument(Path file, String property, Class<?> test) {

  static final String BEGIN = "<!-- generated: begin -->\n";
  static final String END = "<!-- generated: end -->\n";

  /** How people write the document again. */
  String command() {
    return "mvn test -Dtest=%s -D%s.write=true".formatted(test.getSimpleName(), property);
  }

  /** The document must have this text; with the property set it is written first. */
  public void requireText(String expected) throws IOException {
    if (Boolean.getBoolean(property + ".write")) {
      Files.writeString(file, expected);
    }
    assertThat(file).as("missing; to write it: " + command()).exists();
    assertThat(Files.readString(file)).as("stale; to write it: " + command()).isEqualTo(expected);
  }

  /** The part between the two marks must have this text; the rest of the document is free. */
  public void requirePart(String expected) throws IOException {
    String text = Files.readString(file);
    int begin = text.indexOf(BEGIN);
    int end = text.indexOf(END);
    assertThat(begin).as("%s needs the lines %s and %s", file, BEGIN, END).isBetween(0, end);
    requireText(text.substring(0, begin + BEGIN.length()) + expected + text.substring(end));
  }

  /** The last line of a generated document. */
  String origin(String source) {
    return "\nThis document is generated from %s. To write it again: `%s`.\n"
        .formatted(source, command());
  }
}
