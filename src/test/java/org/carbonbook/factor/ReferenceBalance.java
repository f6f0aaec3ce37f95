package org.carbonbook.factor;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jxl.Cell;
import jxl.NumberCell;
import jxl.Sheet;
import jxl.Workbook;
import jxl.read.biff.BiffException;
import org.carbonbook.factor.value.Fuel;

/** Cells of a table 6-N, read by place, without the product's own reading. */
final class ReferenceBalance {
  /** Columns C to X. */
  static final List<String> FUELS =
      List.of(
          "coal_total",
          "raw_coal",
          "cleaned_coal",
          "other_washed_coal",
          "briquettes",
          "coke",
          "coke_oven_gas",
          "other_gas",
          "petroleum_total",
          "crude_oil",
          "gasoline",
          "kerosene",
          "diesel_oil",
          "fuel_oil",
          "lpg",
          "refinery_gas",
          "natural_gas",
          "other_petroleum_products",
          "other_coking_products",
          "heat",
          "electricity",
          "other_energy");

  private static final Map<String, Integer> ROWS = new LinkedHashMap<>();

  static {
    ROWS.put("moving_in", 14);
    ROWS.put("import", 15);
    ROWS.put("moving_out", 17);
    ROWS.put("export", 18);
    ROWS.put("thermal_power", 22);
    ROWS.put("heat_supply", 23);
    ROWS.put("loss", 30);
    ROWS.put("agriculture", 32);
    ROWS.put("industry", 33);
    ROWS.put("non_energy_use", 34);
    ROWS.put("construction", 35);
    ROWS.put("transport", 36);
    ROWS.put("trade_catering", 37);
    ROWS.put("residential_urban", 39);
    ROWS.put("residential_rural", 40);
    ROWS.put("other", 41);
  }

  private final Sheet sheet;

  private ReferenceBalance(Sheet sheet) {
    this.sheet = sheet;
  }

  static ReferenceBalance read(Path workbook) throws IOException {
    try {
      return new ReferenceBalance(Workbook.getWorkbook(workbook.toFile()).getSheet(0));
    } catch (BiffException e) {
      throw new IOException(e);
    }
  }

  /** The figure as printed in its unit; zero when blank. */
  double figure(String sector, String fuel) {
    Cell cell = sheet.getCell(2 + FUELS.indexOf(fuel), ROWS.get(sector) - 1);
    return cell instanceof NumberCell number ? number.getValue() : 0;
  }

  /** What of a fuel is burnt in a sector, in t or m3. */
  double burnt(String sector, Fuel fuel) {
    double printed = figure(sector, fuel.fuel());
    double quantity =
        switch (sector) {
          case "thermal_power", "heat_supply" -> Math.max(-printed, 0);
          case "industry" -> printed - figure("non_energy_use", fuel.fuel());
          default -> printed;
        };
    return quantity * (fuel.unit().equals("m3") ? 1e8 : 1e4);
  }
}
