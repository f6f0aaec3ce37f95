package org.carbonbook.conf;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;

/** The text of a configuration file, which is UTF-8 with or without a byte order mark. */
final class ConfText {

  private static final String MARK = "\uFEFF";

  private ConfText() {}

  /** The text of a file; nothing, and a fault, when it cannot be read. */
  static Optional<String> read(Path file, String name, Consumer<ConfFault> faults) {
    try {
      return decode(name, Files.readAllBytes(file), faults);
    } catch (NoSuchFileException e) {
      faults.accept(new ConfFault(ConfFault.Kind.UNREADABLE, name, "the file does not exist"));
      return Optional.empty();
    } catch (IOException e) {
      String what = e.getClass().getSimpleName() + ": " + e.getMessage();
      faults.accept(new ConfFault(ConfFault.Kind.UNREADABLE, name, what));
      return Optional.empty();
    }
  }

  /** Bytes as text; nothing, and a fault, when they are not UTF-8. */
  static Optional<String> decode(String name, byte[] bytes, Consumer<ConfFault> faults) {
    try {
      return Optional.of(
          withoutMark(
              StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString()));
    } catch (CharacterCodingException e) {
      faults.accept(new ConfFault(ConfFault.Kind.NOT_UTF8, name, "bytes that are not UTF-8"));
      return Optional.empty();
    }
  }

  /** A text without its byte order mark. */
  static String withoutMark(String text) {
    return text.startsWith(MARK) ? text.substring(MARK.length()) : text;
  }
}
