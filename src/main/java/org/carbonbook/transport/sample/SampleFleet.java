package org.carbonbook.transport.sample;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.zip.GZIPOutputStream;

/**
 * Writes a made-up fleet of sixty vehicles with the logs of 2015, in which every defect occurs that
 * a ledger knows, a made-up travel survey, and the list of the defects. The same seed gives the
 * same bytes.
 */
public final class SampleFleet {

  private static final long SEED = 20150101;
  private static final double MILLION_KM = 1_000_000;
  private static final double NEARLY_ROUND_KM = 985_000;

  private final Map<String, FleetYear> years = new LinkedHashMap<>();
  private final Map<String, FleetVehicle> vehicles = new LinkedHashMap<>();

  /** Makes the fleet. */
  public SampleFleet() {
    Random random = new Random(SEED);
    make(FleetVehicle.Kind.DIESEL_BUS, 12, random);
    make(FleetVehicle.Kind.GAS_BUS, 8, random);
    make(FleetVehicle.Kind.ELECTRIC_BUS, 4, random);
    make(FleetVehicle.Kind.GAS_TAXI, 3, random);
    make(FleetVehicle.Kind.TAXI, 5, random);
    make(FleetVehicle.Kind.CAR, 8, random);
    make(FleetVehicle.Kind.PLUG_IN_CAR, 1, random);
    make(FleetVehicle.Kind.ELECTRIC_CAR, 1, random);
    make(FleetVehicle.Kind.VAN, 8, random);
    make(FleetVehicle.Kind.TRUCK, 6, random);
    make(FleetVehicle.Kind.SWEEPER, 4, random);
    new FleetDefects(years::get).putIn();
  }

  private void make(FleetVehicle.Kind kind, int count, Random random) {
    for (int i = 1; i <= count; i++) {
      String id = "%s%02d".formatted(kind.prefix, i);
      String standard =
          kind.fuel.equals("electricity") ? "" : i == count ? "NO DATA" : i % 2 == 0 ? "III" : "V";
      boolean isGasBus = kind == FleetVehicle.Kind.GAS_BUS;
      double startKm = id.equals("TP01") ? NEARLY_ROUND_KM : 20_000 + random.nextInt(230_000);
      FleetVehicle vehicle =
          new FleetVehicle(id, kind, isGasBus && i < count ? "III" : standard, startKm);
      vehicles.put(id, vehicle);
      years.put(id, new FleetYear(vehicle, random, MILLION_KM, id.equals("VP01")).drive());
    }
  }

  /**
   * Writes the fleet.
   *
   * @param folder receives the files; {@code truth/fleet_defects.csv} lists the rows with a defect
   * @return the number of rows of logs
   */
  public long write(Path folder) {
    try {
      Files.createDirectories(folder.resolve("truth"));
      Files.writeString(folder.resolve("vehicles.csv"), registry());
      Files.writeString(folder.resolve("travel_survey-2015.csv"), survey());
      Files.writeString(folder.resolve("source.yaml"), SIDECAR);
      List<String> truth = new ArrayList<>(List.of("file,line,quantity,odometer"));
      long rows =
          log(
              folder.resolve("odometers-2015.csv"),
              "vehicle_id,time,odometer,event",
              year -> year.odometers,
              FleetRow::odometerLine,
              truth);
      rows +=
          log(
              folder.resolve("fuel_cards-2015.csv.gz"),
              "card,vehicle_id,time,product,quantity,unit,price,amount,odometer,station,full",
              year -> year.fills,
              FleetRow::fuelLine,
              truth);
      rows +=
          log(
              folder.resolve("vehicle_charging-2015.csv"),
              "vehicle_id,start,end,kwh,station",
              year -> year.sessions,
              FleetRow::chargingLine,
              truth);
      Files.write(folder.resolve("truth/fleet_defects.csv"), truth);
      return rows;
    } catch (IOException e) {
      throw new UncheckedIOException(folder + ": " + e.getMessage(), e);
    }
  }

  private long log(
      Path file,
      String header,
      Function<FleetYear, List<FleetRow>> rows,
      Function<FleetRow, String> line,
      List<String> truth)
      throws IOException {
    List<FleetRow> all = new ArrayList<>();
    years.values().forEach(year -> all.addAll(rows.apply(year)));
    // By time and not by vehicle, as a station prints them; every 97th row comes late.
    all.sort(
        Comparator.comparing((FleetRow row) -> row.time).thenComparing(row -> row.vehicle.id()));
    for (int i = 97; i < all.size(); i += 97) {
      all.add(Math.min(all.size() - 1, i + 40), all.remove(i));
    }
    StringBuilder text = new StringBuilder(header).append('\n');
    for (int i = 0; i < all.size(); i++) {
      FleetRow row = all.get(i);
      text.append(line.apply(row)).append('\n');
      boolean isClean =
          row.expected.equals("used") && List.of("", "used").contains(row.expectedOdometer);
      if (!isClean) {
        truth.add(
            String.join(
                ",",
                file.getFileName().toString(),
                String.valueOf(i + 2),
                row.expected,
                row.expectedOdometer));
      }
    }
    try (OutputStream raw = Files.newOutputStream(file);
        OutputStream out = file.toString().endsWith(".gz") ? new GZIPOutputStream(raw) : raw) {
      out.write(text.toString().getBytes(StandardCharsets.UTF_8));
    }
    return all.size();
  }

  private String registry() {
    StringBuilder text =
        new StringBuilder(
            "vehicle_id,vehicle_class,fuel,drive,standard,seats,owner_type,operator,depot,card,"
                + "odometer_unit,odometer_max,tank,valid_from\n");
    for (FleetVehicle vehicle : vehicles.values()) {
      FleetVehicle.Kind kind = vehicle.kind();
      text.append(
              String.join(
                  ",",
                  vehicle.id(),
                  kind.vehicleClass,
                  kind.fuel,
                  kind.drive,
                  vehicle.standard(),
                  kind.seats == 0 ? "NO DATA" : String.valueOf(kind.seats),
                  kind.ownerType,
                  "咸宁" + kind.depot + "车队",
                  kind.depot,
                  vehicle.card(),
                  vehicle.id().equals("VP01") ? "mile" : "km",
                  vehicle.id().equals("VP01") ? "" : "999999",
                  kind.tank == 0 ? "" : String.valueOf((int) kind.tank),
                  "2012-01-01"))
          .append('\n');
    }
    for (String id : List.of("GP90", "GP91")) {
      text.append(id)
          .append(",car,gasoline,ice,V,5,government,咸宁机关车队,机关,K-SHARED,km,999999,60,2014-06-01\n");
    }
    return text.toString();
  }

  private static String survey() {
    return """
        region,year,survey,mode,share_percent,km_per_trip
        421200,2015,made-up household survey,walk,24.5,1.1
        421200,2015,made-up household survey,bicycle,6.5,2.6
        421200,2015,made-up household survey,e_bike,17.0,3.9
        421200,2015,made-up household survey,public_transport,32.0,6.4
        421200,2015,made-up household survey,taxi,4.0,5.2
        421200,2015,made-up household survey,car,13.0,8.8
        421200,2015,made-up household survey,motorcycle,3.0,5.5
        """;
  }

  private static final String SIDECAR =
      """
      publisher: carbonbook
      edition: made-up fleet of 2015
      citation: Generated for carbonbook by its command sample; names and figures are made up.
      licence: CC0-1.0
      region: "421200"
      origin: assumed
      """;
}
