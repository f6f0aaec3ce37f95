package org.carbonbook.statistics.regression;

import java.util.List;

/** The terms of the STIRPAT model, each made of the logarithms of the three drivers. */
public enum StirpatTerm {
  LN_P("ln_p", 0, 1),
  LN_A("ln_a", 1, 1),
  LN_T("ln_t", 2, 1),
  LN_P_SQUARED("ln_p_squared", 0, 2),
  LN_A_SQUARED("ln_a_squared", 1, 2),
  LN_T_SQUARED("ln_t_squared", 2, 2);

  private final String id;
  private final int driver;
  private final int power;

  StirpatTerm(String id, int driver, int power) {
    this.id = id;
    this.driver = driver;
    this.power = power;
  }

  /** The name in tables. */
  public String id() {
    return id;
  }

  /** The term's value for the logarithms of population, affluence and technology. */
  public double value(double[] logarithms) {
    double logarithm = logarithms[driver];
    return power == 1 ? logarithm : logarithm * logarithm;
  }

  /** The three drivers without their squares. */
  public static List<StirpatTerm> linear() {
    return List.of(LN_P, LN_A, LN_T);
  }
}
