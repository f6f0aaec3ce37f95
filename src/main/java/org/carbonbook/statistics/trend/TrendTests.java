package org.carbonbook.statistics.trend;

import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;

/** The registered trend tests, in the order of their registration. */
public final class TrendTests {

  private static final List<TrendTest> ALL =
      ServiceLoader.load(TrendTest.class, TrendTest.class.getClassLoader()).stream()
          .map(ServiceLoader.Provider::get)
          .toList();

  private TrendTests() {}

  /** All registered tests. */
  public static List<TrendTest> list() {
    return ALL;
  }

  /** The test of that name; underscores and hyphens are the same. */
  public static Optional<TrendTest> findById(String id) {
    String wanted = id.trim().replace('-', '_');
    return ALL.stream().filter(test -> test.id().equalsIgnoreCase(wanted)).findFirst();
  }

  /**
   * The test of that name.
   *
   * @throws IllegalArgumentException listing the names
   */
  public static TrendTest get(String id) {
    return findById(id)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "no test '%s'; the tests are %s"
                        .formatted(
                            id, String.join(", ", ALL.stream().map(TrendTest::id).toList()))));
  }
}
