package org.carbonbook.intake;

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
   * The values of the rows of a file. Rows that cannot be read are skipped, and their lines are
   * added to {@code unreadable}.
   *
   * @throws IllegalArgumentException when the format's time is not readable
   */
  public static List<Point> read(
      List<Map<String, String>> rows, FileFormat format, List<String> unreadable) {
    StampPattern pattern = StampPattern.of(format.time(), StandardCharsets.UTF_8);
    ZoneId zone = ZoneId.of(format.time().zone() == null ? "UTC" : format.time().zone());
    List<Point> points = new ArrayList<>();
    for (Map<String, String> row : rows) {
      byte[] time = ReceivedTable.text(row, "time").getBytes(StandardCharsets.UTF_8);
      byte[] value = ReceivedTable.text(row, "value").getBytes(StandardCharsets.UTF_8);
      if (format.missing().contains(ReceivedTable.text(row, "value"))) {
        continue;
      }
      long second = pattern.seconds(time, 0, time.length);
      long micro = Millionths.parse(value, 0, value.length, (byte) format.decimal().charAt(0));
      String region = ReceivedTable.text(row, "meter");
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
