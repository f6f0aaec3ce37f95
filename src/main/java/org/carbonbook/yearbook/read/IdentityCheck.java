package org.carbonbook.yearbook.read;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.carbonbook.yearbook.layout.Layout;

/**
 * Checks the sums that a layout says should hold. Figures stay as printed, right or wrong. One
 * notice reports each sum that does not hold, with the lines where it is furthest off.
 */
final class IdentityCheck {

  private static final int LINES_REPORTED = 4;

  private final List<Layout.AccountingIdentity> identities;
  private final SheetFindings findings;

  IdentityCheck(List<Layout.AccountingIdentity> identities, SheetFindings findings) {
    this.identities = identities;
    this.findings = findings;
  }

  /** One line in which a sum does not hold. */
  private record Broken(String line, CellReading total, double sum, double share) {

    String described() {
      return String.format(
          Locale.ROOT,
          "%s at %s: printed %s, the parts give %s",
          line,
          total.cell(),
          total.value(),
          Math.rint(sum * 1e6) / 1e6);
    }
  }

  void check(List<CellReading> readings) {
    for (Layout.AccountingIdentity identity : identities) {
      Map<String, Map<String, CellReading>> lines = lines(identity, readings);
      List<Broken> broken = new ArrayList<>();
      lines.forEach((line, figures) -> check(identity, line, figures).ifPresent(broken::add));
      if (!broken.isEmpty()) {
        broken.sort(Comparator.comparingDouble(Broken::share).reversed());
        reportBroken(identity, broken, lines.size());
      }
    }
  }

  /** Each line of the other axis with its figures by code, and by code and basis. */
  private static Map<String, Map<String, CellReading>> lines(
      Layout.AccountingIdentity identity, List<CellReading> readings) {
    boolean items = identity.axis().equals("item");
    Map<String, Map<String, CellReading>> lines = new LinkedHashMap<>();
    long regions =
        readings.stream().map(CellReading::regionCode).filter(Objects::nonNull).distinct().count();
    for (CellReading reading : readings) {
      String other = Objects.requireNonNullElse(items ? reading.sector() : reading.item(), "");
      if (reading.value() != null && !identity.except().contains(other)) {
        String code = items ? reading.item() : reading.sector();
        String region = regions > 1 ? " " + reading.regionCode() : "";
        String line = items ? other : other + basisOf(reading);
        Map<String, CellReading> figures =
            lines.computeIfAbsent(line + " " + reading.year() + region, key -> new HashMap<>());
        figures.put(code, reading);
        figures.put(code + basisOf(reading), reading);
      }
    }
    return lines;
  }

  private static String basisOf(CellReading reading) {
    return reading.basis().isBlank() ? "" : "@" + reading.basis();
  }

  /** A blank part counts as nothing; a line without the total or without any part is not judged. */
  private static Optional<Broken> check(
      Layout.AccountingIdentity identity, String line, Map<String, CellReading> figures) {
    CellReading total = figures.get(identity.total());
    boolean anyPart = identity.parts().stream().anyMatch(part -> figures.containsKey(bare(part)));
    if (total == null || !anyPart) {
      return Optional.empty();
    }
    double sum = 0;
    double largest = Math.abs(total.value());
    for (String part : identity.parts()) {
      CellReading figure = figures.get(bare(part));
      if (figure != null) {
        sum += part.startsWith("-") ? -figure.value() : figure.value();
        largest = Math.max(largest, Math.abs(figure.value()));
      }
    }
    double off = Math.abs(sum - total.value());
    boolean holds = off <= identity.toleranceAbsolute() + identity.toleranceRelative() * largest;
    return holds ? Optional.empty() : Optional.of(new Broken(line, total, sum, off / largest));
  }

  private static String bare(String part) {
    return part.startsWith("-") ? part.substring(1) : part;
  }

  private void reportBroken(Layout.AccountingIdentity identity, List<Broken> broken, int lines) {
    List<String> worst = broken.stream().limit(LINES_REPORTED).map(Broken::described).toList();
    String more =
        broken.size() > LINES_REPORTED ? "; and " + (broken.size() - LINES_REPORTED) + " more" : "";
    findings.add(
        TableNotice.IDENTITY_BROKEN,
        broken.get(0).total().cell(),
        String.format(
            "%s does not hold in %d of %d lines: %s%s",
            identity.name(), broken.size(), lines, String.join("; ", worst), more),
        "the figures are published as printed; compare them with the printed table");
  }
}
