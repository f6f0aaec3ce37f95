package org.carbonbook.serve.gate;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.FunctionIdentifier;
import org.apache.spark.sql.catalyst.analysis.FunctionRegistry;
import org.apache.spark.sql.catalyst.analysis.FunctionRegistryBase;
import org.apache.spark.sql.catalyst.analysis.TableFunctionRegistry;
import org.apache.spark.sql.catalyst.expressions.CurrentUser;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.expressions.ExpressionInfo;
import org.apache.spark.sql.catalyst.expressions.Literal;
import org.apache.spark.sql.types.DataTypes;
import org.carbonbook.serve.release.ReadScope;
import scala.collection.JavaConverters;
import scala.collection.Seq;
import scala.runtime.AbstractFunction1;

/** The functions that readers may call: the resource {@code serve/functions.txt}. */
public final class Functions {

  private static final String CURRENT_RELEASE = "current_release";

  /** Standard SQL, which Spark does not know yet. */
  static final String SESSION_USER = "session_user";

  private static final Set<String> ALLOWED = read("/serve/functions.txt");
  private static final Set<String> CLASSES = classes();

  private Functions() {}

  /** Whether readers may call a function. */
  static boolean isAllowed(String name) {
    return ALLOWED.contains(name.toLowerCase(Locale.ROOT));
  }

  /** Whether an expression is what an allowed function makes. */
  static boolean isAllowedClass(String className) {
    return CLASSES.contains(className);
  }

  /** The names, without the operators. */
  public static List<String> listNames() {
    return ALLOWED.stream().filter(name -> Character.isLetter(name.charAt(0))).sorted().toList();
  }

  /** Takes every other function out of a session, and adds our own. */
  static void keepAllowed(SparkSession session) {
    add(session, CURRENT_RELEASE, Literal.class, Functions::currentRelease);
    add(session, SESSION_USER, CurrentUser.class, CurrentUser::new);
    keepAllowed(session.sessionState().functionRegistry());
    keepAllowed(session.sessionState().tableFunctionRegistry());
  }

  private static void add(
      SparkSession session,
      String name,
      Class<? extends Expression> made,
      Supplier<Expression> maker) {
    session
        .sessionState()
        .functionRegistry()
        .registerFunction(
            new FunctionIdentifier(name),
            new ExpressionInfo(made.getName(), name),
            new AbstractFunction1<Seq<Expression>, Expression>() {
              @Override
              public Expression apply(Seq<Expression> arguments) {
                requireNone(name, arguments);
                return maker.get();
              }
            });
  }

  private static void requireNone(String name, Seq<Expression> arguments) {
    if (!arguments.isEmpty()) {
      throw new Refused("refused: " + name + "() takes no argument");
    }
  }

  /** The release that the statement at work reads, as a text. */
  private static Expression currentRelease() {
    return Literal.create(
        ReadScope.find().map(scope -> scope.shown().release()).orElse(null), DataTypes.StringType);
  }

  private static void keepAllowed(FunctionRegistryBase<?> registry) {
    for (FunctionIdentifier name : JavaConverters.seqAsJavaList(registry.listFunction())) {
      if (!isAllowed(name.funcName())) {
        registry.dropFunction(name);
      }
    }
  }

  private static Set<String> classes() {
    Set<String> classes = new HashSet<>();
    addClasses(FunctionRegistry.builtin(), classes);
    addClasses(TableFunctionRegistry.builtin(), classes);
    return Collections.unmodifiableSet(classes);
  }

  private static void addClasses(FunctionRegistryBase<?> registry, Set<String> classes) {
    for (FunctionIdentifier name : JavaConverters.seqAsJavaList(registry.listFunction())) {
      if (isAllowed(name.funcName())) {
        classes.add(registry.lookupFunction(name).get().getClassName());
      }
    }
  }

  private static Set<String> read(String resource) {
    try (InputStream in = Functions.class.getResourceAsStream(resource)) {
      return new String(in.readAllBytes(), UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .flatMap(line -> Arrays.stream(line.trim().split("\\s+")))
          .filter(name -> !name.isEmpty())
          .collect(Collectors.toCollection(TreeSet::new));
    } catch (IOException e) {
      throw new UncheckedIOException(resource + ": " + e.getMessage(), e);
    }
  }
}
