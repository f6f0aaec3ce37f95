package org.carbonbook.yearbook.read;

import java.io.Serializable;

/**
 * The interpretation of one heading or row label.
 *
 * @param axis {@code column} or {@code row}
 * @param cell the cell of the label
 * @param zh the label's Chinese part
 * @param en the label's English part
 * @param mapping what it means here, e.g. {@code item=raw_coal}; null when unmapped
 * @param unit the unit with dimension and basis, blank when the label decides none
 */
public record LabelReading(
    String axis, String cell, String zh, String en, String mapping, String unit)
    implements Serializable {}
