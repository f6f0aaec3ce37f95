package org.carbonbook.factor.set;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.carbonbook.conf.NearestNames;
import org.carbonbook.factor.file.FactorFiles;
import org.carbonbook.factor.file.FactorFindings;
import org.carbonbook.factor.file.FactorNotice;
import org.carbonbook.factor.file.FuelMapping;
import org.carbonbook.factor.file.GasRow;
import org.carbonbook.factor.file.HeatReader;
import org.carbonbook.factor.file.HeatRow;
import org.carbonbook.factor.file.PrintedLint;
import org.carbonbook.factor.value.EmissionFactor;
import org.carbonbook.factor.value.Fuel;
import org.carbonbook.factor.value.FuelList;
import org.carbonbook.factor.value.PublishedFactor;
import org.carbonbook.factor.value.SectorGroup;
import org.carbonbook.factor.value.Validity;

/** Turns a factor set's names of tables and rows into the factors themselves. */
public final class EmissionFactorResolver {
  private static final double TJ_PER_TCE = PrintedLint.TJ_PER_TCE.doubleValue();
  private static final double KG_PER_T = 1000;
  private static final double GJ_PER_TJ = 1000;
  private static final String WORLD = "world";
  private static final String CHINA = "CN";

  /** Flag of biomass, which the footprint treats by a rule of its own. */
  private static final String BIOGENIC = "biogenic";

  private final FactorFiles files;
  private final FuelList fuels;
  private final NcvFinder ncvs;
  private final FactorFindings findings;

  public EmissionFactorResolver(FactorFiles files, FuelList fuels, FactorFindings findings) {
    this.files = files;
    this.fuels = fuels;
    this.ncvs = new NcvFinder(files);
    this.findings = findings;
  }

  public List<EmissionFactor> emissionFactors(FactorSet set) {
    List<EmissionFactor> factors = new ArrayList<>();
    Set<String> mapped = new HashSet<>();
    for (FuelMapping mapping : mapping(set, set.co2Fuels())) {
      List<EmissionFactor> co2 = co2(set, mapping);
      if (!mapped.add(mapping.fuel())) {
        duplicate(mapping);
      } else {
        factors.addAll(co2);
        co2.forEach(f -> factors.addAll(otherGases(set, f)));
      }
    }
    fuels.fuels().stream()
        .filter(f -> f.isFuel() && !mapped.contains(f.fuel()))
        .forEach(f -> unmapped(set, f));
    factors.addAll(heat(set));
    return factors;
  }

  private List<FuelMapping> mapping(FactorSet set, String name) {
    List<FuelMapping> rows = files.mappings().get(name);
    if (rows == null) {
      findings.add(
          FactorNotice.FACTOR_ROW_UNKNOWN,
          "conf/factor-sets.yaml:sets." + set.name(),
          "no mapping conf/factors/" + name + ".csv",
          "Nearest: " + NearestNames.of(name, files.mappings().keySet()));
      return List.of();
    }
    return rows;
  }

  private static void duplicate(FuelMapping mapping) {
    mapping
        .place()
        .note(
            FactorNotice.FACTOR_KEY_DUPLICATE,
            "fuel " + mapping.fuel() + " is mapped twice",
            "keep one row per fuel");
  }

  private void unmapped(FactorSet set, Fuel fuel) {
    findings.add(
        FactorNotice.FACTOR_FUEL_UNMAPPED,
        "conf/factors/" + set.co2Fuels() + ".csv",
        fuel.fuel() + " (" + fuel.zh() + ") has no row: its emission is not estimated",
        "add a line '" + fuel.fuel() + ",<table>,<row>,,,,'");
  }

