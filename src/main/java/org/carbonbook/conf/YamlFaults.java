package org.carbonbook.conf;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What is wrong with a YAML file, in words that do not need the program's classes. */
final class YamlFaults {

  private YamlFaults() {}

  static ConfFault of(String file, String text, JacksonException e) {
    if (e instanceof UnrecognizedPropertyException unknown) {
      return unknownKey(file, text, unknown);
    }
    String key = e instanceof JsonMappingException mapping ? key(mapping) : "";
    String what = what(e);
    return new ConfFault(
        e instanceof MismatchedInputException || e instanceof ValueInstantiationException
            ? ConfFault.Kind.WRONG_VALUE
            : ConfFault.Kind.NOT_YAML,
        place(file, e.getLocation()),
        key.isEmpty() ? what : key + ": " + what);
  }

  private static ConfFault unknownKey(String file, String text, UnrecognizedPropertyException e) {
    String key = e.getPropertyName();
    List<String> known = e.getKnownPropertyIds().stream().map(Object::toString).toList();
    return new ConfFault(
        ConfFault.Kind.UNKNOWN_KEY,
        file + ":" + lineOf(key, text),
        "unknown key '%s'; known are %s"
            .formatted(key, String.join(", ", nearestFirst(key, known))));
  }

  private static List<String> nearestFirst(String key, List<String> known) {
    return NearestNames.list(
        key, known.stream().sorted().toList(), known.size(), UnaryOperator.identity());
  }

  private static String what(JacksonException e) {
    if (e instanceof InvalidFormatException format) {
      return "'%s' is not %s".formatted(format.getValue(), name(format.getTargetType()));
    }
    if (e instanceof ValueInstantiationException built && built.getCause() != null) {
      return reason(built.getCause());
    }
    if (e instanceof MismatchedInputException mismatch && mismatch.getTargetType() != null) {
      return "must be " + name(mismatch.getTargetType());
    }
    return firstLine(e.getOriginalMessage());
  }

  /** A record refuses a value with a message, or cannot be built because a key is missing. */
  private static String reason(Throwable cause) {
    return cause instanceof NullPointerException
        ? "a key that must be given is missing"
        : firstLine(cause.getMessage());
  }

  private static String name(Class<?> type) {
    if (type.isEnum()) {
      return Arrays.stream(type.getEnumConstants())
          .map(each -> each.toString().toLowerCase(Locale.ROOT))
          .collect(Collectors.joining(", ", "one of ", ""));
    }
    if (Collection.class.isAssignableFrom(type)) {
      return "a list";
    }
    if (type == boolean.class || type == Boolean.class) {
      return "true or false";
    }
    if (type == int.class || type == Integer.class || type == long.class || type == Long.class) {
      return "a whole number";
    }
    if (type.isPrimitive() || Number.class.isAssignableFrom(type)) {
      return "a number";
    }
    return type == String.class ? "a text" : "keys with values";
  }

  /** The key's path, e.g. {@code steps[2].name}. */
  private static String key(JsonMappingException e) {
    StringBuilder path = new StringBuilder();
    for (JsonMappingException.Reference each : e.getPath()) {
      if (each.getFieldName() == null) {
        path.append('[').append(each.getIndex() + 1).append(']');
      } else {
        path.append(path.isEmpty() ? "" : ".").append(each.getFieldName());
      }
    }
    return path.toString();
  }

  private static String place(String file, JsonLocation at) {
    return at == null || at.getLineNr() < 1 ? file : file + ":" + at.getLineNr();
  }

  private static String firstLine(String message) {
    return message == null ? "not readable" : message.lines().findFirst().orElse("not readable");
  }

  /** Records are built after their last key is read, so the exception does not have the line. */
  private static int lineOf(String key, String text) {
    Pattern mention = Pattern.compile("(^|[\\s{,])[\"']?" + Pattern.quote(key) + "[\"']?\\s*:");
    int number = 0;
    for (String line : text.lines().toList()) {
      number++;
      if (mention.matcher(line).find()) {
        return number;
      }
    }
    return 1;
  }
}
