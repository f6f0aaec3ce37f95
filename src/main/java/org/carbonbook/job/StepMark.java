package org.carbonbook.job;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.carbonbook.lake.Lake;
import org.carbonbook.lake.LakeFile;
import org.carbonbook.notice.Notice;

/**
 * The record of the last execution of a step: its fingerprint, what it wrote, its notices, how long
 * it took. A step whose mark still fits is fresh. Kept as one small file per step, replaced by
 * renaming, after the tables are written: a crash before that costs a repetition, never a gap.
 *
 * @param run the run it was done in
 * @param from the parts of its fingerprint
 * @param wrote the version of each table it writes, afterwards
 * @param seconds how long it took
 * @param notices its findings about the data
 * @param seals the digest of the commit of each table it writes
 */
record StepMark(
    String run,
    Map<String, String> from,
    Map<String, Long> wrote,
    double seconds,
    List<Notice> notices,
    Map<String, String> seals) {

  private static final String FOLDER = "ops/steps";
  private static final ObjectMapper JSON = new ObjectMapper();

  StepMark {
    // Marks of older versions have none.
    seals = seals == null ? Map.of() : seals;
  }

  /** The mark of a step, if it was ever done on this lake. */
  static Optional<StepMark> find(Lake lake, String step) {
    return file(lake, step).read().map(json -> parse(json, step));
  }

  /** The marks of all steps that were ever done on this lake, by step. */
  static List<StepMark> list(Lake lake) {
    return LakeFile.listNames(lake, FOLDER, ".json").stream()
        .flatMap(step -> find(lake, step).stream())
        .toList();
  }

  void save(Lake lake, String step) {
    try {
      file(lake, step).replace(JSON.writeValueAsBytes(this));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Fingerprint fingerprint() {
    return new Fingerprint(new TreeMap<>(from));
  }

  private static StepMark parse(byte[] json, String step) {
    try {
      return JSON.readValue(json, StepMark.class);
    } catch (IOException e) {
      throw new UncheckedIOException(
          "ops/steps/%s.json: %s: delete it, the step runs again".formatted(step, e.getMessage()),
          e);
    }
  }

  private static LakeFile file(Lake lake, String step) {
    return new LakeFile(lake, FOLDER + "/" + step + ".json");
  }
}
