package org.carbonbook.serve.watch;

/** What takes memory and can be stopped. */
public interface Watched {

  /** The name of its tasks. */
  String group();

  /** About how many bytes of the memory it holds. */
  long heldBytes();

  /** The most that it may write to the disk. */
  long maxWrittenBytes();

  /**
   * Ends it.
   *
   * @param why the words after "the query was"
   */
  void stop(String why);
}
