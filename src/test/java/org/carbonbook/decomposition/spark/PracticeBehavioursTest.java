package org.carbonbook.decomposition.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.carbonbook.decomposition.identity.Identity;
import org.carbonbook.decomposition.method.Form;
import org.carbonbook.decomposition.method.Method;
import org.carbonbook.fixtures.LocalSpark;
import org.junit.jupiter.api.Test;

/**
 * Behaviours that must hold, after the issues of another decomposition package; figures restated
 * from reference v18 (whep regressions).
 */
class PracticeBehavioursTest {

  private static final Identity PRODUCT =
      Identity.parse("emissions = activity * intensity over year");

  @Test
  void sectorsThatVanishAndAppearAreCounted() {
    Identity identity =
        Identity.parse(
            "emissions = activity * (activity[sector]/activity)"
                + " * (emissions[sector]/activity[sector]) over year");
    Dataset<Row> input =
        LocalSpark.table(
            "year,sector,activity,emissions",
            "2010,a,600,60",
            "2010,c,400,40",
            "2011,a,700,63",
            "2011,b,500,55");
    for (Method method : List.of(Method.LMDI1, Method.LMDI2, Method.SHAPLEY, Method.POLAR)) {
      Map<String, Double> effects =
          EffectMap.of(Decomposition.of(identity).input(input).method(method).run());
      double sum = effects.values().stream().mapToDouble(Double::doubleValue).sum();
      assertThat(sum).as(method.code()).isCloseTo(18, within(1e-12));
    }
  }

  @Test
  void aZeroYearLeavesTheOthersAlone() {
    String[] rows = {"2010,1000,.10,100", "2011,1100,.10,115", "2012,1200,.10,120"};
    String header = "year,activity,intensity,published";
    Identity identity = Identity.parse("emissions = activity * intensity over year");
    Map<String, Double> without =
        EffectMap.of(Decomposition.of(identity).input(LocalSpark.table(header, rows)).run());
    String[] more = {rows[0], rows[1], rows[2], "2013,1300,0,0"};
    Map<String, Double> with =
        EffectMap.of(Decomposition.of(identity).input(LocalSpark.table(header, more)).run());
    assertThat(with).containsAllEntriesOf(without).hasSize(without.size() + 2);
  }

  @Test
  void theTargetIsDerivedFromSmoothedFactors() {
    Dataset<Row> input =
        LocalSpark.table(
            "year,activity,intensity,emissions",
            "2010,100,.10,10",
            "2011,130,.20,26",
            "2012,90,.05,4.5",
            "2013,160,.30,48",
            "2014,120,.08,9.6",
            "2015,200,.40,80",
            "2016,150,.12,18");
    DecompositionResult result =
        Decomposition.of(PRODUCT).input(input).movingMean(3).run().cached();
    assertThat(result.notComputed().count()).isZero();
    List<Row> wide = result.computed().orderBy("year_from").collectAsList();
    assertThat(wide).hasSize(4);
    double activity = (100 + 130 + 90) / 3.0;
    double intensity = (0.10 + 0.20 + 0.05) / 3.0;
    assertThat(wide.get(0).<Double>getAs("value_from"))
        .isCloseTo(activity * intensity, within(1e-12));
    wide.forEach(r -> assertThat(Math.abs(r.<Double>getAs("residual"))).isLessThan(1e-6));
  }

  @Test
  void codesOfSectorsAreKeysNotMeasures() {
    String header = "year,sector,activity,emissions";
    Identity identity =
        Identity.parse(
            "emissions = activity * (activity[sector]/activity)"
                + " * (emissions[sector]/activity[sector]) over year");
    String[] text = {
      "2010,a,5,7",
      "2010,b,6,2",
      "2011,a,4,8",
      "2011,b,7,3",
      "2012,a,6,9",
      "2012,b,8,1",
      "2013,a,9,9",
      "2013,b,2,4"
    };
    String[] codes = new String[text.length];
    for (int i = 0; i < text.length; i++) {
      codes[i] = text[i].replace(",a,", ",1,").replace(",b,", ",2,");
    }
    Dataset<Row> coded =
        LocalSpark.table(header, codes)
            .selectExpr("year", "cast(sector as int) sector", "activity", "emissions");
    assertThat(EffectMap.of(Decomposition.of(identity).input(coded).movingMean(3).run()))
        .isEqualTo(
            EffectMap.of(
                Decomposition.of(identity)
                    .input(LocalSpark.table(header, text))
                    .movingMean(3)
                    .run()));
  }

  @Test
  void growthOfActivityAloneIsAnActivityEffect() {
    Dataset<Row> input =
        LocalSpark.table("year,activity,intensity", "2010,1000,.10", "2011,1100,.10");
    Map<String, Double> additive = EffectMap.of(Decomposition.of(PRODUCT).input(input).run());
    assertThat(additive.get("2010-2011 activity")).isCloseTo(10, within(1e-12));
    assertThat(additive.get("2010-2011 intensity")).isZero();
    Map<String, Double> ratios =
        EffectMap.of(Decomposition.of(PRODUCT).input(input).form(Form.MULTIPLICATIVE).run());
    assertThat(ratios.get("2010-2011 activity")).isCloseTo(1.1, within(1e-14));
    assertThat(ratios.get("2010-2011 intensity")).isEqualTo(1);
  }

  @Test
  void vanishingAndReturningEmissions() {
    Dataset<Row> input =
        LocalSpark.table(
            "year,activity,intensity,emissions",
            "2010,1000,.1,100",
            "2011,1100,0,0",
            "2012,1200,.1,120");
    Map<String, Double> effects = EffectMap.of(Decomposition.of(PRODUCT).input(input).run());
    assertThat(effects.get("2010-2011 activity") + effects.get("2010-2011 intensity"))
        .isEqualTo(-100);
    assertThat(effects.get("2011-2012 activity") + effects.get("2011-2012 intensity"))
        .isEqualTo(120);
  }

  @Test
  void dataThatDoNotFollowTheIdentityAreSetAside() {
    Dataset<Row> input =
        LocalSpark.table(
            "year,activity,intensity,emissions", "2010,1000,.10,100", "2011,1100,.10,200");
    for (Form form : Form.values()) {
      DecompositionResult result = Decomposition.of(PRODUCT).input(input).form(form).run().cached();
      assertThat(result.effects().count()).isZero();
      Row row = result.notComputed().first();
      assertThat(row.<String>getAs("reason_code")).isEqualTo("NOT_CLOSED");
      assertThat(row.<String>getAs("inputs")).contains("emissions: 100.0 -> 200.0");
    }
  }
}
