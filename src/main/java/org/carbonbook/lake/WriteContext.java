package org.carbonbook.lake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;

/**
 * The run and the step that write a table. Both are recorded in the Delta commit, so that each
 * version of a table can be attributed to its run and step.
 *
 * @param run the run's id, e.g. {@code run-7}
 * @param runNumber the run's number; Delta refuses a second commit of the same step and run
 * @param step the step's name
 */
public record WriteContext(String run, long runNumber, String step) {

  private static final ObjectMapper JSON = new ObjectMapper();

  String userMetadata() {
    return json(Map.of("run", run, "step", step));
  }

  /** The same and the rows written, for commits of Delta Kernel, which has no user metadata. */
  String engineInfo(long rows) {
    return "carbonbook " + json(Map.of("run", run, "step", step, "rows", rows));
  }

  private static String json(Map<String, Object> values) {
    try {
      return JSON.writeValueAsString(values);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
