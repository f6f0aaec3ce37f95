package org.carbonbook.toy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.carbonbook.intake.ClaimedFile;
import org.carbonbook.intake.ClaimedFiles;
import org.carbonbook.intake.FormatLibrary;
import org.carbonbook.lake.TableRows;
import org.carbonbook.notice.Notice;
import org.carbonbook.notice.NoticeCode;
import org.carbonbook.notice.Severity;
import org.carbonbook.source.SourceFiles;
import org.carbonbook.step.Configuration;
import org.carbonbook.step.Domain;
import org.carbonbook.step.InputKind;
import org.carbonbook.step.Step;
import org.carbonbook.step.StepContext;
import org.carbonbook.step.StepResult;

/** A whole domain in one package: a step, a table, a notice and a kind of input files. */
public final class ToyDomain implements Domain {

  static final InputKind TOYS = new InputKind("toys", "玩具", "Toys");

  @Override
  public String name() {
    return "toy";
  }

  @Override
  public List<Step> steps(Configuration configuration) {
    return List.of(new CountStep());
  }

  @Override
  public List<NoticeCode> notices() {
    return List.of(ToyNotice.values());
  }

  @Override
  public List<InputKind> inputs() {
    return List.of(TOYS);
  }

  /** The findings of the domain. */
  enum ToyNotice implements NoticeCode {
    TOY_FOUND;

    @Override
    public Severity severity() {
      return Severity.INFO;
    }

    @Override
    public String zh() {
      return "发现玩具";
    }

    @Override
    public String en() {
      return "A toy was found";
    }
  }

  /** Writes the toys of the received files. */
  static final class CountStep implements Step {

    @Override
    public String name() {
      return "toys";
    }

    @Override
    public List<String> reads() {
      return List.of(SourceFiles.TABLE);
    }

    @Override
    public List<String> writes() {
      return List.of("core.toy");
    }

    @Override
    public List<String> configuration() {
      return List.of(FormatLibrary.FOLDER);
    }

    @Override
    public StepResult run(StepContext context) {
      TableRows table = TableRows.of("core.toy");
      List<Row> rows = new ArrayList<>();
      List<Notice> notices = new ArrayList<>();
      for (Map<String, String> toy : read(context)) {
        double weightKg = Double.parseDouble(toy.get("weight_kg"));
        rows.add(table.row().set("toy", toy.get("toy")).set("weight_kg", weightKg).build());
        notices.add(
            Notice.of(ToyNotice.TOY_FOUND, toy.get("toy"), weightKg + " kg", "nothing to do"));
      }
      context.replace("core.toy", rows);
      return new StepResult(rows.size(), rows.size(), 0, 0, notices);
    }

    private static List<Map<String, String>> read(StepContext context) {
      FormatLibrary formats = FormatLibrary.read(context.configuration().folder());
      ClaimedFiles files = new ClaimedFiles(context, formats);
      List<Map<String, String>> toys = new ArrayList<>();
      try {
        for (ClaimedFile file : files.listCurrent(TOYS)) {
          toys.addAll(files.rows(file));
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      return toys;
    }
  }
}
