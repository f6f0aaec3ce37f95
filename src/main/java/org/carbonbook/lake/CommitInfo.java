package org.carbonbook.lake;

/**
 * The description of a commit by carbonbook; kept in the Delta log as user metadata.
 *
 * @param version the Delta version of the commit
 * @param run the run that wrote it
 * @param step the step that wrote it
 * @param rows the rows written by the commit
 */
public record CommitInfo(long version, String run, String step, long rows) {}
