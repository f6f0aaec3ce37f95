package org.carbonbook.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import org.carbonbook.job.JobRunner;
import org.carbonbook.notice.Notice;
import org.carbonbook.notice.NoticeReport;
import org.carbonbook.notice.Severity;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code notices}: the notices that are in force for the lake. */
@Command(
    name = "notices",
    mixinStandardHelpOptions = true,
    description = "Print the notices in force: what is wrong with the data, where, and what to do.",
    footer = {
      "",
      "Examples:",
      "  carbonbook notices",
      "  carbonbook notices --severity ERROR --format csv"
    })
final class NoticesCommand implements Callable<Integer> {

  @ParentCommand private Carbonbook carbonbook;
  @Spec private CommandSpec spec;

  @Option(
      names = "--severity",
      paramLabel = "S",
      description = "Print only this severity: INFO, WARNING or ERROR.")
  private Severity severity;

  @Option(
      names = "--format",
      paramLabel = "F",
      defaultValue = "table",
      description = "How to print them: table, csv, json, or the name of a report of your own.")
  private String format;

  @Override
  public Integer call() throws IOException {
    NoticeReport report = NoticeReport.get(format);
    List<Notice> notices = JobRunner.listNotices(carbonbook.workspace().openLake());
    PrintWriter out = spec.commandLine().getOut();
    report.print(
        notices.stream()
            .filter(notice -> severity == null || notice.severity() == severity)
            .toList(),
        out);
    out.flush();
    return Carbonbook.DONE;
  }
}
