package org.carbonbook.factor.grid;

import java.util.Optional;
import org.carbonbook.notice.Notice;

/** What the search for a grid factor found. The caller reports the notice, if any. */
public sealed interface GridFactorResult {
  /** How the factor came to be: {@code exact}, {@code fallback} or {@code none}. */
  String match();

  /** The factor to use; empty for {@link None}. */
  Optional<GridFactor> findFactor();

  /** Why it is not exact; empty for {@link Exact}. */
  Optional<String> findReason();

  /** The notice to record; empty for {@link Exact}. */
  Optional<Notice> findNotice();

  /** The region's own factor of the year. */
  record Exact(GridFactor factor) implements GridFactorResult {
    @Override
    public String match() {
      return "exact";
    }

    @Override
    public Optional<GridFactor> findFactor() {
      return Optional.of(factor);
    }

    @Override
    public Optional<String> findReason() {
      return Optional.empty();
    }

    @Override
    public Optional<Notice> findNotice() {
      return Optional.empty();
    }
  }

  /** Another area's or year's factor, used by the declared policy. */
  record Fallback(GridFactor factor, String reason, Notice notice) implements GridFactorResult {
    @Override
    public String match() {
      return "fallback";
    }

    @Override
    public Optional<GridFactor> findFactor() {
      return Optional.of(factor);
    }

    @Override
    public Optional<String> findReason() {
      return Optional.of(reason);
    }

    @Override
    public Optional<Notice> findNotice() {
      return Optional.of(notice);
    }
  }

  /** No factor may be used: the emission is not estimated. */
  record None(String reason, Notice notice) implements GridFactorResult {
    @Override
    public String match() {
      return "none";
    }

    @Override
    public Optional<GridFactor> findFactor() {
      return Optional.empty();
    }

    @Override
    public Optional<String> findReason() {
      return Optional.of(reason);
    }

    @Override
    public Optional<Notice> findNotice() {
      return Optional.of(notice);
    }
  }
}
