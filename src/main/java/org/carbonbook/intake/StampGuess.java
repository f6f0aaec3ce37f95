package org.carbonbook.intake;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Detects the pattern of a file's stamps if its format does not state one. */
public final class StampGuess {

  private static final String CLOCK = "[ H:mm[:ss][.S]][X]";
  private static final String HALVES = "[ h:mm[:ss][ ]a]";

  /** The patterns in the order in which they are preferred. */
  private static final List<String> PATTERNS =
      List.of(
          FileFormat.TimeSpec.USUAL,
          "yyyy-M-d" + CLOCK,
          "yyyy/M/d" + CLOCK,
          "yyyy.M.d" + CLOCK,
          "yyyy年M月d日[ ][H:mm[:ss]]",
          "yyyy年M月d日[ ][H时[m分[s秒]]]",
          "yyyyMMdd",
          "yyyyMMddHHmm[ss]",
          "yyyyMMdd HHmm[ss]",
          "yyyyMMdd HH:mm[:ss][X]",
          "yyyy-M-d" + HALVES,
          "yyyy/M/d" + HALVES,
          "yyyy/M/d[ a][h:mm[:ss]]",
          "d-MMM-yyyy" + CLOCK,
          "d-MMM-yy" + CLOCK,
          "d MMM yyyy" + CLOCK,
          "MMM d, yyyy" + CLOCK,
          "MMM d, yyyy" + HALVES,
          "d-MMM-yyyy" + HALVES);

  private static final List<String> SEPARATORS = List.of("/", ".", "-");

  /**
   * The detected pattern.
   *
   * @param pattern the pattern; empty when no known one fits
   * @param other another pattern that reads all stamps as other times, if there is one
   */
  public record Detected(Optional<String> pattern, Optional<String> other) {}

  private StampGuess() {}

  /**
   * The pattern that matches most of the given stamps, and whether another pattern matches them
   * with other meanings.
   */
  public static Detected find(FileFormat.TimeSpec time, List<String> stamps) {
    if (time.pattern() != null) {
      return new Detected(Optional.of(time.pattern()), Optional.empty());
    }
    String best = epoch(stamps);
    int most = best == null ? 0 : count(time, best, stamps);
    for (String pattern : PATTERNS) {
      int read = most == stamps.size() ? 0 : count(time, pattern, stamps);
      if (read > most) {
        most = read;
        best = pattern;
      }
    }
    return most == stamps.size()
        ? new Detected(Optional.ofNullable(best), Optional.empty())
        : dayAndMonth(time, stamps, best, most);
  }

  /** Stamps whose day and month are both numbers before the year. */
  private static Detected dayAndMonth(
      FileFormat.TimeSpec time, List<String> stamps, String before, int readBefore) {
    List<String> best = new ArrayList<>();
    int most = readBefore;
    for (String separator : SEPARATORS) {
      for (String year : List.of("yyyy", "yy")) {
        for (String clock : List.of(CLOCK, HALVES)) {
          for (String date : List.of("d%1$sM%1$s" + year, "M%1$sd%1$s" + year)) {
            String pattern = date.formatted(separator) + clock;
            int read = count(time, pattern, stamps);
            if (read > most) {
              best.clear();
              most = read;
            }
            if (read == most && read > readBefore) {
              best.add(pattern);
            }
          }
        }
      }
    }
    if (best.isEmpty()) {
      return new Detected(Optional.ofNullable(before), Optional.empty());
    }
    Optional<String> other =
        best.stream().skip(1).filter(one -> differs(time, best.get(0), one, stamps)).findFirst();
    return new Detected(Optional.of(best.get(0)), other);
  }

  private static String epoch(List<String> stamps) {
    long seconds = stamps.stream().filter(stamp -> stamp.matches("\\d{9,10}")).count();
    long millis = stamps.stream().filter(stamp -> stamp.matches("1\\d{12}")).count();
    if (Math.max(seconds, millis) * 2 <= stamps.size()) {
      return null;
    }
    return seconds >= millis ? "epoch_s" : "epoch_ms";
  }

  private static int count(FileFormat.TimeSpec time, String pattern, List<String> stamps) {
    StampPattern reader = StampPattern.of(time.with(pattern), StandardCharsets.UTF_8);
    return (int)
        stamps.stream().filter(stamp -> seconds(reader, stamp) != StampPattern.INVALID).count();
  }

  private static boolean differs(
      FileFormat.TimeSpec time, String one, String other, List<String> stamps) {
    StampPattern first = StampPattern.of(time.with(one), StandardCharsets.UTF_8);
    StampPattern second = StampPattern.of(time.with(other), StandardCharsets.UTF_8);
    return stamps.stream().anyMatch(stamp -> seconds(first, stamp) != seconds(second, stamp));
  }

  private static long seconds(StampPattern pattern, String stamp) {
    byte[] bytes = stamp.getBytes(StandardCharsets.UTF_8);
    return pattern.seconds(bytes, 0, bytes.length);
  }
}
