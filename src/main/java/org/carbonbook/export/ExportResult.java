package org.carbonbook.export;

/**
 * The result of an export.
 *
 * @param release the release
 * @param target the file, folder or schema that was written
 * @param tables how many tables, the dictionary among them
 * @param rows how many rows in all
 */
public record ExportResult(String release, String target, int tables, long rows) {}
