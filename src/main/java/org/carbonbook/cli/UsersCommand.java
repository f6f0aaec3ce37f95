package org.carbonbook.cli;

import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.Callable;
import org.carbonbook.serve.ServeSettings;
import org.carbonbook.serve.access.Users;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code users}: who may connect to {@code serve}. */
@Command(
    name = "users",
    mixinStandardHelpOptions = true,
    description = "List, add and remove those who may connect to 'serve'.",
    footer = {
      "",
      "Examples:",
      "  carbonbook users",
      "  carbonbook users add ana --role analyst",
      "  carbonbook users add ana --role analyst < password-file",
      "  carbonbook users remove ana"
    })
final class UsersCommand implements Callable<Integer> {

  @ParentCommand private Carbonbook carbonbook;
  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    TextTable table = new TextTable("user", "role");
    users().roles().forEach(table::row);
    table.print(spec.commandLine().getOut());
    return Carbonbook.DONE;
  }

  @Command(
      name = "add",
      mixinStandardHelpOptions = true,
      description =
          "Add a user, or change a password or role. The password is asked for, or read from the first line of standard input.")
  int add(
      @Parameters(paramLabel = "NAME", description = "The user.") String name,
      @Option(
              names = "--role",
              defaultValue = "analyst",
              description = "A role of conf/serve.yaml (default: ${DEFAULT-VALUE}).")
          String role) {
    ServeSettings settings = settings();
    if (!settings.roles().containsKey(role)) {
      throw new IllegalArgumentException(
          "no role %s in serve.yaml; there is %s".formatted(role, settings.roles().keySet()));
    }
    char[] password = password();
    users().put(name, role, password);
    Arrays.fill(password, ' ');
    spec.commandLine().getOut().printf("%s may connect as %s%n", name, role);
    return Carbonbook.DONE;
  }

  @Command(
      name = "remove",
      mixinStandardHelpOptions = true,
      description = "Remove a user; open connections stay until they end.")
  int remove(@Parameters(paramLabel = "NAME", description = "The user.") String name) {
    users().remove(name);
    spec.commandLine().getOut().printf("%s may connect no longer%n", name);
    return Carbonbook.DONE;
  }

  private Users users() {
    return Users.read(Path.of(settings().users()));
  }

  private ServeSettings settings() {
    return ServeSettings.read(carbonbook.workspace().configuration().resolve(""));
  }

  @SuppressWarnings(
      "SystemConsoleNull") // This is Java 17; there it distinguishes a terminal from a pipe.
  private static char[] password() {
    Console console = System.console();
    if (console != null) {
      char[] first = console.readPassword("Password: ");
      char[] second = console.readPassword("Again: ");
      if (first == null || !Arrays.equals(first, second)) {
        throw new IllegalArgumentException("the two passwords differ");
      }
      return first;
    }
    try {
      String line =
          new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)).readLine();
      return line == null ? new char[0] : line.toCharArray();
    } catch (IOException e) {
      throw new UncheckedIOException("standard input cannot be read", e);
    }
  }
}
