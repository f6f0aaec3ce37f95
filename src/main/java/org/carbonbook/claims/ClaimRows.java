package org.carbonbook.claims;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;
import org.carbonbook.lake.Origin;
import org.carbonbook.lake.TableRows;
import org.carbonbook.statistics.claim.Claim;
import org.carbonbook.statistics.claim.ClaimAnswer;
import org.carbonbook.statistics.claim.ClaimKind;
import org.carbonbook.statistics.claim.ClaimsFile;
import org.carbonbook.statistics.claim.Interpretation;
import org.carbonbook.statistics.claim.NamedSeries;

/** Rows of {@code core.claim}: one for each answer to a claim. */
final class ClaimRows {

  static final String TABLE = "core.claim";

  private static final TableRows ROWS = TableRows.of(TABLE);

  private ClaimRows() {}

  static Row row(ClaimsFile file, ClaimAnswer answer, int number) {
    Claim claim = answer.claim();
    boolean assessed = answer.verdict() != ClaimAnswer.Verdict.NOT_ASSESSED;
    return ROWS.row()
        .set("region_code", claim.region().or(file::region).orElse("not stated"))
        .set("claim_id", claim.id())
        .set("answer", number)
        .set("sentence_zh", claim.sentence())
        .set("sentence_en", claim.sentenceEn().orElse(null))
        .set("year_from", claim.fromYear())
        .set("year_to", claim.toYear())
        .set("stated", claim.said().text())
        .set("stated_value", claim.kind() == ClaimKind.DIRECTION ? null : claim.said().value())
        .set("recomputed_value", answer.computed().map(Interpretation::value).orElse(null))
        .set("reading", answer.computed().map(Interpretation::words).orElse(null))
        .set("nearest_value", answer.nearest().map(Interpretation::value).orElse(null))
        .set("nearest_reading", answer.nearest().map(Interpretation::words).orElse(null))
        .set("unit", unit(answer))
        .set("price_basis", answer.priceBasis().map(basis -> basis.text()).orElse(null))
        .set("verdict", answer.verdict().name().toLowerCase(java.util.Locale.ROOT))
        .set("verdict_zh", zh(answer.verdict()))
        .set("is_independent", assessed ? (Boolean) answer.independent() : null)
        .set("status", assessed ? "assessed" : "not assessed: " + answer.explanation())
        .set("explanation", answer.explanation())
        .set("origin", assessed ? origin(answer.used()).text() : null)
        .set("source", assessed ? joined(answer.used(), s -> s.provenance().source()) : null)
        .build();
  }

  /**
   * A growth, a share and the way a quotient went are ratios; else the claim or its series says the
   * unit.
   */
  private static String unit(ClaimAnswer answer) {
    Claim claim = answer.claim();
    boolean ratio =
        claim.kind() == ClaimKind.GROWTH
            || claim.kind() == ClaimKind.YEARLY_GROWTH
            || claim.isDirectionOfQuotient()
            || claim.said().isPercent();
    Optional<String> stated = claim.unit();
    if (stated.isPresent()) {
      return stated.get();
    }
    String ofSeries = answer.used().isEmpty() ? "" : answer.used().get(0).provenance().unit();
    return ratio ? "1" : ofSeries;
  }

  private static Origin origin(List<NamedSeries> used) {
    return Origin.ofComputed(
        used.stream().map(series -> Origin.of(series.provenance().origin())).toList());
  }

  private static String joined(List<NamedSeries> used, Function<NamedSeries, String> text) {
    return used.stream().map(text).distinct().collect(Collectors.joining("; "));
  }

  private static String zh(ClaimAnswer.Verdict verdict) {
    return switch (verdict) {
      case HOLDS -> "成立";
      case HOLDS_AS -> "按另一种算法成立";
      case DOES_NOT_FOLLOW -> "不成立";
      case NOT_ASSESSED -> "未评估";
    };
  }
}
