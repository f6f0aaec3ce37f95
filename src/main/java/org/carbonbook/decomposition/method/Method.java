package org.carbonbook.decomposition.method;

import java.io.Serializable;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ServiceLoader;

/**
 * The name of a registered method; {@code docs/methods/decomposition.md} has the formulas and
 * sources. Methods are found by {@code ServiceLoader}: a new one is one public class that
 * implements {@link EffectMethod} and one line in {@code
 * META-INF/services/org.carbonbook.decomposition.method.EffectMethod}.
 *
 * @param code the name on the command line and in tables
 */
public record Method(String code) implements Serializable {

  private static final Map<String, EffectMethod> REGISTERED = registered();

  /** Logarithmic mean Divisia index, LMDI-I. */
  public static final Method LMDI1 = parse("lmdi1");

  /** Logarithmic mean Divisia index, LMDI-II. */
  public static final Method LMDI2 = parse("lmdi2");

  /** The Shapley value; also Das Gupta's method and the mean of all orders of an SDA. */
  public static final Method SHAPLEY = parse("shapley");

  /** The mean of the two polar orders, usual in structural decomposition. */
  public static final Method POLAR = parse("polar");

  /** Laspeyres weights, which leave a residual. */
  public static final Method LASPEYRES = parse("laspeyres");

  /** Paasche weights, which leave a residual. */
  public static final Method PAASCHE = parse("paasche");

  /** Marshall-Edgeworth weights, which leave a residual. */
  public static final Method MARSHALL_EDGEWORTH = parse("marshall-edgeworth");

  private static Map<String, EffectMethod> registered() {
    Map<String, EffectMethod> methods = new LinkedHashMap<>();
    for (EffectMethod method :
        ServiceLoader.load(EffectMethod.class, EffectMethod.class.getClassLoader())) {
      methods.put(method.code(), method);
    }
    return methods;
  }

  /** All registered methods, in the order of their registration. */
  public static Method[] values() {
    return REGISTERED.keySet().stream().map(Method::new).toArray(Method[]::new);
  }

  /** The arithmetic of the method. */
  public EffectMethod effects() {
    EffectMethod method = REGISTERED.get(code);
    if (method == null) {
      throw unknown(code);
    }
    return method;
  }

  /**
   * The method of that name or alias, in any case; underscores and hyphens are the same.
   *
   * @throws IllegalArgumentException listing the names
   */
  public static Method parse(String name) {
    String sought = name.toLowerCase(Locale.ROOT).replace('_', '-');
    return REGISTERED.values().stream()
        .filter(method -> method.code().equals(sought) || method.aliases().contains(sought))
        .findFirst()
        .map(method -> new Method(method.code()))
        .orElseThrow(() -> unknown(name));
  }

  private static IllegalArgumentException unknown(String name) {
    List<String> codes = Arrays.stream(values()).map(Method::code).toList();
    return new IllegalArgumentException(
        "method '%s' is unknown: one of %s".formatted(name, String.join(", ", codes)));
  }
}
