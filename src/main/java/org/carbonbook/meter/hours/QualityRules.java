package org.carbonbook.meter.hours;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.io.Serializable;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.carbonbook.conf.ConfTable;
import org.carbonbook.conf.ConfYaml;
import org.carbonbook.intake.Millionths;

/**
 * Rules for judging readings: {@code conf/meter/quality.yaml} and {@code sentinels.csv}.
 *
 * @param zeroRuns when zeros are real
 * @param stuckHours a value that repeats this long is stuck
 * @param stuckReadings how often the value must repeat at least
 * @param spikeRatio an interval above this multiple of the month's high value is a spike
 * @param rateRatio a register faster than this multiple of the month's usual rate has jumped
 * @param maxApportionMinutes how far apart readings may be to share out their difference
 * @param estimation how gaps are filled
 * @param sentinels error codes, in millionths as printed
 * @param wraps values at which registers usually begin again at 0, in millionths as printed
 */
public record QualityRules(
    ZeroRunRules zeroRuns,
    int stuckHours,
    int stuckReadings,
    double spikeRatio,
    double rateRatio,
    int maxApportionMinutes,
    Estimation estimation,
    Set<Long> sentinels,
    Set<Long> wraps)
    implements Serializable {

  /** No error code is smaller, so that nearly all readings need no look-up. */
  private static final long MIN_SENTINEL = 1000 * Millionths.ONE;

  record ZeroRunRules(Map<String, Double> usualShare, List<String> realWithoutPattern)
      implements Serializable {}

  record Estimation(EstimationMethod method, int linearMaxH, int profileMaxH)
      implements Serializable {}

  /** How a gap is filled. */
  enum EstimationMethod {
    @JsonProperty("none")
    NONE,
    @JsonProperty("linear")
    LINEAR,
    @JsonProperty("same_hour_day_type")
    SAME_HOUR_DAY_TYPE
  }

  /**
   * Reads the rules of a configuration folder.
   *
   * @throws IllegalArgumentException that names the file and what is wrong in it
   */
  public static QualityRules read(Path conf) {
    QualityRules rules = ConfYaml.read(conf.resolve("meter/quality.yaml"), QualityRules.class);
    return new QualityRules(
        rules.zeroRuns,
        rules.stuckHours,
        rules.stuckReadings,
        rules.spikeRatio,
        rules.rateRatio,
        rules.maxApportionMinutes,
        rules.estimation,
        values(conf.resolve("meter/sentinels.csv")),
        values(conf.resolve("meter/wraps.csv")));
  }

  private static Set<Long> values(Path file) {
    return ConfTable.read(file).rows().stream()
        .map(row -> Millionths.of(row.decimal("value")))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  boolean isSentinel(long printedMicro) {
    return (printedMicro < 0 || printedMicro > MIN_SENTINEL) && sentinels.contains(printedMicro);
  }

  double usualZeroShare(String energyKind) {
    return zeroRuns.usualShare().getOrDefault(energyKind, 0.5);
  }
}
