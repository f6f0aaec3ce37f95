package org.carbonbook.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.carbonbook.job.JobRunner;
import org.carbonbook.notice.Notice;
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
    footer = {"", "Examples:", "  carbonbook notices", "  carbonbook notices --severity ERROR"})
final class NoticesCommand implements Callable<Integer> {

  @ParentCommand private Carbonbook carbonbook;
  @Spec private CommandSpec spec;

  @Option(
      names = "--severity",
      paramLabel = "S",
      description = "Print only this severity: INFO, WARNING or ERROR.")
  private Severity severity;

  @Override
  public Integer call() {
    List<Notice> notices = JobRunner.listNotices(carbonbook.workspace().openLake());
    TextTable table = new TextTable("severity", "code", "place", "message and remedy");
    notices.stream()
        .filter(notice -> severity == null || notice.severity() == severity)
        .forEach(
            n -> table.row(n.severity(), n.code(), n.place(), n.message() + "\n-> " + n.remedy()));
    table.print(spec.commandLine().getOut());
    return Carbonbook.DONE;
  }
}
