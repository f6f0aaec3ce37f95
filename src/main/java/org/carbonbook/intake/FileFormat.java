package org.carbonbook.intake;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.io.Serializable;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.carbonbook.step.InputKind;

/**
 * How files of one kind are read; one YAML file of {@code conf/formats}.
 *
 * @param format the name, as the file's
 * @param zh what the files are, in Chinese
 * @param en what the files are, in English
 * @param kind the name of the {@link InputKind} that they hold; {@code readings} when not stated
 * @param paths globs over the path below the landing folder; the most specific glob wins
 * @param container how rows are stored
 * @param delimiter the character between columns; null: detected in each file
 * @param encoding the character set; null: detected in each file
 * @param decimal the decimal mark
 * @param columns our name of a column to the name printed in the header; alternatives with {@code
 *     |}
 * @param time how stamps are printed
 * @param path a template over the path, e.g. {@code
 *     UCam_Building_{building}/electricity/{year}.csv}, whose parts {@code meter} may use
 * @param meter what is so for every meter of these files; an id here may use parts of the path and
 *     {@code {column}} for the meter column. With it, meters need no row in a registry
 * @param wide for rows that hold many readings: one column per meter, or per time of day
 * @param constants values of columns that a small table does not have; {@code {column}} is replaced
 *     by the cell of the column, where there is one
 * @param missing texts that mean that there is no reading
 * @param quality texts of the quality column that mean estimated or invalid
 * @param checks checks that are not made, because the publisher made them
 */
public record FileFormat(
    String format,
    String zh,
    String en,
    String kind,
    List<String> paths,
    Container container,
    String delimiter,
    String encoding,
    String decimal,
    Map<String, String> columns,
    TimeSpec time,
    String path,
    Map<String, String> meter,
    Wide wide,
    Map<String, String> constants,
    List<String> missing,
    QualityTexts quality,
    @JsonProperty("leave_out") List<String> checks)
    implements Serializable {

  private static final String FILE_NAME = "{file}";
  private static final String DEFAULT_KIND = "readings";

  /**
   * Second bytes of GBK and similar encodings begin here; digits, as in GB18030, are not
   * delimiters.
   */
  private static final char FIRST_TRAIL_BYTE = '@';

  public FileFormat {
    kind = kind == null ? DEFAULT_KIND : kind;
    paths = List.copyOf(paths);
    container = container == null ? Container.CSV : container;
    decimal = decimal == null ? "." : decimal;
    columns = columns == null ? Map.of() : Map.copyOf(columns);
    time = time == null ? new TimeSpec(null, null, null, null, 0) : time;
    meter = meter == null ? null : new LinkedHashMap<>(meter);
    constants = constants == null ? Map.of() : Map.copyOf(constants);
    missing = missing == null ? List.of("", "NA", "null", "NULL", "-") : List.copyOf(missing);
    quality = quality == null ? QualityTexts.USUAL : quality;
    checks = checks == null ? List.of() : List.copyOf(checks);
  }

  /** How rows are stored. */
  public enum Container {
    @JsonProperty("csv")
    CSV,
    @JsonProperty("jsonl")
    JSON_LINES,
    @JsonProperty("json")
    JSON,
    @JsonProperty("parquet")
    PARQUET
  }

  /** Rows that hold many readings. */
  public enum Wide {
    @JsonProperty("meters")
    METERS,
    @JsonProperty("times")
    TIMES
  }

  /**
   * How stamps are printed.
   *
   * @param pattern see {@link StampPattern}; null: detected in each file
   * @param zone the zone of stamps without an offset; null means the meter's
   * @param stamp {@code start} or {@code end} of the interval
   * @param midnight {@code previous_date} when 00:00 is printed with the date of the day it ends
   * @param yearOffset added to the printed year, for years printed as {@code 0014}
   */
  public record TimeSpec(String pattern, String zone, String stamp, String midnight, int yearOffset)
      implements Serializable {

    /** The pattern of stamps when nothing else is known. */
    public static final String USUAL = "yyyy-MM-dd[ HH:mm[:ss][.S]][X]";

    /** The stated pattern, or the usual one. */
    public String patternOrUsual() {
      return pattern == null ? USUAL : pattern;
    }

    /** The same specification with another pattern. */
    public TimeSpec with(String otherPattern) {
      return new TimeSpec(otherPattern, zone, stamp, midnight, yearOffset);
    }
  }

  /**
   * The texts of a quality column, in any case. Where a format lists those that mean measured, a
   * row with another text is rejected; where it lists only the others, any other text means
   * measured.
   */
  public record QualityTexts(List<String> measured, List<String> estimated, List<String> invalid)
      implements Serializable {

    static final QualityTexts USUAL =
        new QualityTexts(
            List.of(
                "A",
                "M",
                "V",
                "OK",
                "actual",
                "measured",
                "good",
                "valid",
                "normal",
                "real",
                "read",
                "192",
                "实测",
                "正常",
                "有效",
                "良好"),
            List.of(
                "E",
                "EST",
                "estimated",
                "estimate",
                "substituted",
                "interpolated",
                "uncertain",
                "估计",
                "估算",
                "估测",
                "插补"),
            List.of(
                "X",
                "F",
                "invalid",
                "bad",
                "faulty",
                "error",
                "failed",
                "missing",
                "rejected",
                "suspect",
                "无效",
                "异常",
                "错误",
                "坏"));

    public QualityTexts {
      measured = measured == null ? List.of() : List.copyOf(measured);
      estimated = estimated == null ? List.of() : List.copyOf(estimated);
      invalid = invalid == null ? List.of() : List.copyOf(invalid);
    }
  }

  /** The names that a column may have in a header; our own name when the format states none. */
  public List<String> printed(String ours) {
    String names = columns.getOrDefault(ours, ours);
    return List.of(names.split("\\|"));
  }

  /** The character between columns, a comma when the format states none. */
  public char delimiterOrComma() {
    return delimiter == null ? ',' : delimiter.charAt(0);
  }

  /**
   * Whether rows are found in the bytes of a text as they are, because no other character has the
   * byte of a delimiter or a line end in it; else the text is turned into UTF-8 first, in one
   * piece.
   */
  public boolean isScannedAsIs(Charset charset) {
    if (charset.equals(StandardCharsets.UTF_8) || charset.equals(StandardCharsets.US_ASCII)) {
      return true;
    }
    return container == Container.CSV
        && !charset.name().startsWith("UTF-")
        && delimiterOrComma() < FIRST_TRAIL_BYTE;
  }

  /** Whether rows depend on the path of their file. */
  boolean readsPath() {
    return path != null
        || (meter != null && meter.values().stream().anyMatch(text -> text.contains(FILE_NAME)));
  }

  /** Whether files of this format hold input of a kind. */
  public boolean holds(InputKind input) {
    return kind.equals(input.name());
  }
}
