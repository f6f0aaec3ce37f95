package org.carbonbook.meter.sample;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;

/**
 * Writes made-up meter logs with every defect the engines know, and the truth beside them: {@code
 * meters.csv}, {@code buildings.csv}, {@code readings-NN.csv} and, in {@code truth/}, the energy of
 * each meter and each defect put in. The same seed gives the same bytes.
 */
public final class SampleLogs {

  private static final LocalDate FIRST_DAY = LocalDate.of(2024, 1, 1);
  private static final int METERS_PER_FILE = 100;

  private final int meters;
  private final int days;
  private final long seed;
  private final Defects defects;

  /** Whether logs hold defects. */
  public enum Defects {
    NONE,
    EVERY_KIND
  }

  /**
   * What to write.
   *
   * @throws IllegalArgumentException when there would be nothing to write
   */
  public SampleLogs(int meters, int days, long seed, Defects defects) {
    if (meters < 1 || days < 1) {
      throw new IllegalArgumentException(
          "%d meters and %d days make no log: give at least 1 of each".formatted(meters, days));
    }
    this.meters = meters;
    this.days = days;
    this.seed = seed;
    this.defects = defects;
  }

  /** Writes all files below a folder and returns how many readings there are. */
  public long write(Path folder) {
    try {
      Files.createDirectories(folder.resolve("truth"));
      try (Writer registry = writer(folder, "meters.csv");
          Writer buildings = writer(folder, "buildings.csv");
          Writer energy = writer(folder, "truth/energy.truth");
          Writer truth = writer(folder, "truth/defects.truth");
          Writer late = writer(folder, "readings-late.csv")) {
        late.write("meter_id,timestamp,value,quality\n");
        registry.write(
            "meter_id,building_id,energy_kind,reading,unit,multiplier,register_digits,time_zone,"
                + "stamp,interval_minutes,parent_meter_id,valid_from,valid_to,resets\n");
        buildings.write(
            "building_id,name,use_type,area_m2,valid_from,valid_to,region,year_built\n");
        energy.write("meter_id,quantity\n");
        truth.write("meter_id,kind,from_utc,to_utc\n");
        return write(folder, new Writers(registry, buildings, energy, truth, late));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(folder + ": " + e.getMessage(), e);
    }
  }

  private record Writers(
      Writer registry, Writer buildings, Writer energy, Writer truth, Writer late) {}

  private long write(Path folder, Writers writers) throws IOException {
    long readings = 0;
    for (int first = 0; first < meters; first += METERS_PER_FILE) {
      String name = "readings-%03d.csv".formatted(first / METERS_PER_FILE);
      try (Writer log = writer(folder, name)) {
        log.write("meter_id,timestamp,value,quality\n");
        int end = Math.min(first + METERS_PER_FILE, meters);
        for (int meter = first; meter < end; meter++) {
          readings += write(meter, writers, log);
        }
      }
    }
    return readings;
  }

  private long write(int number, Writers writers, Writer log) throws IOException {
    SampleMeter meter =
        new SampleMeter(number, FIRST_DAY, days, new Random(seed * 1_000_003L + number));
    if (defects == Defects.EVERY_KIND) {
      new SampleDefects(meter).spoil();
    }
    List<String> late =
        meter.rows(defects == Defects.EVERY_KIND ? meter.late() : List.<SampleMeter.Reading>of());
    List<String> rows = meter.rows(meter.readings);
    put(rows, log);
    put(late, writers.late());
    writers.registry().write(meter.registryRow() + "\n");
    if (!meter.buildingRow().isEmpty()) {
      writers.buildings().write(meter.buildingRow() + "\n");
    }
    writers.energy().write("%s,%s%n".formatted(meter.id(), meter.energy()).replace("\r", ""));
    for (String truth : meter.truth()) {
      writers.truth().write(truth + "\n");
    }
    return (long) rows.size() + late.size();
  }

  private static void put(List<String> rows, Writer log) throws IOException {
    for (String row : rows) {
      log.write(row);
      log.write('\n');
    }
  }

  private static Writer writer(Path folder, String name) throws IOException {
    return Files.newBufferedWriter(folder.resolve(name), StandardCharsets.UTF_8);
  }
}
