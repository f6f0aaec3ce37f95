package org.carbonbook.statistics.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.apache.commons.csv.CSVRecord;
import org.carbonbook.fixtures.ReferenceFiles;
import org.carbonbook.statistics.series.TimeSeries;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Traffic noise of Beijing, the standard example of GM(1,1). */
@Tag("reference")
class PublishedGreyModelTest {

  @Test
  void everyRow() {
    List<CSVRecord> rows = ReferenceFiles.records("statistics/v13_gm11_beijing_noise.csv");
    Gm11 model = Gm11.fit(TimeSeries.ofSequence(ReferenceFiles.present(rows, "x0")).get()).get();
    assertThat(rows).hasSize(13);
    for (CSVRecord row : rows) {
      double wanted = Double.parseDouble(row.get("fitted"));
      double actual =
          switch (row.get("k")) {
            case "a" -> model.a();
            case "b" -> model.b();
            case "C_posterior_ratio(pop sd)" -> model.posteriorRatio();
            default -> model.at(Integer.parseInt(row.get("k")));
          };
      assertThat(actual).as(row.get("k")).isCloseTo(wanted, within(1e-11 * wanted));
    }
  }
}
