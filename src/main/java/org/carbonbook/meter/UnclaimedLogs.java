package org.carbonbook.meter;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.carbonbook.intake.ColumnNames;
import org.carbonbook.intake.FileFormat;
import org.carbonbook.intake.FormatLibrary;
import org.carbonbook.intake.ReceivedTable;
import org.carbonbook.intake.TextEncoding;
import org.carbonbook.intake.UnclaimedFile;
import org.carbonbook.notice.Notice;

/** Finds logs among the files that no format claims, so that none is left out without a word. */
final class UnclaimedLogs {

  private static final int LOOK = 4096;
  private static final int LINES = 20;
  private static final Pattern PLACE =
      Pattern.compile("(^|.*/)(meters|readings)/.*|.*(reading|meter|抄表|读数|电量)[^/]*");
  private static final Set<String> ARCHIVES = Set.of("zip", "7z", "rar", "tar", "tgz");
  private static final Set<String> WORKBOOKS = Set.of("xlsx", "xls", "ods", "et");
  private static final Set<String> TEXTS =
      Set.of("csv", "tsv", "txt", "json", "jsonl", "ndjson", "dat", "log", "nem", "nem12");

  private final FileSystem files;
  private final FormatLibrary formats;

  UnclaimedLogs(FileSystem files, FormatLibrary formats) {
    this.files = files;
    this.formats = formats;
  }

  /** What there is to say about a file that no format claims, if it may be a log. */
  Optional<Notice> judge(UnclaimedFile file) {
    String path = file.path().toLowerCase(Locale.ROOT);
    String kind = path.substring(path.lastIndexOf('.') + 1);
    boolean inPlace = PLACE.matcher(path).matches();
    if (TEXTS.contains(kind)) {
      return judgeText(file, kind, inPlace);
    }
    if (!inPlace) {
      return Optional.empty();
    }
    String remedy =
        ARCHIVES.contains(kind)
            ? "unpack it and send the files in it; a single file may be compressed as .gz"
            : WORKBOOKS.contains(kind)
                ? "save its sheet as CSV in UTF-8 and send that"
                : kind.equals("xml")
                    ? "XML such as Green Button is not read: export it as CSV with meter_id, timestamp, value"
                    : "send readings as CSV, TSV, JSON, JSON lines or Parquet";
    return Optional.of(notice(file, "no reader of logs takes files of the kind ." + kind, remedy));
  }

  private Optional<Notice> judgeText(UnclaimedFile file, String kind, boolean inPlace) {
    String head = head(file);
    if (head.startsWith("100,NEM12") || head.startsWith("200,")) {
      return Optional.of(
          notice(
              file,
              "it is a NEM12 file, which is not read",
              "export it as CSV with meter_id, timestamp, value"));
    }
    if (hasColumnsOfReadings(head)) {
      return Optional.of(
          notice(
              file,
              "it looks like readings of meters, but no format claims its path",
              "put it into a folder readings/, begin its name with readings, or add its path to a format in conf/formats"));
    }
    return inPlace && !kind.equals("csv")
        ? Optional.of(
            notice(
                file,
                "no format claims it",
                "add its path to a format in conf/formats, or move it out of the folder"))
        : Optional.empty();
  }

  private boolean hasColumnsOfReadings(String head) {
    FileFormat usual =
        formats.listFormats().stream()
            .filter(format -> format.format().equals("readings"))
            .findFirst()
            .orElse(null);
    if (usual == null) {
      return false;
    }
    return head.lines()
        .limit(LINES)
        .anyMatch(
            line -> {
              String delimiter = Pattern.quote(String.valueOf(ReceivedTable.delimiter(line)));
              List<String> names = List.of(line.replace("\"", "").split(delimiter));
              return ColumnNames.find(names, usual.printed("meter")) >= 0
                  && ColumnNames.find(names, usual.printed("time")) >= 0
                  && ColumnNames.find(names, usual.printed("value")) >= 0;
            });
  }

  private String head(UnclaimedFile file) {
    try (InputStream in = files.open(new Path(file.location()))) {
      return TextEncoding.decode(in.readNBytes(LOOK));
    } catch (IOException e) {
      return "";
    }
  }

  private static Notice notice(UnclaimedFile file, String message, String remedy) {
    return Notice.of(MeterNotice.METER_FILE_NOT_CLAIMED, file.path(), message, remedy);
  }
}
