package org.carbonbook.statistics.regression;

import static org.apache.spark.sql.functions.dense_rank;
import static org.apache.spark.sql.functions.lit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.apache.spark.ml.feature.VectorAssembler;
import org.apache.spark.ml.regression.LinearRegression;
import org.apache.spark.ml.regression.LinearRegressionModel;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.carbonbook.fixtures.LocalSpark;
import org.carbonbook.statistics.series.NotAssessedReason;
import org.carbonbook.statistics.spark.GroupedRows;
import org.junit.jupiter.api.Test;

class RegressionTest {

  private static final StructType SCHEMA =
      new StructType()
          .add("city", DataTypes.StringType)
          .add("year", DataTypes.IntegerType)
          .add("co2_t", DataTypes.DoubleType)
          .add("persons", DataTypes.DoubleType)
          .add("income", DataTypes.DoubleType)
          .add("intensity", DataTypes.DoubleType);

  private static final List<String> COLUMNS = List.of("co2_t", "persons", "income", "intensity");

  private final List<Row> rows = new ArrayList<>();

  @Test
  void anExactLawIsFoundExactly() {
    double[][] x = {{1, 2, 3, 4, 5, 6}, {2, 1, 4, 3, 6, 8}};
    double[] y = new double[6];
    Arrays.setAll(y, i -> 7 + 3 * x[0][i] - 2 * x[1][i]);
    LinearFit fit = Design.of(List.of("a", "b"), x, y).then(Ridge::of).get().fit(0);
    assertThat(fit.constant()).isCloseTo(7, within(1e-12));
    assertThat(fit.coefficient(0)).isCloseTo(3, within(1e-12));
    assertThat(fit.coefficient(1)).isCloseTo(-2, within(1e-12));
    assertThat(fit.predict(10, 10)).isCloseTo(17, within(1e-11));
  }

  @Test
  void dependentAndConstantPredictorsAreRefused() {
    double[][] dependent = {{1, 2, 3, 4, 5}, {2, 4, 6, 8, 10}};
    double[] y = {1, 3, 2, 5, 4};
    assertThat(Design.of(List.of("a", "b"), dependent, y).then(Ridge::of).status())
        .isEqualTo("not assessed: a, b are linearly dependent");
    double[][] constant = {{3.1, 3.1, 3.1, 3.1, 3.1}};
    assertThat(Design.of(List.of("a"), constant, y).findReason())
        .contains(NotAssessedReason.CONSTANT);
    assertThat(Design.of(List.of("a"), new double[][] {{1, 2}}, new double[] {1, 2}).findReason())
        .contains(NotAssessedReason.TOO_SHORT);
  }

  @Test
  void shrinkageGrowsWithLambdaAndVarianceFalls() {
    Random random = new Random(6);
    double[][] x = new double[3][40];
    for (int i = 0; i < 40; i++) {
      x[0][i] = random.nextGaussian();
      x[1][i] = x[0][i] + 0.05 * random.nextGaussian();
      x[2][i] = random.nextGaussian();
    }
    double[] y = new double[40];
    Arrays.setAll(y, i -> x[0][i] + x[1][i] + x[2][i] + random.nextGaussian());
    Ridge ridge = Design.of(List.of("a", "b", "c"), x, y).then(Ridge::of).get();
    double before = Double.POSITIVE_INFINITY;
    for (double lambda : new double[] {0, 0.1, 1, 10, 100}) {
      double error = ridge.fit(lambda).error(0);
      assertThat(error).isLessThan(before);
      before = error;
    }
    assertThat(ridge.varianceInflation()[0]).isGreaterThan(50);
    assertThat(ridge.varianceInflation()[2]).isBetween(1.0, 2.0);
    assertThat(ridge.conditionNumber()).isGreaterThan(10);
    double best = LambdaRule.GCV.lambda(ridge);
    assertThat(ridge.gcv(best))
        .isLessThanOrEqualTo(ridge.gcv(0))
        .isLessThanOrEqualTo(ridge.gcv(100));
  }

  @Test
  void varianceInflationIsThatOfEachPredictorOnTheOthers() {
    Random random = new Random(12);
    double[][] x = new double[2][30];
    for (int i = 0; i < 30; i++) {
      x[0][i] = random.nextGaussian();
      x[1][i] = 0.8 * x[0][i] + random.nextGaussian();
    }
    double[] y = random.doubles(30).toArray();
    double r2 =
        Design.of(List.of("b"), new double[][] {x[1]}, x[0]).then(Ridge::of).get().fit(0).r2();
    double[] inflation =
        Design.of(List.of("a", "b"), x, y).then(Ridge::of).get().varianceInflation();
    assertThat(inflation[0]).isCloseTo(1 / (1 - r2), within(1e-10));
    assertThat(inflation[1]).isCloseTo(1 / (1 - r2), within(1e-10));
  }

