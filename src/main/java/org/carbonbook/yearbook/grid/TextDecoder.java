package org.carbonbook.yearbook.grid;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * Text files in UTF-8 or GB18030 (which contains GBK and GB 2312), told apart by decoding strictly:
 * Chinese text in GBK is practically never well-formed UTF-8.
 */
final class TextDecoder {

  private static final List<Charset> CANDIDATES =
      List.of(StandardCharsets.UTF_8, Charset.forName("GB18030"));

  private TextDecoder() {}

  /** The text, without byte order mark; empty when the bytes are neither encoding. */
  static Optional<String> findText(byte[] content) {
    if (content.length >= 2 && (content[0] & 0xFE) == 0xFE && (content[1] & 0xFE) == 0xFE) {
      return decode(content, StandardCharsets.UTF_16).map(TextDecoder::withoutMark);
    }
    return CANDIDATES.stream()
        .map(charset -> decode(content, charset))
        .flatMap(Optional::stream)
        .findFirst()
        .map(TextDecoder::withoutMark);
  }

  private static Optional<String> decode(byte[] content, Charset charset) {
    try {
      return Optional.of(
          charset
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .onUnmappableCharacter(CodingErrorAction.REPORT)
              .decode(ByteBuffer.wrap(content))
              .toString());
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }

  private static String withoutMark(String text) {
    return text.startsWith("\uFEFF") ? text.substring(1) : text;
  }
}
