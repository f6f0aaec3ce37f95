package org.carbonbook.transport;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.carbonbook.intake.ClaimedFile;
import org.carbonbook.intake.ClaimedFiles;
import org.carbonbook.intake.FormatLibrary;
import org.carbonbook.notice.Notice;
import org.carbonbook.source.SourceFiles;
import org.carbonbook.step.InputKind;
import org.carbonbook.step.StepContext;

/** The rows of the received files of transport, and what is wrong with the files. */
final class ReceivedRows {

  private final ClaimedFiles files;
  private final Map<String, String> origins = new HashMap<>();
  private final List<Notice> notices = new ArrayList<>();
  private long read;

  ReceivedRows(StepContext context) {
    this.files = new ClaimedFiles(context, FormatLibrary.read(context.configuration().folder()));
    context
        .rows(SourceFiles.TABLE)
        .forEach(
            row ->
                origins.put(
                    row.<String>getAs("path") + row.<String>getAs("source_hash"),
                    row.getAs("origin")));
  }

  /** What the result of all files follows from. */
  String basis() {
    StringBuilder basis = new StringBuilder();
    for (InputKind kind : TransportInputs.list()) {
      for (ClaimedFile file : files.listCurrent(kind)) {
        basis
            .append(String.join("|", file.path(), file.sourceHash(), file.region(), origin(file)))
            .append('\n');
      }
    }
    return basis.toString();
  }

  /** Gives every row of the current files of a kind. */
  void each(InputKind kind, BiConsumer<ClaimedFile, PrintedCells> row) {
    for (ClaimedFile file : files.listCurrent(kind)) {
      try {
        List<Map<String, String>> rows = files.rows(file);
        if (rows.isEmpty()) {
          notices.add(
              Notice.of(
                  TransportNotice.VEHICLE_FILE_EMPTY,
                  file.path(),
                  "the file has no row; nothing was loaded from it",
                  "send the file again under the same path, with a header and rows"));
        }
        read += rows.size();
        rows.forEach(cells -> row.accept(file, new PrintedCells(cells)));
      } catch (IOException | java.io.UncheckedIOException | IllegalArgumentException e) {
        notices.add(
            Notice.of(
                TransportNotice.VEHICLE_FILE_UNREADABLE,
                file.path(),
                String.valueOf(e.getMessage()),
                "send the file as its format in conf/formats describes it"));
      }
    }
  }

  /** The origin that a file's sidecar states, or null. */
  String origin(ClaimedFile file) {
    return origins.get(file.path() + file.sourceHash());
  }

  void report(Notice notice) {
    notices.add(notice);
  }

  List<Notice> notices() {
    return notices;
  }

  /** Rows read so far. */
  long read() {
    return read;
  }
}
