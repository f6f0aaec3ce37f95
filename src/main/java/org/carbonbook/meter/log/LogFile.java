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
 * @param sourceHash the SHA-256 of its content
 * @param location where its bytes are
 * @param bytes its size
 * @param fromByte where the part begins that counts: lines before it arrived earlier
 * @param sequence its place among all logs that were ever received
 * @param arrival the number of the run that first saw it: of two readings for one instant the one
 *     that arrived later counts
 * @param firstSeenS when the lake first saw its content, in seconds since 1970
 * @param format how it is read
 */
public record LogFile(
    String path,
    String sourceHash,
    String location,
    long bytes,
    long fromByte,
    long sequence,
    long arrival,
    long firstSeenS,
    FileFormat format)
    implements Serializable {

  /** Stamps may be ahead of the lake's clock by a day of any time zone. */
  private static final long AHEAD_S = 26 * 3600;

  /** The contents of logs that count, in the order of arrival. */
  public static List<LogFile> list(ClaimedFiles files) {
    List<LogFile> logs = new ArrayList<>();
    for (ClaimedFile file : files.listArrivals(MeterInputs::isLog)) {
      logs.add(
          new LogFile(
              file.path(),
              file.sourceHash(),
              file.location(),
              file.bytes(),
              file.fromByte(),
              logs.size() + 1L,
              file.arrival(),
              file.firstSeen().getEpochSecond(),
              file.format()));
    }
    return logs;
  }

  /** The last second that a stamp may state without being in the future. */
  long latestS() {
    return firstSeenS + AHEAD_S;
  }

  boolean isGzip() {
    return path.toLowerCase(Locale.ROOT).endsWith(".gz");
  }

  /** Whether reading may start in the middle. */
  boolean isSplittable() {
    return !isGzip() && format.container() == FileFormat.Container.CSV;
  }

  PathParts pathParts() {
    return PathParts.of(format.path(), path);
  }
}
