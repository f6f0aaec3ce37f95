package org.carbonbook.intake;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Reads values by instant and region, such as the carbon of the grid or the air temperature. */
public final class TimeSeriesReader {

  private TimeSeriesReader() {}

  /**
   * One value.
   *
   * @param region where it holds
   * @param second the instant, in seconds since 1970
   * @param value the value in the unit of its format
   */
  public record Point(String region, long second, double value) {}

  /**
   * The values of a file; rows that cannot be read are left out and their lines returned in {@code
   * unreadable}.
   *
   * @throws IOException when the file cannot be read as its format says
   */
  public static List<Point> read(ClaimedFiles files, ClaimedFile file, List<String> unreadable)
      throws IOException {
    FileFormat format = file.format();
    StampPattern pattern = StampPattern.of(format.time(), StandardCharsets.UTF_8);
    ZoneId zone = ZoneId.of(format.time().zone() == null ? "UTC" : format.time().zone());
    List<Point> points = new ArrayList<>();
    for (Map<String, String> row : files.rows(file)) {
      byte[] time = SmallCsv.text(row, "time").getBytes(StandardCharsets.UTF_8);
      byte[] value = SmallCsv.text(row, "value").getBytes(StandardCharsets.UTF_8);
      if (format.missing().contains(SmallCsv.text(row, "value"))) {
        continue;
      }
      long second = pattern.seconds(time, 0, time.length);
      long micro = Millionths.parse(value, 0, value.length, (byte) format.decimal().charAt(0));
      String region = SmallCsv.text(row, "meter");
      if (second == StampPattern.INVALID || micro == Millionths.INVALID || region.isEmpty()) {
        unreadable.add(row.get("#line"));
        continue;
      }
      long instant = pattern.isInstant() ? second : LocalStamps.toInstant(zone, second);
      points.add(new Point(region, instant, Millionths.toDouble(micro)));
    }
    return points;
  }
}
