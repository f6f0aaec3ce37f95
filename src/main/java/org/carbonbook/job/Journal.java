package org.carbonbook.job;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.carbonbook.lake.Lake;
import org.carbonbook.lake.LakeFile;
import org.carbonbook.notice.Notice;

/**
 * What happened so far in a run that is not in {@code ops.*} yet: one small file, replaced at each
 * event. A run that was killed leaves it behind, and the next one enters it in the ledger.
 *
 * @param run the run; its outcome is RUNNING until it is known
 * @param steps its steps so far, in order
 * @param notices what each step that ran has found, by step
 */
record Journal(RunRecord run, List<StepRecord> steps, Map<String, List<Notice>> notices) {

  static final String RUNNING = "RUNNING";

  private static final String FOLDER = "ops/journal";
  private static final ObjectMapper JSON =
      new ObjectMapper()
          .registerModule(new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);

  /** The journals on a lake: of the run in progress, and of runs that were killed. */
  static List<Journal> list(Lake lake) {
    return LakeFile.listNames(lake, FOLDER, ".json").stream()
        .flatMap(name -> new LakeFile(lake, FOLDER + "/" + name + ".json").read().stream())
        .map(Journal::parse)
        .toList();
  }

  void save(Lake lake) {
    try {
      file(lake).replace(JSON.writeValueAsBytes(this));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void delete(Lake lake) {
    file(lake).delete();
  }

  private LakeFile file(Lake lake) {
    return new LakeFile(lake, FOLDER + "/" + run.run() + ".json");
  }

  private static Journal parse(byte[] json) {
    try {
      return JSON.readValue(json, Journal.class);
    } catch (IOException e) {
      throw new UncheckedIOException(FOLDER + ": " + e.getMessage(), e);
    }
  }
}
