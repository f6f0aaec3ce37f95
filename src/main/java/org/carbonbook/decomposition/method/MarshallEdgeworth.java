package org.carbonbook.decomposition.method;

/** The mean of the weights of both sides. */
public final class MarshallEdgeworth extends FixedWeight {

  private static final long serialVersionUID = 1L;

  /** The registered method. */
  public MarshallEdgeworth() {
    super(0.5, 0.5);
  }

  @Override
  public String code() {
    return "marshall-edgeworth";
  }
}
