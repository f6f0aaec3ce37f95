package org.carbonbook.export;

/** Receives the events of an export. */
public interface ExportListener {

  /** A table is about to be written, the so-and-so-manieth of so many. */
  void started(String table, int place, int count);

  /** A table is there. */
  void done(String table, long rows, double seconds);

  /** A table is there from an earlier call that did not come to its end. */
  void kept(String table, int place, int count);

  /** Something that the reader of the export should know. */
  void remark(String text);
}
