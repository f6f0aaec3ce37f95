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
 * @param paths globs over the path below the landing folder; the most specific pattern wins
 * @param container how rows are stored
 * @param delimiter the character between columns
 * @param encoding the character set
 * @param decimal the decimal mark
 * @param columns our name of a column to the name printed in the header; alternatives with {@code
 *     |}
 * @param time how stamps are printed
 * @param path a template over the path, e.g. {@code
 *     UCam_Building_{building}/electricity/{year}.csv}, whose parts {@code meter} may use
 * @param meter what is so for every meter of these files; an id here may use parts of the path and
 *     {@code {column}} for the meter column. With it, meters need no row in a registry
 * @param wide for rows that hold many readings: one column per meter, or per time of day
 * @param constants values of columns that a small table does not print; {@code {column}} stands for
 *     what it does print there
 * @param missing texts that stand for no reading
 * @param quality texts of the quality column that mean estimated or invalid
 * @param checks checks to leave out, because the publisher did them
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

  private static final String DEFAULT_KIND = "readings";

  /** Second bytes of GBK and its like begin here; digits, as in GB18030, are no delimiters. */
  private static final char FIRST_TRAIL_BYTE = '@';

  public FileFormat {
    kind = kind == null ? DEFAULT_KIND : kind;
    paths = List.copyOf(paths);
    container = container == null ? Container.CSV : container;
    delimiter = delimiter == null ? "," : delimiter;
    encoding = encoding == null ? "UTF-8" : encoding;
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
   * @param pattern see {@link StampPattern}
   * @param zone the zone of stamps without an offset; null means the meter's
   * @param stamp {@code start} or {@code end} of the interval
   * @param midnight {@code previous_date} when 00:00 is printed with the date of the day it ends
   * @param yearOffset added to the printed year, for years printed as {@code 0014}
   */
  public record TimeSpec(
      String pattern,
      String zone,
      String stamp,
      String midnight,
      @JsonProperty("year_offset") int yearOffset)
      implements Serializable {

    public TimeSpec {
      pattern = pattern == null ? "yyyy-MM-dd HH:mm[:ss][.S][X]" : pattern;
    }
  }

  /** The texts of a quality column; any other text means measured. */
  public record QualityTexts(List<String> estimated, List<String> invalid) implements Serializable {

    static final QualityTexts USUAL =
        new QualityTexts(
            List.of("E", "estimated", "EST", "估计"), List.of("X", "invalid", "bad", "无效"));

    public QualityTexts {
      estimated = estimated == null ? List.of() : List.copyOf(estimated);
      invalid = invalid == null ? List.of() : List.copyOf(invalid);
    }
  }

  /** The names a column may have in a header; our own name when nothing is said. */
  public List<String> printed(String ours) {
    String names = columns.getOrDefault(ours, ours);
    return List.of(names.split("\\|"));
  }

  /**
   * Whether rows are found in a file's bytes as they are, because no other character has the byte
   * of a delimiter or a line end in it; else the file is turned into UTF-8 first, in one piece.
   */
  public boolean isScannedAsIs() {
    Charset charset = Charset.forName(encoding);
    if (charset.equals(StandardCharsets.UTF_8) || charset.equals(StandardCharsets.US_ASCII)) {
      return true;
    }
    return container == Container.CSV
        && !charset.name().startsWith("UTF-")
        && delimiter.charAt(0) < FIRST_TRAIL_BYTE;
  }

  /** The character set of the bytes in which rows are found. */
  public Charset scanned() {
    return isScannedAsIs() ? Charset.forName(encoding) : StandardCharsets.UTF_8;
  }

  /** Whether files of this format hold input of a kind. */
  public boolean holds(InputKind input) {
    return kind.equals(input.name());
  }
}
