package org.carbonbook.export;

import java.util.ArrayList;
import java.util.List;

/** Remembers what an export said, and can end it before a table. */
final class Heard implements ExportListener {

  final List<String> kept = new ArrayList<>();
  final List<String> remarks = new ArrayList<>();
  private String end;
  private Runnable between = () -> {};

  void failAt(String table) {
    end = table;
  }

  /** Does something once the dictionary, the last table, is written. */
  void beforeTheEnd(Runnable work) {
    between = work;
  }

  @Override
  public void started(String table, int place, int count) {
    if (table.equals(end)) {
      throw new IllegalStateException("cut off");
    }
  }

  @Override
  public void done(String table, long rows, double seconds) {
    if (table.equals("mart.dictionary")) {
      between.run();
    }
  }

  @Override
  public void kept(String table, int place, int count) {
    kept.add(table);
  }

  @Override
  public void remark(String text) {
    remarks.add(text);
  }
}
