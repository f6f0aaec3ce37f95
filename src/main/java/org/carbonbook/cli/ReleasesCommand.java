package org.carbonbook.cli;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.carbonbook.job.JobRunner;
import org.carbonbook.job.RunListener;
import org.carbonbook.lake.Lake;
import org.carbonbook.mart.Release;
import org.carbonbook.mart.Releases;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code releases}: lists the releases, and rolls back to an older one. */
@Command(
    name = "releases",
    mixinStandardHelpOptions = true,
    description =
        "List the releases; 'releases rollback R' makes an older one current again, 'releases verify' checks them.",
    footer = {
      "",
      "Examples:",
      "  carbonbook releases",
      "  carbonbook releases rollback R3",
      "  carbonbook releases verify"
    })
final class ReleasesCommand implements Callable<Integer> {

  @ParentCommand private Carbonbook carbonbook;
  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    Releases all = new Releases(carbonbook.workspace().openLake());
    List<Release> releases = all.listReleases();
    long oldestKept = all.oldestKept();
    TextTable table = new TextTable("release", "published at (UTC)", "kind", "run", "tables", "");
    for (Release release : releases) {
      boolean current = release.number() == releases.get(releases.size() - 1).number();
      table.row(
          release.id(),
          release.publishedAt(),
          release.rollbackOf() == null ? "publish" : "rollback to " + release.rollbackOf(),
          release.run(),
          release.tables().size(),
          current ? "current" : release.number() < oldestKept ? "no longer kept" : "");
    }
    table.print(spec.commandLine().getOut());
    return Carbonbook.DONE;
  }

  @Command(
      name = "verify",
      mixinStandardHelpOptions = true,
      description =
          "Check that the ledger is what was published, and that no log of a released table was changed.")
  int verify() {
    List<String> wrong = new Releases(carbonbook.workspace().openLake()).verify();
    if (wrong.isEmpty()) {
      spec.commandLine().getOut().println("every release is as it was published");
      return Carbonbook.DONE;
    }
    wrong.forEach(line -> spec.commandLine().getErr().println("carbonbook: " + line));
    return Carbonbook.FAILED;
  }

  @Command(
      name = "rollback",
      mixinStandardHelpOptions = true,
      description = "Publish the tables of an older release again, as a new release.")
  int rollback(@Parameters(paramLabel = "R", description = "The older release.") String id) {
    Lake lake = carbonbook.workspace().openLake();
    JobRunner runner =
        new JobRunner(
            lake,
            carbonbook.workspace().configuration(),
            carbonbook.workspace().landing(),
            new RunListener() {});
    Release release = runner.rollback(id, Duration.ofMinutes(1));
    spec.commandLine()
        .getOut()
        .printf("%s is current and shows the tables of %s%n", release.id(), release.rollbackOf());
    return Carbonbook.DONE;
  }
}
