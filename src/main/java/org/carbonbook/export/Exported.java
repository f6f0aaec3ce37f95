package org.carbonbook.export;

/**
 * What came of an export.
 *
 * @param release the release
 * @param target where it is now
 * @param tables how many tables, the dictionary among them
 * @param rows how many rows in all
 */
public record Exported(String release, String target, int tables, long rows) {}
