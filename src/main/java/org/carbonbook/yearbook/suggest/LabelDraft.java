package org.carbonbook.yearbook.suggest;

import java.util.List;

/**
 * A printed label and what it may mean.
 *
 * @param cell where it is
 * @param zh the Chinese text
 * @param en the English text
 * @param known the meaning by an existing line or code, null when there is none
 * @param nearest the nearest known labels
 * @param confidence from 0 to 1: how alike the label and the nearest one are; 1 for a known label
 */
public record LabelDraft(
    String cell, String zh, String en, String known, List<String> nearest, double confidence) {}
