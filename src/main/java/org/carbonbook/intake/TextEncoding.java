package org.carbonbook.intake;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * Detects the character set of a text: by its byte order mark, by the zero bytes of UTF-16,
 * otherwise UTF-8 if the bytes are valid UTF-8, and GB18030 (which includes GBK) if they are not.
 */
public final class TextEncoding {

  private static final Charset GB18030 = Charset.forName("GB18030");

  /** Where at least this share of every second byte is zero, the text is UTF-16. */
  private static final double ZEROS = 0.4;

  private TextEncoding() {}

  /**
   * The character set of a text.
   *
   * @param head its first bytes
   * @param length how many of them count
   */
  public static Charset find(byte[] head, int length) {
    if (startsWith(head, length, 0xFF, 0xFE)) {
      return StandardCharsets.UTF_16LE;
    }
    if (startsWith(head, length, 0xFE, 0xFF)) {
      return StandardCharsets.UTF_16BE;
    }
    if (length >= 4) {
      int[] zeros = new int[2];
      for (int i = 0; i < length; i++) {
        zeros[i % 2] += head[i] == 0 ? 1 : 0;
      }
      if (zeros[1] >= ZEROS * length / 2) {
        return StandardCharsets.UTF_16LE;
      }
      if (zeros[0] >= ZEROS * length / 2) {
        return StandardCharsets.UTF_16BE;
      }
    }
    return isUtf8(head, length) ? StandardCharsets.UTF_8 : GB18030;
  }

  /** Decodes bytes in their detected character set, without the byte order mark. */
  public static String decode(byte[] bytes) {
    String text = new String(bytes, find(bytes, bytes.length));
    return text.startsWith("\uFEFF") ? text.substring(1) : text;
  }

  private static boolean startsWith(byte[] head, int length, int first, int second) {
    return length >= 2 && (head[0] & 0xFF) == first && (head[1] & 0xFF) == second;
  }

  /** Whether the bytes are UTF-8; the last character may be cut. */
  private static boolean isUtf8(byte[] head, int length) {
    CharsetDecoder decoder =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    return !decoder
        .decode(ByteBuffer.wrap(head, 0, length), CharBuffer.allocate(length + 1), false)
        .isError();
  }
}
