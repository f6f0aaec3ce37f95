package org.carbonbook.statistics.series;

import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/**
 * A figure, or the reason why there is none. Data too short, broken or contradictory are a typed
 * outcome here; exceptions are kept for wrong use of the library.
 *
 * @param <T> what is computed
 */
public sealed interface Assessment<T> {

  /**
   * A figure that could be computed.
   *
   * @param value the figure
   */
  record Assessed<T>(T value) implements Assessment<T> {
    public Assessed {
      Objects.requireNonNull(value, "value");
    }
  }

  /**
   * No figure.
   *
   * @param reason the kind of obstacle
   * @param detail the particulars, with the values in them
   */
  record NotAssessed<T>(NotAssessedReason reason, String detail) implements Assessment<T> {
    public NotAssessed {
      Objects.requireNonNull(reason, "reason");
      Objects.requireNonNull(detail, "detail");
    }
  }

  /** A figure. */
  static <T> Assessment<T> of(T value) {
    return new Assessed<>(value);
  }

  /** The reason why there is no figure. */
  static <T> Assessment<T> not(NotAssessedReason reason, String detail) {
    return new NotAssessed<>(reason, detail);
  }

  /** The figure, if there is one. */
  default Optional<T> find() {
    return this instanceof Assessed<T> assessed ? Optional.of(assessed.value()) : Optional.empty();
  }

  /** The figure; throws with the reason when there is none. */
  default T get() {
    return find().orElseThrow(() -> new NoSuchElementException(status()));
  }

  /** The kind of obstacle, if there is one. */
  default Optional<NotAssessedReason> findReason() {
    return this instanceof NotAssessed<T> none ? Optional.of(none.reason()) : Optional.empty();
  }

  /** What people read in a {@code status} column: "assessed", or "not assessed: " and why. */
  default String status() {
    return this instanceof NotAssessed<T> none ? "not assessed: " + none.detail() : "assessed";
  }

  /** Goes on with the figure, or hands the reason through. */
  default <R> Assessment<R> then(Function<? super T, Assessment<R>> next) {
    if (this instanceof NotAssessed<T> none) {
      return not(none.reason(), none.detail());
    }
    return next.apply(get());
  }
}
