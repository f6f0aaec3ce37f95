package org.carbonbook.serve.gate;

import java.util.function.Supplier;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;
import org.apache.spark.SparkException;
import org.apache.spark.SparkThrowable;
import org.apache.spark.sql.AnalysisException;
import org.apache.spark.sql.catalyst.parser.ParseException;

/**
 * The reason why Spark failed to run a statement, in one sentence that names no file, class or
 * plan.
 */
final class QueryFailure {

  private static final Logger LOG = LogManager.getLogger("org.carbonbook.serve");
  private static final int MAX_LENGTH = 500;

  private QueryFailure() {}

  /**
   * Does some work of Spark.
   *
   * @throws Refused in place of everything that Spark throws
   */
  static <T> T in(Supplier<T> work) {
    try {
      return work.get();
    } catch (Refused e) {
      throw e;
    } catch (StackOverflowError e) {
      throw new Refused("refused: the statement is nested too deeply");
    } catch (Exception | OutOfMemoryError e) {
      throw of(e);
    }
  }

  /** What an exception of Spark says, as a sentence. */
  static Refused of(Throwable e) {
    Throwable known = e;
    while (known != null) {
      if (known instanceof Refused refused) {
        return refused;
      }
      if (known instanceof ParseException parse) {
        return new Refused("refused: not understood: " + line(parse.getSimpleMessage()));
      }
      if (known instanceof AnalysisException analysis) {
        return new Refused("refused: " + line(analysis.getSimpleMessage()));
      }
      if (isOfMemory(known)) {
        return new Refused(
            "the query failed: it took more memory than there is; ask for fewer rows or groups, or shorter texts");
      }
      if (isOfTheData(known)) {
        return new Refused("the query failed: " + line(known.getMessage()));
      }
      known = known.getCause();
    }
    LOG.warn("a reader's query failed", e);
    return new Refused("the query failed or was cancelled; the log of the server says why");
  }

  /** Spark tells of an error in a task by its name only. */
  private static boolean isOfMemory(Throwable e) {
    return e instanceof OutOfMemoryError
        || (e instanceof SparkException
            && e.getMessage() != null
            && (e.getMessage().contains("OutOfMemoryError")
                || e.getMessage().contains("maxResultSize")));
  }

  /**
   * Whether it says what is wrong with values: an overflow, a bad cast, a key that a map has twice.
   */
  private static boolean isOfTheData(Throwable e) {
    return e instanceof SparkThrowable known
        && known.getSqlState() != null
        && (known.getSqlState().startsWith("22") || known.getSqlState().startsWith("23"));
  }

  private static String line(String message) {
    String first = message.lines().findFirst().orElse("");
    return first.length() > MAX_LENGTH ? first.substring(0, MAX_LENGTH) + "…" : first;
  }
}
