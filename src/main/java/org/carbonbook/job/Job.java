package org.carbonbook.job;

import java.nio.file.Path;
import java.util.List;

/**
 * A job file of the folder {@code jobs/}: which steps run together. Their order follows from the
 * tables they read and write, not from the file.
 *
 * @param job the job's name
 * @param zh what it does, in Chinese
 * @param en what it does, in English
 * @param schedule when it runs, in cron's notation; the schedulers under {@code jobs/} keep to it;
 *     null for a job that people start
 * @param parameters the defaults of its command line
 * @param steps the steps, by name; {@code marts} stands for all marts
 * @param notifications the commands to call when a run ends; the key {@code notify}
 * @param source where it was read, for messages
 */
record Job(
    String job,
    String zh,
    String en,
    String schedule,
    Parameters parameters,
    List<String> steps,
    Notifications notifications,
    Source source) {

  /**
   * Reads a job by its name.
   *
   * @throws IllegalArgumentException in one line that names the file, and the line or the nearest
   *     names
   */
  static Job read(Path folder, String name) {
    return JobFile.read(folder, name);
  }

  /**
   * Defaults of the command line.
   *
   * @param waitMinutes how long to wait for another run on the same lake
   * @param attempts how often a part of a backfill is tried
   * @param stepsAtOnce how many steps may run at the same time
   * @param perPart the steps of a backfill that run for each part by itself; the others run once at
   *     the end
   */
  record Parameters(int waitMinutes, int attempts, int stepsAtOnce, List<String> perPart) {

    static final Parameters USUAL = new Parameters(0, 2, 2, List.of());

    Parameters {
      perPart = List.copyOf(perPart);
    }
  }

  /**
   * The file a job was read from.
   *
   * @param file its path
   * @param lines its lines
   */
  record Source(Path file, List<String> lines) {

    /** File and line of an entry of a list in the file. */
    String placeOfEntry(String entry) {
      String quoted = "[\"']?\\Q" + entry + "\\E[\"']?";
      return place("-\\s+" + quoted + "|.*[\\[,]\\s*" + quoted + "\\s*[],].*");
    }

    /** File and line of a key in the file. */
    String placeOfKey(String key) {
      return place("(.*[{,]\\s*)?[\"']?\\Q" + key + "\\E[\"']?\\s*:.*");
    }

    /** File and line of the first line with such a text, or the file when there is none. */
    private String place(String pattern) {
      for (int i = 0; i < lines.size(); i++) {
        if (lines.get(i).replaceFirst("\\s#.*", "").strip().matches(pattern)) {
          return file + ":" + (i + 1);
        }
      }
      return file.toString();
    }
  }
}
