package org.carbonbook.building.baseline;

import java.io.Serializable;
import java.util.List;

/**
 * The results from the days of one kind of energy at one building.
 *
 * @param buildingId the building
 * @param energyKind the kind of energy
 * @param baselines its models by year, and before and after events
 * @param anomalies its anomalous days
 * @param shapes its mean day shapes
 * @param loads its load by year
 */
public record BuildingFindings(
    String buildingId,
    String energyKind,
    List<Baseline> baselines,
    List<BuildingDays.Anomaly> anomalies,
    List<DayShapes.Shape> shapes,
    List<YearLoads.Load> loads)
    implements Serializable {}
