package org.carbonbook.statistics.claim;

/**
 * One way to read a figure.
 *
 * @param words how it is read, e.g. "compound over 4 intervals"
 * @param value the figure so read
 */
public record Interpretation(String words, double value) {}
