package org.carbonbook.serve.access;

import java.util.LinkedHashMap;
import java.util.Map;

/** A map that forgets its oldest entries, so that callers nobody knows cannot fill the memory. */
final class BoundedMap<V> extends LinkedHashMap<String, V> {

  private static final long serialVersionUID = 1L;
  private static final int MAX = 10_000;

  private BoundedMap() {}

  static <V> Map<String, V> create() {
    return new BoundedMap<>();
  }

  @Override
  protected boolean removeEldestEntry(Map.Entry<String, V> eldest) {
    return size() > MAX;
  }
}
