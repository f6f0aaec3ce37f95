package org.carbonbook.transport;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Row;
import org.carbonbook.conf.ConfRow;
import org.carbonbook.conf.ConfTable;
import org.carbonbook.intake.ClaimedFile;
import org.carbonbook.lake.TableRows;
import org.carbonbook.notice.Notice;
import org.carbonbook.step.WorkUnits;

/** Travel surveys by mode, as trips or as shares in percent. */
final class TravelSurveys {

  static final String MODES = "transport/modes.csv";

  private static final double WHOLE = 100;
  private static final double TOLERANCE = 1;

  private final ReceivedRows files;
  private final Map<String, ConfRow> modes = new HashMap<>();
  private final Map<String, List<SurveyRow>> surveys = new TreeMap<>();
  private final List<WorkUnits.Reject> rejects = new ArrayList<>();

  /** One mode of one survey. */
  private record SurveyRow(
      String regionCode,
      int year,
      String survey,
      ConfRow modeRow,
      Double trips,
      Double sharePercent,
      Double kmPerTrip,
      String origin,
      String place) {}

  TravelSurveys(ReceivedRows files, Path conf) {
    this.files = files;
    for (ConfRow row : ConfTable.read(conf.resolve(MODES)).rows()) {
      modes.put(row.filled("mode"), row);
      modes.put(row.filled("zh"), row);
      row.list("printed").forEach(name -> modes.put(name, row));
    }
  }

  List<WorkUnits.Reject> rejects() {
    return rejects;
  }

  /** The rows of {@code core.travel_survey}. */
  List<Row> read() {
    files.each(TransportInputs.TRAVEL_SURVEY, this::add);
    List<Row> rows = new ArrayList<>();
    TableRows table = TableRows.of(TransportTables.SURVEY);
    surveys.forEach(
        (key, answers) -> {
          String status = status(key, answers);
          for (SurveyRow answer : answers) {
            rows.add(row(table, answer, answers, status));
          }
        });
    return rows;
  }

  private static Row row(TableRows table, SurveyRow answer, List<SurveyRow> all, String status) {
    double trips = all.stream().mapToDouble(a -> a.trips() == null ? 0 : a.trips()).sum();
    boolean byTrips = answer.trips() != null;
    Double share = byTrips ? answer.trips() / trips : Double.valueOf(answer.sharePercent() / WHOLE);
    return table
        .rowOf(answer)
        .set("mode", answer.modeRow().filled("mode"))
        .set("mode_zh", answer.modeRow().filled("zh"))
        .set("mode_en", answer.modeRow().filled("en"))
        .set("measure", answer.modeRow().find("measure").orElse(null))
        .set("share", status.equals("assessed") ? share : null)
        .set("status", status)
        .build();
  }

  /** Whether the modes are parts of one whole. */
  private String status(String key, List<SurveyRow> answers) {
    boolean allTrips = answers.stream().allMatch(answer -> answer.trips() != null);
    boolean allShares = answers.stream().allMatch(answer -> answer.sharePercent() != null);
    double trips = answers.stream().mapToDouble(a -> a.trips() == null ? 0 : a.trips()).sum();
    double percent =
        answers.stream().mapToDouble(a -> a.sharePercent() == null ? 0 : a.sharePercent()).sum();
    String fault = null;
    if (answers.stream().map(answer -> answer.modeRow().filled("mode")).distinct().count()
        < answers.size()) {
      fault = "a mode occurs twice";
    } else if (allTrips && trips <= 0) {
      fault = "the trips of all modes are zero";
    } else if (!allTrips && !allShares) {
      fault = "some modes have trips and others a share";
    } else if (!allTrips && Math.abs(percent - WHOLE) > TOLERANCE) {
      fault = "the shares add up to %.1f %%, not 100".formatted(percent);
    }
    if (fault == null) {
      return "assessed";
    }
    files.report(
        Notice.of(
            TransportNotice.SURVEY_SHARES_WRONG,
            answers.get(0).place(),
            "%s of %s; its shares are not published".formatted(fault, key),
            "compare the file with the printed survey"));
    return "not assessed: " + fault;
  }

  private void add(ClaimedFile file, PrintedCells cells) {
    String place = file.path() + ":" + cells.line();
    try {
      SurveyRow answer = answer(file, cells, place);
      surveys
          .computeIfAbsent(
              "%s %d %s".formatted(answer.regionCode(), answer.year(), answer.survey()),
              none -> new ArrayList<>())
          .add(answer);
    } catch (IllegalArgumentException e) {
      files.report(
          Notice.of(
              TransportNotice.SURVEY_INVALID,
              place,
              e.getMessage() + "; the row is not used",
              "correct the row"));
      rejects.add(
          new WorkUnits.Reject(
              TransportTables.SURVEY,
              place,
              TransportNotice.SURVEY_INVALID.name(),
              cells.cells().toString()));
    }
  }

  private SurveyRow answer(ClaimedFile file, PrintedCells cells, String place) {
    String printed = cells.textOr("mode", "");
    ConfRow mode = modes.get(printed);
    BigDecimal year = cells.number("year");
    BigDecimal trips = cells.number("trips");
    BigDecimal share = cells.number("share_percent");
    String region = cells.textOr("region", file.region());
    if (mode == null) {
      throw new IllegalArgumentException("mode '%s' is not in conf/%s".formatted(printed, MODES));
    }
    if (region == null || year == null) {
      throw new IllegalArgumentException("region or year is empty");
    }
    if ((trips == null) == (share == null)) {
      throw new IllegalArgumentException("give either trips or share_percent");
    }
    if ((trips == null ? share : trips).signum() < 0) {
      throw new IllegalArgumentException("a number of trips or a share is negative");
    }
    BigDecimal km = cells.number("km_per_trip");
    return new SurveyRow(
        region,
        year.intValueExact(),
        cells.textOr("survey", file.path()),
        mode,
        trips == null ? null : Double.valueOf(trips.doubleValue()),
        share == null ? null : Double.valueOf(share.doubleValue()),
        km == null ? null : Double.valueOf(km.doubleValue()),
        files.origin(file) == null ? "printed" : files.origin(file),
        place);
  }
}
