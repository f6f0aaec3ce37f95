package org.carbonbook.serve.gate;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.spark.sql.catalyst.expressions.Expression;

/**
 * Expressions that have no function name: columns, literals, casts, operators, windows, subqueries.
 * The resource {@code serve/expressions.txt} lists their classes.
 */
final class AllowedExpressions {

  private static final String CATALYST = "org.apache.spark.sql.catalyst.";
  private static final Set<String> CLASSES = read("/serve/expressions.txt");

  private AllowedExpressions() {}

  static boolean isAllowed(Expression expression) {
    return CLASSES.contains(expression.getClass().getName());
  }

  private static Set<String> read(String resource) {
    try (InputStream in = AllowedExpressions.class.getResourceAsStream(resource)) {
      return new String(in.readAllBytes(), UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .flatMap(line -> Arrays.stream(line.trim().split("\\s+")))
          .filter(name -> !name.isEmpty())
          .map(name -> CATALYST + name)
          .collect(Collectors.toUnmodifiableSet());
    } catch (IOException e) {
      throw new UncheckedIOException(resource + ": " + e.getMessage(), e);
    }
  }
}
