package org.carbonbook.decomposition.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.carbonbook.decomposition.identity.Identity;
import org.carbonbook.decomposition.identity.IdentityCatalog;
import org.junit.jupiter.api.Test;

class EditionAndBreakTest {

  @Test
  void aNewEditionOfTheGridFactorIsNoChangeOfActivity() {
    Dataset<Row> use =
        LocalSpark.table(
            "year,sector,electricity,grid_ef",
            "2010,a,100,0.60",
            "2010,b,50,0.60",
            "2011,a,100,0.70",
            "2011,b,50,0.70");
    Dataset<Row> editions =
        LocalSpark.table(
            "edition,year,grid_ef", "E1,2010,0.60", "E1,2011,0.58", "E2,2010,0.72", "E2,2011,0.70");
    Dataset<Row> rows =
        ReferenceEdition.added(use, editions, "grid_ef", "edition", "E1", List.of("year"));
    Identity identity =
        new IdentityCatalog(Path.of("conf", "identities"))
            .getIdentity("electricity_grid_factor")
            .identity();
    Map<String, Double> effects =
        LocalSpark.effects(Decomposition.of(identity).input(rows).time("year").run());
    assertThat(effects.get("2010-2011 electricity_use")).isZero();
    assertThat(effects.get("2010-2011 structure")).isZero();
    assertThat(effects.get("2010-2011 grid_factor")).isNegative();
    assertThat(effects.get("2010-2011 factor_edition")).isPositive();
    double sum = effects.values().stream().mapToDouble(d -> d).sum();
    assertThat(sum).isCloseTo(150 * 0.10, within(1e-12));
    assertThatThrownBy(
            () ->
                ReferenceEdition.added(
                    use, editions.union(editions), "grid_ef", "edition", "E1", List.of("year")))
        .hasMessageContaining("two factors");
  }

  @Test
  void aChangeOfClassificationIsATermOfItsOwn() {
    Dataset<Row> old =
        LocalSpark.table("year,sector,energy", "2010,A,100", "2010,B,50", "2011,A,110", "2011,B,60")
            .selectExpr("cast(year as int) year", "sector", "cast(energy as double) energy");
    Dataset<Row> current =
        LocalSpark.table("year,sector,energy", "2011,X,100", "2011,Y,80", "2012,X,105", "2012,Y,80")
            .selectExpr("cast(year as int) year", "sector", "cast(energy as double) energy");
    Dataset<Row> concordance =
        LocalSpark.table("old_code,new_code,share", "A,X,0.8", "A,Y,0.2", "B,Y,1")
            .selectExpr("old_code", "new_code", "cast(share as double) share");
    Dataset<Row> linked =
        new ClassificationBreak("sector", "year", "energy", 2011, List.of())
            .linked(old, current, concordance);
    assertThat(linked.count()).isEqualTo(6);
    Identity identity =
        Identity.parse(
            "energy = energy_linked[sector] as use * break[sector] as classification over year");
    Decomposition decomposition = Decomposition.of(identity).input(linked.drop("energy"));
    Map<String, Double> effects = LocalSpark.effects(decomposition.run());
    // 2010: 150; 2011 as published: 180; in old coverage: 170.
    assertThat(effects.get("2010-2011 use") + effects.get("2010-2011 classification"))
        .isCloseTo(30, within(1e-12));
    // X: 80 -> 88 linked, 100 published; Y: 70 -> 82 linked, 80 published.
    double x = 20 / Math.log(100 / 80.0);
    double y = 10 / Math.log(80 / 70.0);
    assertThat(effects.get("2010-2011 classification"))
        .isCloseTo(x * Math.log(100 / 88.0) + y * Math.log(80 / 82.0), within(1e-12));
    assertThat(effects.get("2011-2012 use")).isCloseTo(5, within(1e-12));
    assertThat(effects.get("2011-2012 classification")).isZero();
  }

  @Test
  void aConcordanceThatLosesSomethingIsRefused() {
    Dataset<Row> old = LocalSpark.table("year,sector,energy", "2010,A,100", "2010,C,5");
    Dataset<Row> half = LocalSpark.table("old_code,new_code,share", "A,X,0.8");
    Dataset<Row> whole = LocalSpark.table("old_code,new_code,share", "A,X,1");
    ClassificationBreak link = new ClassificationBreak("sector", "year", "energy", 2010, List.of());
    assertThatThrownBy(
            () ->
                link.linked(
                    old,
                    old,
                    half.selectExpr("old_code", "new_code", "cast(share as double) share")))
        .hasMessageContaining("shares of A add up to 0.8");
    assertThatThrownBy(
            () ->
                link.linked(
                    old,
                    old,
                    whole.selectExpr("old_code", "new_code", "cast(share as double) share")))
        .hasMessageContaining("old code C has no new code");
  }
}
