package org.carbonbook.serve.gate;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.api.java.UDF2;
import org.apache.spark.sql.api.java.UDF3;
import org.apache.spark.sql.api.java.UDF4;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.expressions.Like;
import org.apache.spark.sql.catalyst.expressions.Literal;
import org.apache.spark.sql.catalyst.expressions.RLike;
import org.apache.spark.sql.catalyst.expressions.RegExpExtract;
import org.apache.spark.sql.catalyst.expressions.RegExpExtractAll;
import org.apache.spark.sql.catalyst.expressions.RegExpInStr;
import org.apache.spark.sql.catalyst.expressions.RegExpReplace;
import org.apache.spark.sql.catalyst.expressions.StringSplit;
import org.apache.spark.sql.catalyst.util.StringUtils;
import org.apache.spark.sql.expressions.UserDefinedFunction;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;

/**
 * Spark's functions of patterns, with the same results, on a {@link StoppableText}. One object of
 * each, so that the same call in two places of a query stays the same.
 */
final class StoppableFunctions {

  private static final UserDefinedFunction LIKE =
      functions.udf(new OfLike(), DataTypes.BooleanType).withName("like");
  private static final UserDefinedFunction RLIKE =
      functions.udf(new OfRLike(), DataTypes.BooleanType).withName("rlike");
  private static final UserDefinedFunction EXTRACT =
      functions.udf(new OfExtract(), DataTypes.StringType).withName("regexp_extract");
  private static final UserDefinedFunction EXTRACT_ALL =
      functions
          .udf(new OfExtractAll(), DataTypes.createArrayType(DataTypes.StringType, true))
          .withName("regexp_extract_all");
  private static final UserDefinedFunction PLACE =
      functions.udf(new OfPlace(), DataTypes.IntegerType).withName("regexp_instr");
  private static final UserDefinedFunction REPLACE =
      functions.udf(new OfReplace(), DataTypes.StringType).withName("regexp_replace");
  private static final UserDefinedFunction SPLIT =
      functions
          .udf(new OfSplit(), DataTypes.createArrayType(DataTypes.StringType, false))
          .withName("split");

  private StoppableFunctions() {}

  /** The same expression, which can be stopped. */
  static Expression of(Expression expression) {
    if (expression instanceof RLike like) {
      return call(RLIKE, like.left(), like.right());
    } else if (expression instanceof Like like) {
      Expression escape = Literal.create("" + like.escapeChar(), DataTypes.StringType);
      return call(LIKE, like.left(), like.right(), escape);
    } else if (expression instanceof RegExpExtract extract) {
      return call(EXTRACT, extract.subject(), extract.regexp(), extract.idx());
    } else if (expression instanceof RegExpExtractAll extract) {
      return call(EXTRACT_ALL, extract.subject(), extract.regexp(), extract.idx());
    } else if (expression instanceof RegExpInStr place) {
      return call(PLACE, place.subject(), place.regexp());
    } else if (expression instanceof RegExpReplace replace) {
      return call(REPLACE, replace.subject(), replace.regexp(), replace.rep(), replace.pos());
    } else if (expression instanceof StringSplit split) {
      return call(SPLIT, split.str(), split.regex(), split.limit());
    }
    throw new IllegalArgumentException(expression.prettyName() + " matches no pattern");
  }

  private static Expression call(UserDefinedFunction function, Expression... arguments) {
    Column[] columns = new Column[arguments.length];
    for (int i = 0; i < arguments.length; i++) {
      columns[i] = new Column(arguments[i]);
    }
    return function.apply(columns).expr();
  }

  /** Keeps the last pattern, which is most often that of the next row, too. */
  private abstract static class Matching implements Serializable {

    private static final long serialVersionUID = 1L;

    private record Compiled(String text, Pattern pattern) {}

    private transient volatile Compiled last;

    Matcher matcher(String text, String pattern) {
      return compiled(pattern).matcher(new StoppableText(text));
    }

