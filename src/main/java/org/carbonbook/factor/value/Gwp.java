package org.carbonbook.factor.value;

import java.io.Serializable;

/**
 * The global warming potential of a gas in one assessment report: one row of {@code core.gwp}.
 *
 * @param report {@code SAR}, {@code TAR}, {@code AR4}, {@code AR5}, {@code AR5_CCF} or {@code AR6}
 * @param horizonYears 20 or 100
 * @param gwp kg CO2 equivalent per kg of the gas
 */
public record Gwp(
    String report,
    int horizonYears,
    String gas,
    String gasZh,
    String gasEn,
    double gwp,
    String source,
    String note,
    String sourceFile,
    int sourceLine)
    implements Serializable {}
