package org.carbonbook.building.baseline;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Row;
import org.carbonbook.building.RowGroups;
import scala.collection.Seq;

/** Meter-days, sorted by building, kind of energy, day and meter, to models, shapes and loads. */
final class BaselineFold implements MapPartitionsFunction<Row, BuildingFindings> {

  private static final long serialVersionUID = 1L;

  /** Hours of a day that may be missing for it to count as covered. */
  private static final double COVERED = 0.01;

  private final Broadcast<BaselineInputs> inputs;

  BaselineFold(Broadcast<BaselineInputs> inputs) {
    this.inputs = inputs;
  }

  @Override
  public Iterator<BuildingFindings> call(Iterator<Row> days) {
    BaselineInputs all = inputs.value();
    return new RowGroups<>(days, first -> new Gathered(all, first));
  }

  /** The days of one building and kind; meters of one day are added up. */
  private static final class Gathered implements RowGroups.Group<BuildingFindings> {
    private final BaselineInputs inputs;
    private final String building;
    private final String kind;
    private final List<Whole> days = new ArrayList<>();
    private LocalDate day;
    private String region;
    private double kwh;
    private boolean covered;
    private int meters;
    private double[] hours;

    /** A covered day: its use, its hours, and how many meters were added up. */
    private static final class Whole {
      final DayUse use;
      final double[] hours;
      final int meters;

      Whole(DayUse use, double[] hours, int meters) {
        this.use = use;
        this.hours = hours;
        this.meters = meters;
      }
    }

    Gathered(BaselineInputs inputs, Row first) {
      this.inputs = inputs;
      this.building = first.getAs("building_id");
      this.kind = first.getAs("energy_kind");
    }

    @Override
    public boolean holds(Row row) {
      return building.equals(row.getAs("building_id")) && kind.equals(row.getAs("energy_kind"));
    }

    @Override
    public void add(Row row) {
      LocalDate next = row.<java.sql.Date>getAs("day").toLocalDate();
      if (!next.equals(day)) {
        endDay();
        day = next;
        kwh = 0;
        covered = true;
        meters = 0;
        hours = new double[row.<Integer>getAs("hours")];
      }
      BaselineInputs.Counted meter = inputs.meter(row.getAs("meter_id"), building);
      if (meter == null) {
        return;
      }
      double share = row.<Double>getAs("measured_h") + row.<Double>getAs("estimated_h");
      covered &= share >= row.<Integer>getAs("hours") - COVERED;
      kwh += (row.<Double>getAs("measured") + row.<Double>getAs("estimated")) * meter.kwhFactor();
      region = meter.region();
      meters++;
      addHours(row.getAs("hour_quantity"), meter.kwhFactor());
    }

    private void addHours(Seq<Double> quantities, double factor) {
      for (int hour = 0; hour < hours.length; hour++) {
        Double value = hour < quantities.size() ? quantities.apply(hour) : null;
        hours[hour] += value == null ? Double.NaN : value * factor;
      }
    }

    private void endDay() {
      if (day != null && covered && meters > 0) {
        DayUse use =
            new DayUse(day, kwh, inputs.celsius(region, day), inputs.isWorkday(building, day));
        days.add(new Whole(use, hours, meters));
      }
    }

    /**
     * The results of all days on which every meter of the building has readings; the other days do
     * not describe the building.
     */
    @Override
    public BuildingFindings result() {
      endDay();
      int max = days.stream().mapToInt(whole -> whole.meters).max().orElse(0);
      List<DayUse> uses = new ArrayList<>();
      DayShapes shapes = new DayShapes();
      YearLoads loads = new YearLoads(inputs.rules());
      for (Whole whole : days) {
        if (whole.meters == max) {
          uses.add(whole.use);
          shapes.add(whole.use, whole.hours);
          loads.add(whole.use, whole.hours);
        }
      }
      Baselines found = new Baselines(new BuildingDays(uses, inputs.rules()));
      return new BuildingFindings(
          building,
          kind,
          found.baselines(inputs.events(building)),
          found.anomalies(),
          shapes.shapes(),
          loads.loads());
    }
  }
}
