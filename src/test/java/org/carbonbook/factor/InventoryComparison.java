package org.carbonbook.factor;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.commons.csv.CSVRecord;
import org.carbonbook.factor.value.Fuel;
import org.carbonbook.factor.value.SectorGroup;

/**
 * Energy-related CO2 of a province in 2007, computed from its balance with the factors of one set,
 * beside the inventory that CEADs published (Shan et al.), by fuel and by sector.
 */
final class InventoryComparison {
  private static final List<String> SECTORS =
      List.of(
          "thermal_power",
          "heat_supply",
          "loss",
          "agriculture",
          "industry",
          "construction",
          "transport",
          "trade_catering",
          "residential_urban",
          "residential_rural",
          "other");
  private static final String POWER = "Power and heat";
  private static final String INDUSTRY = "Other industry and losses";
  private static final String PROCESS = "Process";
  private static final Map<String, String> SECTOR_NAMES =
      Map.ofEntries(
          Map.entry("thermal_power", POWER),
          Map.entry("heat_supply", POWER),
          Map.entry("loss", INDUSTRY),
          Map.entry("industry", INDUSTRY),
          Map.entry("agriculture", "Agriculture"),
          Map.entry("construction", "Construction"),
          Map.entry("transport", "Transport, storage, post"),
          Map.entry("trade_catering", "Trade, hotels, restaurants"),
          Map.entry("residential_urban", "Households, urban"),
          Map.entry("residential_rural", "Households, rural"),
          Map.entry("other", "Other"));
  private static final Map<String, String> INVENTORY_SECTORS =
      Map.of(
          "Production and Supply of Electric Power, Steam and Hot Water", POWER,
          "Farming, Forestry, Animal Husbandry, Fishery and Water Conservancy", "Agriculture",
          "Construction", "Construction",
          "Transportation, Storage, Post and Telecommunication Services",
              "Transport, storage, post",
          "Wholesale, Retail Trade and Catering Services", "Trade, hotels, restaurants",
          "Urban", "Households, urban",
          "Rural", "Households, rural",
          "Others", "Other");
  private static final Map<String, String> INVENTORY_FUELS =
      Map.of("LPG", "lpg", "Diesel Oil", "diesel_oil");

  private final String province;
  private final Map<String, Double> oursByFuel = new LinkedHashMap<>();
  private final Map<String, Double> oursBySector = new LinkedHashMap<>();
  private final Map<String, Double> theirsByFuel = new LinkedHashMap<>();
  private final Map<String, Double> theirsBySector = new LinkedHashMap<>();
  private final Map<String, Double> activity = new LinkedHashMap<>();

  private InventoryComparison(String province) {
    this.province = province;
  }

  static InventoryComparison of(String province, Path workbook, String factorSet)
      throws IOException {
    InventoryComparison comparison = new InventoryComparison(province);
    comparison.compute(ReferenceBalance.read(workbook), factorSet);
    comparison.readInventory();
    return comparison;
  }

  private void compute(ReferenceBalance balance, String factorSet) {
    FactorLibrary library = FactorLibrary.load(Path.of("conf"));
    for (Fuel fuel : library.listFuels()) {
      if (!fuel.isFuel() || !ReferenceBalance.FUELS.contains(fuel.fuel())) {
        continue;
      }
      double factor =
          library
              .findEmissionFactor(factorSet, fuel.fuel(), "CO2", SectorGroup.ALL, 2007)
              .orElseThrow()
              .efValue();
      for (String sector : SECTORS) {
        double burnt = balance.burnt(sector, fuel);
        activity.merge(fuel.fuel(), burnt, Double::sum);
        oursByFuel.merge(fuel.fuel(), burnt * factor / 1e6, Double::sum);
        oursBySector.merge(SECTOR_NAMES.get(sector), burnt * factor / 1e6, Double::sum);
      }
    }
  }

  private void readInventory() throws IOException {
    for (CSVRecord row : Reference.csv("city/ceads_hubei_zhejiang_sector_fuel_1997_2019.csv")) {
      boolean isOurs = row.get("province").equals(province) && row.get("year").equals("2007");
      if (isOurs && !row.get("fuel").equals(PROCESS)) {
        double mt = Double.parseDouble(row.get("mt_co2"));
        theirsByFuel.merge(fuelCode(row.get("fuel")), mt, Double::sum);
        theirsBySector.merge(
            INVENTORY_SECTORS.getOrDefault(row.get("sector"), INDUSTRY), mt, Double::sum);
      }
    }
  }

  private static String fuelCode(String name) {
    return INVENTORY_FUELS.getOrDefault(name, name.toLowerCase(Locale.ROOT).replace(' ', '_'));
  }

  double oursMt() {
    return sum(oursByFuel);
  }

  double theirsMt() {
    return sum(theirsByFuel);
  }

  Map<String, Double> oursByFuel() {
    return oursByFuel;
  }

  Map<String, Double> theirsByFuel() {
    return theirsByFuel;
  }

  private static double sum(Map<String, Double> parts) {
    return parts.values().stream().mapToDouble(Double::doubleValue).sum();
  }

  String markdown() {
    StringBuilder text = new StringBuilder();
    text.append("### ").append(province).append(" 2007\n\n");
    text.append("| fuel | burnt, 10^4 t or 10^8 m3 | carbonbook, Mt | inventory, Mt | ratio |")
        .append(" our t per t or 10^3 m3 | inventory over the same quantity |\n");
    text.append("|---|---:|---:|---:|---:|---:|---:|\n");
    oursByFuel.forEach((fuel, ours) -> text.append(fuelLine(fuel, ours)));
    text.append(line("**total**", "", oursMt(), theirsMt())).append(" | |\n\n");
    text.append(
        "| sector | | carbonbook, Mt | inventory, Mt | ratio |\n|---|---|---:|---:|---:|\n");
    oursBySector.forEach(
        (sector, ours) ->
            text.append(line(sector, "", ours, theirsBySector.getOrDefault(sector, 0.0)))
                .append('\n'));
    return text.append('\n').toString();
  }

  private String fuelLine(String fuel, double ours) {
    double quantity = activity.get(fuel);
    boolean isGas = quantity > 0 && ours / quantity * 1e6 < 0.1;
    double scale = isGas ? 1e8 : 1e4;
    double per = isGas ? 1e9 : 1e6;
    double theirs = theirsByFuel.getOrDefault(fuel, 0.0);
    String factors =
        quantity == 0
            ? " | |"
            : String.format(
                Locale.ROOT, " %.3f | %.3f |", ours / quantity * per, theirs / quantity * per);
    return line(fuel, String.format(Locale.ROOT, "%.2f", quantity / scale), ours, theirs)
        + factors
        + "\n";
  }

  private static String line(String name, String quantity, double ours, double theirs) {
    String ratio = theirs == 0 ? "" : String.format(Locale.ROOT, "%.3f", ours / theirs);
    return String.format(
        Locale.ROOT, "| %s | %s | %.2f | %.2f | %s |", name, quantity, ours, theirs, ratio);
  }
}
