package org.carbonbook.attribution;

/** A row of {@code core.decomposition}; its columns are described there. */
record EffectRow(
    String identity,
    String regionCode,
    String method,
    String form,
    String base,
    int yearFrom,
    int yearTo,
    int factorOrder,
    String factor,
    String factorZh,
    String factorEn,
    Double effect,
    Double effectShare,
    Double low,
    Double high,
    Double signProbability,
    Double residual,
    Double residualRelative,
    Double valueFrom,
    Double valueTo,
    String unit) {}
