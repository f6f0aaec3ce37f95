package org.carbonbook.building;

import java.io.Serializable;

/**
 * The inputs of months of energy besides the days of meters.
 *
 * @param sites regions and contracts of buildings
 * @param factors heat content, standard coal and carbon of fuels and heat
 * @param electricity the yearly factors of electricity
 * @param hours hourly carbon of the grid
 * @param meters which meters are behind others, and when meters are valid
 */
record EnergyRules(
    BuildingSites sites,
    EnergyFactors factors,
    ElectricityFactors electricity,
    GridHours hours,
    MeterFacts meters)
    implements Serializable {}
