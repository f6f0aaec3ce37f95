package org.carbonbook.meter;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Reads hourly values that are no meters: the carbon of the grid, the temperature of the air. */
public final class TimeSeries {

  private TimeSeries() {}

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
  public static List<Point> read(MeterFiles files, MeterFiles.Claimed file, List<String> unreadable)
      throws IOException {
    ReadingFormat format = file.format();
    TimePattern pattern = TimePattern.of(format.time(), StandardCharsets.UTF_8);
    ZoneId zone = ZoneId.of(format.time().zone() == null ? "UTC" : format.time().zone());
    List<Point> points = new ArrayList<>();
    for (Map<String, String> row : files.rows(file)) {
      byte[] time = MeterDefinitions.text(row, "time").getBytes(StandardCharsets.UTF_8);
      byte[] value = MeterDefinitions.text(row, "value").getBytes(StandardCharsets.UTF_8);
      if (format.missing().contains(MeterDefinitions.text(row, "value"))) {
        continue;
      }
      long second = pattern.seconds(time, 0, time.length);
      long micro = Micro.parse(value, 0, value.length, (byte) format.decimal().charAt(0));
      String region = MeterDefinitions.text(row, "meter");
      if (second == TimePattern.INVALID || micro == Micro.INVALID || region.isEmpty()) {
        unreadable.add(row.get("#line"));
        continue;
      }
      long instant = pattern.isInstant() ? second : Zones.toInstant(zone, second);
      points.add(new Point(region, instant, Micro.toDouble(micro)));
    }
    return points;
  }
}
