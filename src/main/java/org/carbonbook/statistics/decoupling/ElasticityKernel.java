package org.carbonbook.statistics.decoupling;

import java.util.ArrayList;
import java.util.List;
import org.carbonbook.statistics.growth.PriceBasis;
import org.carbonbook.statistics.growth.YearSpan;
import org.carbonbook.statistics.series.Assessment;
import org.carbonbook.statistics.series.GroupKernel;
import org.carbonbook.statistics.series.KernelColumn;
import org.carbonbook.statistics.series.TimeSeries;

/**
 * The elasticity of energy consumption in one group: for every pair of neighbouring years, the
 * whole span and each window. Input columns: 0 year, 1 output, 2 energy.
 *
 * @param prices the prices that the output is in
 * @param windows spans of years to report besides the whole and the single years
 */
public record ElasticityKernel(PriceBasis prices, List<YearSpan> windows) implements GroupKernel {

  /** The output columns; growth is compound per year. */
  public static final List<KernelColumn> COLUMNS =
      List.of(
          KernelColumn.integer("year_from"),
          KernelColumn.integer("year_to"),
          KernelColumn.integer("intervals"),
          KernelColumn.number("energy_growth"),
          KernelColumn.number("output_growth"),
          KernelColumn.text("price_basis"),
          KernelColumn.number("elasticity"),
          KernelColumn.text("status"));

  /** Copies the windows. */
  public ElasticityKernel {
    windows = new ArrayList<>(windows);
  }

  @Override
  public List<KernelColumn> columns() {
    return COLUMNS;
  }

  @Override
  public List<Object[]> rowsOf(double[][] columns) {
    return PairSpans.rows(columns, "output", "energy", windows, this::row, this::blank);
  }

  private Object[] row(YearSpan span, TimeSeries output, TimeSeries energy) {
    Assessment<EnergyElasticity> assessment =
        EnergyElasticity.between(energy, output, span, prices);
    Object[] row = blank(assessment.status());
    row[0] = span.from();
    row[1] = span.to();
    row[2] = span.intervals();
    assessment
        .find()
        .ifPresent(
            found -> {
              row[3] = found.energy().value();
              row[4] = found.output().value();
              row[6] = found.elasticity();
            });
    return row;
  }

  private Object[] blank(String status) {
    Object[] row = new Object[COLUMNS.size()];
    row[5] = prices.text();
    row[7] = status;
    return row;
  }
}
