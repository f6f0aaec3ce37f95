package org.carbonbook.statistics.claim;

import java.nio.file.Path;

/** A claims file that cannot be used; one line that names file, place and remedy. */
public final class ClaimsFileException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  ClaimsFileException(Path file, String place, String what) {
    super(file + (place.isEmpty() ? " " : ", " + place + ": ") + what);
  }
}
