package org.carbonbook.unit;

/** Two quantities whose dimension or substance basis differ were to be put together. */
public final class MixedBasisException extends IllegalArgumentException {

  private static final long serialVersionUID = 1L;

  MixedBasisException(String message, Throwable cause) {
    super(message, cause);
  }
}
