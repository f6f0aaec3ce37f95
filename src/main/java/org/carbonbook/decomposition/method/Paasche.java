package org.carbonbook.decomposition.method;

/** Weights of the second side. */
public final class Paasche extends FixedWeight {

  private static final long serialVersionUID = 1L;

  /** The registered method. */
  public Paasche() {
    super(0, 1);
  }

  @Override
  public String code() {
    return "paasche";
  }
}
