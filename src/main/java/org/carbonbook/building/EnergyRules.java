package org.carbonbook.building;

import java.io.Serializable;
import java.util.Set;

/**
 * What months of energy follow from beside the days of meters.
 *
 * @param sites regions and contracts of buildings
 * @param factors heat content, standard coal and carbon
 * @param hours hourly carbon of the grid
 * @param submeters meters behind another meter
 */
record EnergyRules(Sites sites, EnergyFactors factors, GridHours hours, Set<String> submeters)
    implements Serializable {}