  private List<EmissionFactor> co2(FactorSet set, FuelMapping mapping) {
    List<PublishedFactor> rows =
        files.published().getOrDefault(mapping.table(), List.of()).stream()
            .filter(r -> r.row().equals(mapping.row()))
            .toList();
    if (rows.isEmpty()) {
      unknownRow(mapping, mapping.table() + " " + mapping.row());
    }
    List<EmissionFactor> factors = new ArrayList<>();
    for (PublishedFactor row : rows) {
      List<NcvChoice> choices = ncvs.list(mapping, row);
      if (choices.isEmpty()) {
        unknownRow(mapping, "net calorific value in " + ncvPlace(mapping));
      }
      for (NcvChoice ncv : choices) {
        if (ncv.validity().overlaps(row.validity()) && meetsUnit(mapping, ncv)) {
          factors.add(co2(set, mapping, row, ncv));
        }
      }
      noteFlag(set, mapping, row);
    }
    return factors;
  }

  private static String ncvPlace(FuelMapping mapping) {
    return mapping.hasOwnNcvSource()
        ? mapping.ncvTable() + " " + mapping.ncvRow()
        : mapping.table() + " " + mapping.row();
  }

  private static void unknownRow(FuelMapping mapping, String what) {
    mapping
        .place()
        .note(
            FactorNotice.FACTOR_ROW_UNKNOWN,
            mapping.fuel() + ": no " + what,
            "name a table of conf/factors and a key of its column row");
  }

  private boolean meetsUnit(FuelMapping mapping, NcvChoice ncv) {
    String unit = fuels.find(mapping.fuel()).map(Fuel::unit).orElse("");
    if (ncv.activityUnit().equals(unit)) {
      return true;
    }
    mapping
        .place()
        .note(
            FactorNotice.FACTOR_UNIT_MISMATCH,
            mapping.fuel() + " is counted in " + unit + ", its NCV is in " + ncv.unit(),
            "name a row with an NCV per " + unit + " in ncv_table and ncv_row");
    return false;
  }

  private static void noteFlag(FactorSet set, FuelMapping mapping, PublishedFactor row) {
    if (row.flag() != null && !row.flag().equals(BIOGENIC)) {
      mapping
          .place()
          .note(
              FactorNotice.FACTOR_FLAGGED,
              set.name() + " " + mapping.fuel() + ": " + row.flag() + ": " + row.note(),
              "nothing to do; to use another row, change the mapping");
    }
  }

  private EmissionFactor co2(
      FactorSet set, FuelMapping mapping, PublishedFactor row, NcvChoice ncv) {
    double perTj = row.carbonContentTcPerTj() * row.oxidation() * 44 / 12;
    double ef = ncv.tjPerUnit() * row.carbonContentTcPerTj() * row.oxidation() * 44 / 12;
    Validity validity = row.validity().and(ncv.validity()).and(set.validity());
    Fuel fuel = fuels.find(mapping.fuel()).orElseThrow();
    return new EmissionFactor(
        set.name(),
        1,
        fuel.fuel(),
        fuel.zh(),
        fuel.en(),
        "CO2",
        SectorGroup.ALL.code(),
        ncv.ncv(),
        ncv.unit(),
        ncv.tjPerUnit(),
        ncv.source(),
        ncv.activityUnit(),
        row.carbonContentTcPerTj(),
        row.oxidation(),
        perTj * 1000,
        ef,
        "tCO2/" + ncv.activityUnit(),
        TJ_PER_TCE * perTj,
        row.printedEf(),
        row.printedEfUnit(),
        region(row.table()),
        validity.from(),
        validity.to(),
        row.source(),
        row.table(),
        row.row(),
        row.sourceFile(),
        row.sourceLine(),
        row.flag(),
        row.note(),
        mapping.takenFrom(),
        mapping.reason());
  }

  private static String region(String table) {
    return table.startsWith("ipcc") ? WORLD : CHINA;
  }

  private List<EmissionFactor> otherGases(FactorSet set, EmissionFactor co2) {
    List<EmissionFactor> factors = new ArrayList<>();
    if (set.gasTable() == null) {
      return factors;
    }
    Optional<FuelMapping> mapping =
        mapping(set, set.gasFuels()).stream().filter(m -> m.fuel().equals(co2.fuel())).findFirst();
    List<GasRow> rows = files.gases().getOrDefault(set.gasTable(), List.of());
    for (GasRow row : rows) {
      if (mapping.isPresent() && row.row().equals(mapping.get().row())) {
        factors.add(otherGas(set, co2, row, row.group(), mapping.get()));
        row.group()
            .findEngines()
            .ifPresent(
                group ->
                    factors.add(
                        otherGas(
                            set,
                            co2,
                            findMobile(set, co2.fuel(), row.gas(), group).orElse(row),
                            group,
                            mapping.get())));
      }
    }
    return factors;
  }

