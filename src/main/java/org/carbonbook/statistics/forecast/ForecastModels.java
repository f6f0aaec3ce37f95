package org.carbonbook.statistics.forecast;

import java.util.List;
import java.util.ServiceLoader;

/**
 * The forecast models of a series alone, in the order of their registration. A new model is one
 * public class and one line in {@code
 * META-INF/services/org.carbonbook.statistics.forecast.ForecastModel}.
 */
public final class ForecastModels {

  private ForecastModels() {}

  /**
   * The model of that name.
   *
   * @throws IllegalArgumentException listing the names
   */
  public static ForecastModel get(String id) {
    return list().stream()
        .filter(model -> model.id().equals(id))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "no forecast model '%s'; the models are %s"
                        .formatted(id, String.join(", ", listIds()))));
  }

  /** The names of all registered models. */
  public static List<String> listIds() {
    return list().stream().map(ForecastModel::id).toList();
  }

  /** All registered models. */
  public static List<ForecastModel> list() {
    return ServiceLoader.load(ForecastModel.class, ForecastModel.class.getClassLoader()).stream()
        .map(ServiceLoader.Provider::get)
        .toList();
  }
}
