package org.carbonbook.statistics.decoupling;

import java.util.ArrayList;
import java.util.List;
import org.carbonbook.statistics.growth.PriceBasis;
import org.carbonbook.statistics.growth.YearSpan;
import org.carbonbook.statistics.series.Assessment;
import org.carbonbook.statistics.series.GroupKernel;
import org.carbonbook.statistics.series.Series;

/** The energy elasticity of one group. Columns: 0 year, 1 output, 2 energy. */
record ElasticityKernel(PriceBasis prices, List<YearSpan> windows) implements GroupKernel {

  ElasticityKernel {
    windows = new ArrayList<>(windows);
  }

  @Override
  public List<Object[]> rowsOf(double[][] columns) {
    Assessment<Series> output = Series.of(columns[0], columns[1]);
    Assessment<Series> energy = Series.of(columns[0], columns[2]);
    if (output.find().isEmpty() || energy.find().isEmpty()) {
      boolean outputLacks = output.find().isEmpty();
      String status = (outputLacks ? output : energy).status();
      return List.<Object[]>of(blank(status + (outputLacks ? " of output" : " of energy")));
    }
    List<Object[]> rows = new ArrayList<>();
    for (YearSpan span : PairSpans.list(output.get(), energy.get(), windows)) {
      rows.add(row(span, EnergyElasticity.between(energy.get(), output.get(), span, prices)));
    }
    if (rows.isEmpty()) {
      rows.add(blank("not assessed: no two years with both output and energy"));
    }
    return rows;
  }

  private Object[] row(YearSpan span, Assessment<EnergyElasticity> assessment) {
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
    Object[] row = new Object[8];
    row[5] = prices.text();
    row[7] = status;
    return row;
  }
}
