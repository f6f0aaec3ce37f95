package org.carbonbook.decomposition.method;

/** Weights of the first side. */
public final class Laspeyres extends FixedWeight {

  private static final long serialVersionUID = 1L;

  /** The registered method. */
  public Laspeyres() {
    super(1, 0);
  }

  @Override
  public String code() {
    return "laspeyres";
  }
}
