package org.carbonbook.meter.log;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.carbonbook.intake.ClaimedFile;
import org.carbonbook.intake.ClaimedFiles;
import org.carbonbook.intake.FileFormat;
import org.carbonbook.intake.PathParts;
import org.carbonbook.meter.registry.MeterInputs;

/**
 * A file of readings.
 *
 * @param path its path below the landing folder
 * @param location where its bytes are
 * @param bytes its size
 * @param sequence its place in the order of arrival: of two readings for one instant the one of the
 *     later file counts
 * @param latestS the last second that a stamp may state
 * @param format how it is read
 */
public record LogFile(
    String path, String location, long bytes, long sequence, long latestS, FileFormat format)
    implements Serializable {

  private static final long A_DAY_S = 26 * 3600;

  /**
   * Every content of every log that was ever received, in the order of arrival. All contents of a
   * replaced log count: a later one overrules an earlier one reading by reading.
   */
  public static List<LogFile> list(ClaimedFiles files) {
    List<LogFile> logs = new ArrayList<>();
    for (ClaimedFile file : files.listArrivals(MeterInputs::isLog)) {
      logs.add(
          new LogFile(
              file.path(),
              file.location(),
              file.bytes(),
              logs.size() + 1L,
              file.modifiedMs() / 1000 + A_DAY_S,
              file.format()));
    }
    return logs;
  }

  boolean isGzip() {
    return path.toLowerCase(Locale.ROOT).endsWith(".gz");
  }

  /** Whether reading may start in the middle. */
  boolean isSplittable() {
    return !isGzip() && format.container() == FileFormat.Container.CSV && format.isScannedAsIs();
  }

  PathParts pathParts() {
    return PathParts.of(format.path(), path);
  }
}
