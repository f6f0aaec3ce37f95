package org.carbonbook.decomposition.method;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.carbonbook.fixtures.ReferenceFiles.number;
import static org.carbonbook.fixtures.ReferenceFiles.rows;

import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Structural decomposition on the tables of Miller and Blair (2009), ch. 13; reference v14. */
@Tag("reference")
class MillerBlairVectorsTest {

  private static final int SECTORS = 3;
  private static final String THREE_FACTORS = "3-factor ";

  private final List<Map<String, String>> input =
      rows("decomposition/v14_sda_miller_blair_input.csv");
  private final List<Map<String, String>> expected = rows("decomposition/v14_sda_computed.csv");
  private final double[] f0 = vector("f0");
  private final double[] f1 = vector("f1");
  private final double[][] l0 = LeontiefModel.totalRequirements(matrix("Z0"), vector("x0"));
  private final double[][] l1 = LeontiefModel.totalRequirements(matrix("Z1"), vector("x1"));

  @Test
  void technologyAndFinalDemand() {
    double[][] effects =
        new StructuralDecomposition().matrix("L", l0, l1).column("f", f0, f1).polarMean();
    assertEffects("2-factor polar mean", "technology(dL)", effects[0]);
    assertEffects("2-factor polar mean", "final demand(df)", effects[1]);
  }

  @Test
  void technologyMixAndLevel() {
    StructuralDecomposition sda =
        new StructuralDecomposition()
            .matrix("technology", l0, l1)
            .column("mix", shares(f0), shares(f1))
            .level("level", sum(f0), sum(f1));
    double[][] polar = sda.polarMean();
    double[][] all = sda.meanOfAllOrders();
    for (int k = 0; k < 3; k++) {
      String factor = sda.listNames().get(k);
      assertEffects(THREE_FACTORS + "polar mean", factor, polar[k]);
      assertEffects(
          THREE_FACTORS + "mean of all n! orders (Dietzenbacher-Los = Shapley)", factor, all[k]);
    }
  }

  @Test
  void emissionsFromIntensityTechnologyAndDemand() {
    StructuralDecomposition sda =
        new StructuralDecomposition()
            .row("intensity", vector("c0_synthetic"), vector("c1_synthetic"))
            .matrix("technology", l0, l1)
            .column("final demand", f0, f1);
    double[][] effects = sda.meanOfAllOrders();
    String scheme = "emission SDA c.L.f Shapley (synthetic c)";
    for (int k = 0; k < 3; k++) {
      assertEffects(scheme, sda.listNames().get(k), effects[k]);
    }
    assertEffects(scheme, "TOTAL", sda.change());
  }

  @Test
  void keepingSectorsApartSumsToTheWhole() {
    double[] c0 = vector("c0_synthetic");
    double[] c1 = vector("c1_synthetic");
    double[][] whole =
        new StructuralDecomposition()
            .row("c", c0, c1)
            .matrix("L", l0, l1)
            .column("f", f0, f1)
            .meanOfAllOrders();
    double[][] parts =
        new StructuralDecomposition()
            .diagonal("c", c0, c1)
            .matrix("L", l0, l1)
            .column("f", f0, f1)
            .meanOfAllOrders();
    for (int k = 0; k < 3; k++) {
      assertThat(sum(parts[k])).isCloseTo(whole[k][0], within(1e-12));
    }
  }

  private void assertEffects(String scheme, String factor, double[] effects) {
    List<Map<String, String>> rows =
        expected.stream()
            .filter(r -> r.get("scheme").equals(scheme) && r.get("factor").equals(factor))
            .toList();
    assertThat(effects).hasSize(rows.size());
    for (int i = 0; i < effects.length; i++) {
      double value = number(rows.get(i), "value");
      assertThat(effects[i]).as(factor).isCloseTo(value, within(1e-9 * Math.abs(value)));
    }
  }

  private double[] vector(String name) {
    return input.stream()
        .filter(r -> r.get("matrix").equals(name))
        .mapToDouble(r -> number(r, "value"))
        .toArray();
  }

  private double[][] matrix(String name) {
    double[][] matrix = new double[SECTORS][SECTORS];
    input.stream()
        .filter(r -> r.get("matrix").equals(name))
        .forEach(
            r ->
                matrix[Integer.parseInt(r.get("row")) - 1][Integer.parseInt(r.get("col")) - 1] =
                    number(r, "value"));
    return matrix;
  }

  private static double sum(double[] values) {
    return DoubleStream.of(values).sum();
  }

  private static double[] shares(double[] values) {
    return DoubleStream.of(values).map(v -> v / sum(values)).toArray();
  }
}