  @Test
  void leastSquaresAgreeWithSparksOwn() {
    city("421200", 30, 1.1, 0.6, 0.4, 0.05);
    Dataset<Row> logs =
        data()
            .selectExpr(
                "ln(co2_t) as y", "ln(persons) as p", "ln(income) as a", "ln(intensity) as t");
    Dataset<Row> assembled =
        new VectorAssembler()
            .setInputCols(new String[] {"p", "a", "t"})
            .setOutputCol("x")
            .transform(logs);
    LinearRegressionModel spark =
        new LinearRegression()
            .setFeaturesCol("x")
            .setLabelCol("y")
            .setSolver("normal")
            .fit(assembled);
    Map<String, Double> ours = coefficients("421200", LambdaRule.LEAST_SQUARES);
    assertThat(ours.get("constant")).isCloseTo(spark.intercept(), within(1e-6));
    assertThat(ours.get("ln_p")).isCloseTo(spark.coefficients().apply(0), within(1e-7));
    assertThat(ours.get("ln_a")).isCloseTo(spark.coefficients().apply(1), within(1e-7));
    assertThat(ours.get("ln_t")).isCloseTo(spark.coefficients().apply(2), within(1e-7));
  }

  @Test
  void aModelToEachCity() {
    city("420100", 25, 1.0, 0.5, 0.3, 0);
    city("421200", 25, 0.8, 0.9, 1.2, 0);
    rows.add(RowFactory.create("421200", 2050, -5.0, 1.0, 1.0, 1.0));
    city("429000", 3, 1, 1, 1, 0);
    assertThat(coefficients("420100", LambdaRule.LEAST_SQUARES).get("ln_a"))
        .isCloseTo(0.5, within(1e-9));
    assertThat(coefficients("421200", LambdaRule.LEAST_SQUARES).get("ln_t"))
        .isCloseTo(1.2, within(1e-9));
    Dataset<Row> models = models(LambdaRule.values());
    Row first = models.filter("city = '421200'").first();
    assertThat(first.<Integer>getAs("left_out")).isEqualTo(1);
    assertThat(first.<Integer>getAs("n")).isEqualTo(25);
    assertThat(models.filter("city = '429000'").first().<String>getAs("status"))
        .isEqualTo("not assessed: 3 observations, 3 predictors and 1 constant(s) need more");
    assertThat(models.filter("city = '420100'").count()).isEqualTo(16);
  }

  @Test
  void onePanelOfAllCitiesWithAConstantToEach() {
    for (int k = 0; k < 12; k++) {
      city("city " + k, 15, 0.9, 0.7, 0.5, 0, Math.pow(3, k % 5));
    }
    Dataset<Row> panel =
        GroupedRows.of(
                data(),
                List.of(),
                numbers(dense_rank().over(Window.orderBy("city")).cast("double")))
            .map(new StirpatKernel(StirpatTerm.linear(), List.of(LambdaRule.LEAST_SQUARES)));
    Map<String, Double> found =
        panel.collectAsList().stream()
            .collect(Collectors.toMap(r -> r.getAs("term"), r -> r.getAs("coefficient")));
    assertThat(found.get("ln_p")).isCloseTo(0.9, within(1e-9));
    assertThat(found.get("ln_a")).isCloseTo(0.7, within(1e-9));
    assertThat(found.get("ln_t")).isCloseTo(0.5, within(1e-9));
    assertThat(panel.first().<Integer>getAs("n")).isEqualTo(180);
  }

  @Test
  void theOrderOfRowsChangesNothing() {
    city("421200", 40, 1.1, 0.6, 0.4, 0.1);
    Map<String, Double> first = coefficients("421200", LambdaRule.HKB);
    Collections.shuffle(rows, new Random(1));
    assertThat(coefficients("421200", LambdaRule.HKB)).isEqualTo(first);
  }

  private void city(String name, int years, double p, double a, double t, double noise) {
    city(name, years, p, a, t, noise, 2);
  }

  private void city(
      String name, int years, double p, double a, double t, double noise, double scale) {
    Random random = new Random(name.hashCode());
    for (int i = 0; i < years; i++) {
      double population = Math.exp(5 + 0.01 * i + 0.1 * random.nextGaussian());
      double affluence = Math.exp(1 + 0.08 * i + 0.1 * random.nextGaussian());
      double technology = Math.exp(-0.03 * i + 0.1 * random.nextGaussian());
      double pressure =
          scale
              * Math.pow(population, p)
              * Math.pow(affluence, a)
              * Math.pow(technology, t)
              * Math.exp(noise * random.nextGaussian());
      rows.add(RowFactory.create(name, 1990 + i, pressure, population, affluence, technology));
    }
  }

  private Dataset<Row> data() {
    return LocalSpark.session().createDataFrame(rows, SCHEMA);
  }

  private Dataset<Row> models(LambdaRule... rules) {
    return GroupedRows.of(data(), List.of("city"), numbers(lit(0)))
        .map(new StirpatKernel(StirpatTerm.linear(), List.of(rules)));
  }

  private static List<Column> numbers(Column unit) {
    List<Column> numbers = new ArrayList<>(COLUMNS.stream().map(GroupedRows::quoted).toList());
    numbers.add(unit);
    return numbers;
  }

  private Map<String, Double> coefficients(String city, LambdaRule rule) {
    return models(rule).filter("city = '%s'".formatted(city)).collectAsList().stream()
        .collect(Collectors.toMap(r -> r.getAs("term"), r -> r.getAs("coefficient")));
  }
}