    Pattern compiled(String pattern) {
      Compiled known = last;
      if (known == null || !known.text().equals(pattern)) {
        try {
          known = new Compiled(pattern, Pattern.compile(regex(pattern)));
        } catch (PatternSyntaxException e) {
          throw new Refused("refused: the pattern cannot be read: " + e.getDescription());
        }
        last = known;
      }
      return known.pattern();
    }

    String regex(String pattern) {
      return pattern;
    }

    static String group(Matcher matcher, int group) {
      if (group < 0 || group > matcher.groupCount()) {
        throw new Refused(
            "refused: the pattern has %d groups, and not one with number %d"
                .formatted(matcher.groupCount(), group));
      }
      String found = matcher.group(group);
      return found == null ? "" : found;
    }
  }

  /** What is compiled is the escape character with the pattern behind it. */
  private static final class OfLike extends Matching
      implements UDF3<String, String, String, Boolean> {

    private static final long serialVersionUID = 1L;

    @Override
    public Boolean call(String text, String pattern, String escape) {
      return (text == null || pattern == null) ? null : matcher(text, escape + pattern).matches();
    }

    @Override
    String regex(String escapeAndPattern) {
      return StringUtils.escapeLikeRegex(escapeAndPattern.substring(1), escapeAndPattern.charAt(0));
    }
  }

  private static final class OfRLike extends Matching implements UDF2<String, String, Boolean> {

    private static final long serialVersionUID = 1L;

    @Override
    public Boolean call(String text, String pattern) {
      return (text == null || pattern == null) ? null : matcher(text, pattern).find();
    }
  }

  private static final class OfExtract extends Matching
      implements UDF3<String, String, Integer, String> {

    private static final long serialVersionUID = 1L;

    @Override
    public String call(String text, String pattern, Integer group) {
      if (text == null || pattern == null || group == null) {
        return null;
      }
      Matcher matcher = matcher(text, pattern);
      return matcher.find() ? group(matcher, group) : "";
    }
  }

  private static final class OfExtractAll extends Matching
      implements UDF3<String, String, Integer, List<String>> {

    private static final long serialVersionUID = 1L;

    @Override
    public List<String> call(String text, String pattern, Integer group) {
      if (text == null || pattern == null || group == null) {
        return null;
      }
      List<String> found = new ArrayList<>();
      for (Matcher matcher = matcher(text, pattern); matcher.find(); ) {
        found.add(group(matcher, group));
      }
      return found;
    }
  }

  private static final class OfPlace extends Matching implements UDF2<String, String, Integer> {

    private static final long serialVersionUID = 1L;

    @Override
    public Integer call(String text, String pattern) {
      if (text == null || pattern == null) {
        return null;
      }
      Matcher matcher = matcher(text, pattern);
      return matcher.find() ? matcher.start() + 1 : 0;
    }
  }

  /** The text before the position is left alone. */
  private static final class OfReplace extends Matching
      implements UDF4<String, String, String, Integer, String> {

    private static final long serialVersionUID = 1L;

    @Override
    public String call(String text, String pattern, String by, Integer position) {
      if (text == null || pattern == null || by == null || position == null) {
        return null;
      }
      int from = position - 1;
      if (from != 0 && from >= text.length()) {
        return text;
      }
      Matcher matcher = matcher(text, pattern).region(from, text.length());
      StringBuilder result = new StringBuilder();
      while (matcher.find()) {
        matcher.appendReplacement(result, by);
      }
      return matcher.appendTail(result).toString();
    }
  }

  /** Empty parts at the end are kept; an empty pattern gives each character, at most as many. */
  private static final class OfSplit extends Matching
      implements UDF3<String, String, Integer, List<String>> {

    private static final long serialVersionUID = 1L;

    @Override
    public List<String> call(String text, String pattern, Integer limit) {
      if (text == null || pattern == null || limit == null) {
        return null;
      }
      if (pattern.isEmpty() && !text.isEmpty()) {
        long most = limit > 0 ? limit : Long.MAX_VALUE;
        return text.codePoints().limit(most).mapToObj(Character::toString).toList();
      }
      int most = limit == 0 ? -1 : limit;
      return List.of(compiled(pattern).split(new StoppableText(text), most));
    }
  }
}
