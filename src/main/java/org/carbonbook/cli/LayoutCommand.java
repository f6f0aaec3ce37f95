package org.carbonbook.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.carbonbook.yearbook.grid.GridReader;
import org.carbonbook.yearbook.read.ReadingHints;
import org.carbonbook.yearbook.read.YearbookReader;
import org.carbonbook.yearbook.suggest.LabelDraft;
import org.carbonbook.yearbook.suggest.LayoutDraft;
import org.carbonbook.yearbook.suggest.LayoutSuggester;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code layout}: help with tables that no layout fits. */
@Command(
    name = "layout",
    mixinStandardHelpOptions = true,
    description = "Draft a layout for a new table, and check which tables of a folder are known.",
    footer = {
      "",
      "Examples:",
      "  carbonbook layout suggest ~/yearbooks/water-use.xls",
      "  carbonbook layout check ~/yearbooks"
    })
final class LayoutCommand implements Runnable {

  @ParentCommand private Carbonbook carbonbook;
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getErr());
  }

  @Command(
      name = "check",
      mixinStandardHelpOptions = true,
      description =
          "Print for each sheet of a folder whether it is recognised, unmapped, ambiguous, unknown"
              + " or refused.")
  int check(
      @Parameters(paramLabel = "FOLDER", description = "A folder of table files, or one file.")
          Path folder)
      throws IOException {
    PreviewFiles tables =
        new PreviewFiles(YearbookReader.load(conf()), new ReadingHints(null, null));
    FolderTable found = new FolderTable();
    for (Path file : PreviewFiles.list(folder)) {
      boolean isFile = file.equals(folder);
      found.add(isFile ? file : folder.relativize(file), tables.read(file));
    }
    found.table().print(out());
    out().println();
    out().println(found.summary());
    out().flush();
    return found.isGood() ? Carbonbook.DONE : Carbonbook.FAILED;
  }

  @Command(
      name = "suggest",
      mixinStandardHelpOptions = true,
      description = "Draft layout and crosswalk of a table, and show how it would be read by them.",
      footer = {
        "",
        "Without --out nothing is written. Codes are filled in only where a label is known; the"
            + " draft lists what is open."
      })
  int suggest(
      @Parameters(paramLabel = "FILE", description = "An .xls, .xlsx or .csv file.") Path file,
      @Option(
              names = "--name",
              paramLabel = "NAME",
              description = "The name of the layout (default: the file's name).")
          String name,
      @Option(
              names = "--out",
              paramLabel = "DIR",
              description =
                  "A configuration folder to write to: DIR/layouts/NAME.yaml and DIR/crosswalks.")
          Path target)
      throws IOException {
    String layout = name == null ? nameOf(file) : name;
    LayoutDraft draft =
        new LayoutSuggester(conf()).suggest(file.toString(), Files.readAllBytes(file), layout);
    print(draft);
    preview(draft, file);
    if (target != null) {
      write(draft, target);
      out().println("written below " + target);
    }
    out().flush();
    return Carbonbook.DONE;
  }

  private static String nameOf(Path file) {
    String stem =
        GridReader.stem(file.getFileName().toString())
            .toLowerCase(Locale.ROOT)
            .replaceAll("[^\\p{IsHan}a-z0-9]+", "-");
    return stem.replaceAll("^-|-$", "");
  }

  private void print(LayoutDraft draft) {
    out().println("# conf/layouts/" + draft.name() + ".yaml");
    out().println(draft.yaml());
    for (Map.Entry<String, String> file : draft.crosswalks().entrySet()) {
      boolean isNew = file.getValue().startsWith("#");
      out().println((isNew ? "# " : "# lines to add to ") + "conf/crosswalks/" + file.getKey());
      out().println(file.getValue());
    }
    TextTable labels = new TextTable("cell", "label", "meaning", "confidence", "nearest");
    for (LabelDraft label : draft.labels()) {
      labels.row(
          label.cell(),
          label.zh().isBlank() ? label.en() : label.zh(),
          label.known() == null ? "open" : label.known(),
          String.format(Locale.ROOT, "%.2f", label.confidence()),
          label.known() == null ? String.join(", ", label.nearest()) : "");
    }
    labels.print(out());
    draft.open().forEach(line -> out().println("open: " + line));
    out().println();
  }

  /** Reads the file by a copy of the configuration with the draft in it. */
  private void preview(LayoutDraft draft, Path file) throws IOException {
    Path copy = Files.createTempDirectory("carbonbook-layout");
    try {
      copy(conf(), copy);
      write(draft, copy);
      PreviewFiles tables =
          new PreviewFiles(YearbookReader.load(copy), new ReadingHints(null, null));
      new PreviewPrinter(out(), new PreviewFigures(out(), 1, 10))
          .print(file.toString(), tables.read(file));
    } finally {
      try (Stream<Path> files = Files.walk(copy)) {
        for (Path each : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(each);
        }
      }
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from, 2)) {
      for (Path file : files.toList()) {
        Path place = to.resolve(from.relativize(file).toString());
        if (Files.isDirectory(file)) {
          Files.createDirectories(place);
        } else {
          Files.copy(file, place);
        }
      }
    }
  }

  /** Writes the layout, new crosswalks, and lines at the end of those that are there. */
  private static void write(LayoutDraft draft, Path conf) throws IOException {
    Files.createDirectories(conf.resolve("layouts"));
    Files.createDirectories(conf.resolve("crosswalks"));
    Files.writeString(conf.resolve("layouts/" + draft.name() + ".yaml"), draft.yaml());
    for (Map.Entry<String, String> file : draft.crosswalks().entrySet()) {
      Path crosswalk = conf.resolve("crosswalks").resolve(file.getKey());
      if (file.getValue().startsWith("#")) {
        Files.writeString(crosswalk, file.getValue());
      } else {
        Files.writeString(
            crosswalk, file.getValue(), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
      }
    }
  }

  private Path conf() {
    return carbonbook.workspace().configuration().folder();
  }

  private PrintWriter out() {
    return spec.commandLine().getOut();
  }
}
