package org.carbonbook.series;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Row;
import org.carbonbook.series.AnalysisRows.Kind;
import org.carbonbook.series.AnalysisRules.Model;
import org.carbonbook.statistics.regression.StirpatKernel;

/** STIRPAT models of single regions, and of panels of many. */
final class DriverModels {

  private final List<Model> models;

  DriverModels(List<Model> models) {
    this.models = List.copyOf(models);
  }

  /** The models of one region; one row with the reason where it lacks a series. */
  List<Row> list(RegionSeries region) {
    List<Row> rows = new ArrayList<>();
    for (Model model : models) {
      Optional<DriverInputs> found = DriverInputs.find(model, region);
      if (found.isPresent()) {
        DriverInputs inputs = found.get();
        double[][] columns = inputs.columns(inputs.pressure());
        double[][] numbers = Arrays.copyOfRange(columns, 1, columns.length);
        List<Row> cells = new ArrayList<>();
        for (Object[] row : kernelRows(model, numbers)) {
          cells.add(with(row, null, null, inputs.text()));
        }
        String pressure = inputs.pressure().name();
        rows.addAll(
            AnalysisRows.list(Kind.DRIVER_MODEL, region.region(), pressure, model.name(), cells));
      } else if (region.findLongest(model.pressure()).isPresent()) {
        rows.add(notAssessed(model, region));
      }
    }
    return rows;
  }

  /**
   * The models of a panel: one for all its regions, each with a constant of its own.
   *
   * @param scope the region they belong to
   * @param level what they are: city or province
   */
  List<Row> listPanel(String scope, String level, List<RegionSeries> regions) {
    List<Row> rows = new ArrayList<>();
    for (Model model : models) {
      List<DriverInputs> units =
          regions.stream().map(r -> DriverInputs.find(model, r)).flatMap(Optional::stream).toList();
      if (units.size() > 1) {
        List<Row> cells = new ArrayList<>();
        for (Object[] row : kernelRows(model, stacked(units))) {
          cells.add(with(row, level, units.size(), "one constant to each of the regions"));
        }
        String pressure = units.get(0).pressure().key().base();
        rows.addAll(
            AnalysisRows.list(
                Kind.DRIVER_MODEL, scope, pressure + " @ panel: " + level, model.name(), cells));
      }
    }
    return rows;
  }

  private static List<Object[]> kernelRows(Model model, double[][] numbers) {
    return new StirpatKernel(model.chosenTerms(), model.chosenRules()).rowsOf(numbers);
  }

  private static double[][] stacked(List<DriverInputs> units) {
    List<double[][]> blocks = new ArrayList<>();
    for (int unit = 0; unit < units.size(); unit++) {
      double[][] columns = units.get(unit).columns(units.get(unit).pressure());
      double[] number = new double[columns[0].length];
      Arrays.fill(number, unit);
      blocks.add(new double[][] {columns[1], columns[2], columns[3], columns[4], number});
    }
    double[][] all = new double[5][];
    for (int c = 0; c < all.length; c++) {
      int column = c;
      all[c] = blocks.stream().flatMapToDouble(block -> Arrays.stream(block[column])).toArray();
    }
    return all;
  }

  private static Row with(Object[] row, String panel, Integer units, String inputs) {
    Map<String, Object> more = new HashMap<>();
    more.put("panel", panel);
    more.put("units", units);
    more.put("inputs", inputs);
    return Kind.DRIVER_MODEL.cells(StirpatKernel.COLUMNS, row, more);
  }

  private static Row notAssessed(Model model, RegionSeries region) {
    String status =
        "not assessed: no series " + String.join(", ", DriverInputs.listMissing(model, region));
    Row cells = Kind.DRIVER_MODEL.cells(Map.of("status", status));
    String pressure = region.findLongest(model.pressure()).orElseThrow().name();
    return AnalysisRows.ofStatistic(
        Kind.DRIVER_MODEL, region.region(), pressure, model.name(), 0, cells);
  }
}
