package org.carbonbook.statistics.claim;

/**
 * One meaning that a figure of a claim can have. Texts often leave open which one is meant.
 *
 * @param words the meaning in words, e.g. "compound over 4 intervals"
 * @param value the value that the figure has with this meaning
 */
public record Interpretation(String words, double value) {}
