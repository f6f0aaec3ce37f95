package org.carbonbook.building.baseline;

/**
 * Avoided energy after an event: what the model of the days before expects, less what was used. The
 * uncertainty is ASHRAE Guideline 14's: {@code 1.26 t CV E sqrt(n/n' (1 + 2/n') / m)} with {@code
 * n' = n (1 - r) / (1 + r)} for the autocorrelation {@code r} of the residuals (Reddy and Claridge
 * 2000), {@code t} for 90 %.
 *
 * @param expected kWh of the days after by the model before
 * @param actual kWh of the days after
 * @param days the days after
 * @param uncertainty half the width of the 90 % interval of the saving, in kWh
 */
record Savings(double expected, double actual, int days, double uncertainty) {

  private static final double T90 = 1.645;
  private static final double FACTOR = 1.26;

  static Savings of(
      ChangePointFit.Fitted before, double autocorrelation, double expected, double actual, int m) {
    double n = before.days();
    double r = Math.max(0, Math.min(0.99, autocorrelation));
    double effective = Math.max(1, n * (1 - r) / (1 + r));
    double uncertainty =
        FACTOR
            * T90
            * before.cvRmse()
            * expected
            * Math.sqrt(n / effective * (1 + 2 / effective) / m);
    return new Savings(expected, actual, m, uncertainty);
  }

  double saving() {
    return expected - actual;
  }
}
