package org.carbonbook.intake;

import java.io.Serializable;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Reads stamps from bytes without making objects. The pattern's letters are {@code yyyy yy MM M MMM
 * dd d HH H hh h mm m ss s}; {@code MMM} is the name of a month, {@code a} the half of the day of
 * {@code h} ({@code AM}, {@code p.m.}, {@code 下午}), {@code S} any fraction of a second, {@code X}
 * is {@code Z} or an offset such as {@code +08:00}; {@code [ ]} encloses an optional part; a blank
 * or {@code T} matches either. {@code epoch_s} and {@code epoch_ms} are numbers since 1970. One
 * instance serves one thread.
 */
public final class StampPattern implements Serializable {

  /** Returned when the text does not match the pattern. */
  public static final long INVALID = Long.MIN_VALUE;

  public static final long DAY_S = 86_400;

  private static final int[] DAYS = {31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};

  private static final List<String> MORNING = List.of("a.m.", "am", "上午");
  private static final List<String> AFTERNOON = List.of("p.m.", "pm", "下午");
  private static final String MONTHS = "janfebmaraprmayjunjulaugsepoctnovdec";
  private static final int NOON_H = 12;

  private final byte[] pattern;
  private final byte[][] morning;
  private final byte[][] afternoon;
  private final int datePart;
  private final int yearOffset;
  private final boolean midnightEndsDate;
  private final int epochUnits;

  private int position;
  private int year;
  private int month;
  private int day;
  private int secondOfDay;
  private int offset;
  private boolean offsetGiven;

  /** The bytes of the date of the last stamp, which nearly all stamps of a log repeat. */
  private byte[] date = {};

  private int dateYear;
  private int dateMonth;
  private int dateDay;

  private int cachedYmd = -1;
  private long cachedDay;

  private StampPattern(FileFormat.TimeSpec spec, Charset charset) {
    String text = spec.patternOrUsual();
    this.pattern = text.getBytes(charset);
    this.morning = halves(MORNING, charset);
    this.afternoon = halves(AFTERNOON, charset);
    this.datePart = datePart(text).getBytes(charset).length;
    this.yearOffset = spec.yearOffset();
    this.midnightEndsDate = "previous_date".equals(spec.midnight());
    this.epochUnits = text.equals("epoch_s") ? 1 : text.equals("epoch_ms") ? 1000 : 0;
  }

  /**
   * Compiles the pattern of a format.
   *
   * @param charset of the stamps that it will read
   * @throws IllegalArgumentException when it has no date, or a letter that means nothing
   */
  public static StampPattern of(FileFormat.TimeSpec spec, Charset charset) {
    String text = spec.patternOrUsual();
    if (!text.startsWith("epoch_") && !(text.contains("yy") && text.contains("d"))) {
      throw new IllegalArgumentException("time pattern " + text + " has no year and day");
    }
    if (!text.startsWith("epoch_") && !text.matches("[yMdHhamsSXT\\[\\] :,./年月日时分秒\\-]+")) {
      throw new IllegalArgumentException("time pattern " + text + " has an unknown letter");
    }
    return new StampPattern(spec, charset);
  }

  /** Whether the last stamp stated its offset from UTC, so that it is an instant. */
  public boolean isInstant() {
    return offsetGiven;
  }

  /** Seconds since 1970 of the stamp's own clock, or of UTC when an offset was given. */
  public long seconds(byte[] text, int from, int to) {
    if (epochUnits > 0) {
      return epoch(text, from, to);
    }
    position = from;
    year = 0;
    month = 1;
    day = 1;
    secondOfDay = 0;
    offset = 0;
    offsetGiven = false;
    int begun = isSameDate(text, to) ? takeDate() : 0;
    if (!match(begun, pattern.length, text, to) || position != to) {
      return INVALID;
    }
    long seconds = assembled();
    if (begun == 0 && datePart > 0 && seconds != INVALID) {
      rememberDate(text, from, to);
    }
    return seconds;
  }

