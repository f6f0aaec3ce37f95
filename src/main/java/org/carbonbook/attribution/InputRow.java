package org.carbonbook.attribution;

/** A row of {@code core.decomposition_input}: a part under the id of a term that sums it. */
record InputRow(
    String termId,
    String identity,
    String regionCode,
    int year,
    String term,
    String variable,
    String sector,
    String fuel,
    String sourceSector,
    String edition,
    String factorSet,
    double value,
    String unit,
    String observationId,
    Double scale,
    String how) {

  static InputRow of(String termId, String term, VariablePart part) {
    return new InputRow(
        termId,
        part.identity(),
        part.regionCode(),
        part.year(),
        term,
        part.variable(),
        part.sector(),
        part.fuel(),
        part.sourceSector(),
        part.edition(),
        part.factorSet(),
        part.value(),
        part.unit(),
        part.observationId(),
        part.scale(),
        part.how());
  }
}
