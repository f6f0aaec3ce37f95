package org.carbonbook.toy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Path;
import java.util.List;
import org.carbonbook.decomposition.method.EffectMethod;
import org.carbonbook.decomposition.method.Method;
import org.carbonbook.statistics.trend.TrendTest;
import org.carbonbook.statistics.trend.TrendTests;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A decomposition method and a trend test need one class and one line of registration. */
class OneClassAndItsRegistrationTest {

  @TempDir private Path folder;

  @Test
  void aMethodIsFoundOnceItIsRegistered() throws Exception {
    assertThatThrownBy(() -> Method.parse("toy")).hasMessageContaining("method 'toy' is unknown");
    ClassLoader loader = Registration.of(folder, EffectMethod.class, ToyMethod.class);
    Class<?> methods = loader.loadClass(Method.class.getName());
    Object toy = methods.getMethod("parse", String.class).invoke(null, "TOY");
    assertThat((Object[]) methods.getMethod("values").invoke(null)).contains(toy);

    Class<?> comparisons = loader.loadClass("org.carbonbook.decomposition.method.Comparison");
    Object comparison =
        comparisons
            .getMethod("ofProducts", int.class, double[].class, double[].class)
            .invoke(null, 2, new double[] {2, 3}, new double[] {4, 5});
    Object arithmetic = methods.getMethod("effects").invoke(toy);
    Object terms =
        arithmetic
            .getClass()
            .getMethod("additiveTerms", comparisons)
            .invoke(arithmetic, comparison);
    assertThat((double[]) terms).containsExactly(7, 7);
  }

  @Test
  void aTrendTestIsRunOnceItIsRegistered() throws Exception {
    assertThatThrownBy(() -> TrendTests.get("toy")).hasMessageContaining("no test 'toy'");
    List<Object[]> rows = trendRows(Registration.of(folder, TrendTest.class, ToyTrend.class));
    assertThat(rows).hasSize(1);
    assertThat(rows.get(0)).contains("toy", "increasing", "assessed");
  }

  @SuppressWarnings("unchecked")
  private static List<Object[]> trendRows(ClassLoader loader)
      throws ClassNotFoundException,
          NoSuchMethodException,
          IllegalAccessException,
          InstantiationException,
          InvocationTargetException,
          IOException {
    Object test =
        loader
            .loadClass(TrendTests.class.getName())
            .getMethod("get", String.class)
            .invoke(null, "toy");
    Class<?> kernels = loader.loadClass("org.carbonbook.statistics.trend.TrendKernel");
    Object kernel =
        kernels.getConstructor(List.class, double.class).newInstance(List.of(test), 0.05);
    double[][] columns = {{1, 2, 3, 4, 5}, {1, 2, 4, 5, 9}};
    return (List<Object[]>)
        kernels.getMethod("rowsOf", double[][].class).invoke(kernel, (Object) columns);
  }
}