  /** Whether the stamp begins with the date of the last one. */
  private boolean isSameDate(byte[] text, int to) {
    int length = date.length;
    return length > 0
        && to - position >= length
        && Arrays.equals(date, 0, length, text, position, position + length);
  }

  private int takeDate() {
    position += date.length;
    year = dateYear;
    month = dateMonth;
    day = dateDay;
    return datePart;
  }

  private void rememberDate(byte[] text, int from, int to) {
    position = from;
    match(0, datePart, text, to);
    date = Arrays.copyOfRange(text, from, position);
    dateYear = year;
    dateMonth = month;
    dateDay = day;
  }

  /**
   * The part of the pattern that is a date before the hours and that the same bytes always match;
   * empty when there is none. The match of an optional part, or of a number of one or two digits
   * before the hours, depends on the bytes that follow.
   */
  private static String datePart(String pattern) {
    int hours = Math.max(pattern.indexOf('H'), pattern.indexOf('h'));
    boolean open =
        hours > 1
            && "yMd".indexOf(pattern.charAt(hours - 1)) >= 0
            && pattern.charAt(hours - 2) != pattern.charAt(hours - 1);
    String date = hours > 0 ? pattern.substring(0, hours) : "";
    return open || !date.matches("[^\\[amsSX]*") || date.contains("MMM") ? "" : date;
  }

  private long assembled() {
    int fullYear = year + yearOffset;
    if (month < 1 || month > 12 || day < 1 || day > DAYS[month - 1] || fullYear < 1900) {
      return INVALID;
    }
    int ymd = (fullYear * 16 + month) * 32 + day;
    if (ymd != cachedYmd) {
      if (month == 2 && day == 29 && !java.time.Year.isLeap(fullYear)) {
        return INVALID;
      }
      cachedDay = java.time.LocalDate.of(fullYear, month, day).toEpochDay();
      cachedYmd = ymd;
    }
    if (secondOfDay > DAY_S) {
      return INVALID;
    }
    long seconds = cachedDay * DAY_S + secondOfDay - offset;
    return midnightEndsDate && secondOfDay == 0 ? seconds + DAY_S : seconds;
  }

  private long epoch(byte[] text, int from, int to) {
    long value = 0;
    for (int i = from; i < to; i++) {
      int digit = text[i] - '0';
      if (digit < 0 || digit > 9 || to - from > 15) {
        return INVALID;
      }
      value = value * 10 + digit;
    }
    offsetGiven = true;
    return from == to ? INVALID : value / epochUnits;
  }

  private boolean match(int begin, int end, byte[] text, int to) {
    int p = begin;
    while (p < end) {
      byte letter = pattern[p];
      if (letter == '[') {
        int close = closing(p);
        int restore = position;
        if (position == to || !match(p + 1, close, text, to)) {
          position = restore;
        }
        p = close + 1;
        continue;
      }
      int run = p + 1;
      while (run < end && pattern[run] == letter) {
        run++;
      }
      if (!field(letter, run - p, text, to)) {
        return false;
      }
      p = run;
    }
    return true;
  }

  private int closing(int open) {
    int depth = 0;
    int p = open;
    while (p < pattern.length) {
      depth += pattern[p] == '[' ? 1 : pattern[p] == ']' ? -1 : 0;
      if (depth == 0) {
        return p;
      }
      p++;
    }
    return p;
  }

  private boolean field(byte letter, int width, byte[] text, int to) {
    return switch (letter) {
      case 'y' -> year(width, text, to);
      case 'M' -> width > 2 ? monthName(text, to) : (month = number(width, text, to)) >= 0;
      case 'd' -> (day = number(width, text, to)) >= 0;
      case 'H' -> addTime(number(width, text, to), 24, 3600);
      case 'h' -> hourOfHalf(number(width, text, to));
      case 'a' -> half(text, to);
      case 'm' -> addTime(number(width, text, to), 59, 60);
      case 's' -> addTime(number(width, text, to), 59, 1);
      case 'S' -> digits(text, to);
      case 'X' -> zone(text, to);
      case ' ', 'T' -> blankOrT(text, to);
      default -> literal(letter, width, text, to);
    };
  }

