package org.carbonbook.meter.log;

import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.carbonbook.intake.FileFormat;

/** What the texts of a quality column mean, in any case; the last text is remembered. */
final class QualityMarks {

  /** The source says that the reading is not valid. */
  static final byte INVALID = -1;

  /** The text means nothing that the format states. */
  static final byte UNKNOWN = -2;

  private final List<String> measured;
  private final List<String> estimated;
  private final List<String> invalid;
  private final Charset charset;
  private byte[] last = {};
  private byte lastMark;

  QualityMarks(FileFormat.QualityTexts texts, Charset charset) {
    this.measured = lower(texts.measured());
    this.estimated = lower(texts.estimated());
    this.invalid = lower(texts.invalid());
    this.charset = charset;
  }

  private static List<String> lower(List<String> texts) {
    return texts.stream().map(text -> text.toLowerCase(Locale.ROOT)).toList();
  }

  /** The mark of a reading, {@link #INVALID} or {@link #UNKNOWN}. */
  byte of(byte[] text, int from, int to) {
    if (from == to) {
      return 0;
    }
    if (!Arrays.equals(last, 0, last.length, text, from, to)) {
      last = Arrays.copyOfRange(text, from, to);
      lastMark = mark(new String(last, charset).trim().toLowerCase(Locale.ROOT));
    }
    return lastMark;
  }

  private byte mark(String text) {
    if (text.isEmpty() || measured.contains(text)) {
      return 0;
    }
    if (estimated.contains(text)) {
      return ReadingBlock.ESTIMATED;
    }
    return invalid.contains(text) ? INVALID : measured.isEmpty() ? 0 : UNKNOWN;
  }
}