  /** The row of engines for a fuel; a fuel without one is burnt in engines as in boilers. */
  private Optional<GasRow> findMobile(FactorSet set, String fuel, String gas, SectorGroup group) {
    return files.mobileGases().getOrDefault(set.mobileTable(), List.of()).stream()
        .filter(row -> row.row().equals(fuel) && row.gas().equals(gas) && row.group() == group)
        .findFirst();
  }

  private EmissionFactor otherGas(
      FactorSet set, EmissionFactor co2, GasRow row, SectorGroup group, FuelMapping mapping) {
    Validity validity =
        row.validity().and(new Validity(co2.validFrom(), co2.validTo())).and(set.validity());
    return new EmissionFactor(
        set.name(),
        1,
        co2.fuel(),
        co2.fuelZh(),
        co2.fuelEn(),
        row.gas(),
        group.code(),
        co2.ncv(),
        co2.ncvUnit(),
        co2.ncvTjPerUnit(),
        co2.ncvSource() == null ? co2.sourceTable() + " " + co2.sourceRow() : co2.ncvSource(),
        co2.activityUnit(),
        null,
        null,
        row.kgPerTj(),
        co2.ncvTjPerUnit() * row.kgPerTj() / 1000,
        "t" + row.gas() + "/" + co2.activityUnit(),
        TJ_PER_TCE * row.kgPerTj() / 1000,
        null,
        null,
        region(row.table()),
        validity.from(),
        validity.to(),
        row.source(),
        row.table(),
        row.row(),
        row.place().file(),
        row.place().line(),
        row.place().textOrNull("flag"),
        row.place().textOrNull("note"),
        null,
        mapping.reason());
  }

  private List<EmissionFactor> heat(FactorSet set) {
    if (set.heatTable() == null) {
      return List.of();
    }
    List<HeatRow> rows =
        files.heats().getOrDefault(set.heatTable(), List.of()).stream()
            .filter(r -> r.row().equals(set.heatRow()))
            .toList();
    Optional<Fuel> fuel = fuels.find("heat");
    if (rows.isEmpty() || fuel.isEmpty()) {
      findings.add(
          FactorNotice.FACTOR_ROW_UNKNOWN,
          "conf/factor-sets.yaml:sets." + set.name(),
          "no row "
              + set.heatRow()
              + " in conf/factors/"
              + set.heatTable()
              + ".csv, or no fuel heat",
          "name a row that exists, or leave heat out: purchased heat is then not estimated");
      return List.of();
    }
    return rows.stream().map(r -> heat(set, fuel.get(), r)).toList();
  }

  private static EmissionFactor heat(FactorSet set, Fuel fuel, HeatRow row) {
    Validity validity = row.validity().and(set.validity());
    return new EmissionFactor(
        set.name(),
        2,
        fuel.fuel(),
        fuel.zh(),
        fuel.en(),
        "CO2",
        SectorGroup.ALL.code(),
        null,
        null,
        null,
        null,
        fuel.unit(),
        null,
        null,
        row.tPerGj() * KG_PER_T * GJ_PER_TJ,
        row.tPerGj(),
        HeatReader.UNIT,
        TJ_PER_TCE * (row.tPerGj() * KG_PER_T * GJ_PER_TJ) / KG_PER_T,
        row.tPerGj(),
        HeatReader.UNIT,
        CHINA,
        validity.from(),
        validity.to(),
        row.source(),
        row.table(),
        row.row(),
        row.place().file(),
        row.place().line(),
        row.place().textOrNull("flag"),
        row.place().textOrNull("note"),
        null,
        null);
  }
}