  /** An hour from 12, 1, 2 to 11; the half of the day adds the rest. */
  private boolean hourOfHalf(int hour) {
    secondOfDay += hour % NOON_H * 3600;
    return hour >= 1 && hour <= NOON_H;
  }

  private boolean half(byte[] text, int to) {
    if (takeOneOf(morning, text, to)) {
      return true;
    }
    secondOfDay += NOON_H * 3600;
    return takeOneOf(afternoon, text, to);
  }

  private boolean takeOneOf(byte[][] names, byte[] text, int to) {
    for (byte[] name : names) {
      if (to - position >= name.length && isName(name, text, position)) {
        position += name.length;
        return true;
      }
    }
    return false;
  }

  private static boolean isName(byte[] name, byte[] text, int from) {
    for (int i = 0; i < name.length; i++) {
      byte letter = text[from + i];
      boolean capital = letter >= 'A' && letter <= 'Z';
      if (name[i] != (capital ? letter + 'a' - 'A' : letter)) {
        return false;
      }
    }
    return true;
  }

  /** The first three letters of an English month; the other letters may follow. */
  private boolean monthName(byte[] text, int to) {
    if (to - position < 3) {
      return false;
    }
    String printed =
        new String(text, position, 3, StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
    int at = MONTHS.indexOf(printed);
    month = at / 3 + 1;
    position += 3;
    while (position < to && Character.isLetter(text[position])) {
      position++;
    }
    return at >= 0 && at % 3 == 0;
  }

  private static byte[][] halves(List<String> names, Charset charset) {
    return names.stream().map(name -> name.getBytes(charset)).toArray(byte[][]::new);
  }

  private boolean blankOrT(byte[] text, int to) {
    boolean matches = position < to && (text[position] == ' ' || text[position] == 'T');
    position++;
    return matches;
  }

  private boolean literal(byte letter, int width, byte[] text, int to) {
    for (int i = 0; i < width; i++) {
      if (position >= to || text[position++] != letter) {
        return false;
      }
    }
    return true;
  }

  private boolean year(int width, byte[] text, int to) {
    year = number(width, text, to);
    if (width == 2 && year >= 0) {
      year += 2000;
    }
    return year >= 0;
  }

  private boolean addTime(int value, int highest, int unit) {
    secondOfDay += value * unit;
    return value >= 0 && value <= highest;
  }

  /** A number of exactly {@code width} digits; of one or two when the pattern has one letter. */
  private int number(int width, byte[] text, int to) {
    int value = 0;
    int count = 0;
    int max = width == 1 ? 2 : width;
    while (count < max && position < to) {
      int digit = text[position] - '0';
      if (digit < 0 || digit > 9) {
        break;
      }
      value = value * 10 + digit;
      position++;
      count++;
    }
    return count == max || (width == 1 && count == 1) ? value : -1;
  }

  private boolean digits(byte[] text, int to) {
    int begin = position;
    while (position < to && text[position] >= '0' && text[position] <= '9') {
      position++;
    }
    return position > begin;
  }

  private boolean zone(byte[] text, int to) {
    if (position >= to) {
      return false;
    }
    byte sign = text[position];
    if (sign == 'Z') {
      position++;
      offsetGiven = true;
      return true;
    }
    if (sign != '+' && sign != '-') {
      return false;
    }
    position++;
    int hours = number(2, text, to);
    if (position < to && text[position] == ':') {
      position++;
    }
    int minutes = position < to ? number(2, text, to) : 0;
    offset = (hours * 3600 + minutes * 60) * (sign == '-' ? -1 : 1);
    offsetGiven = true;
    return hours >= 0 && minutes >= 0;
  }
}
