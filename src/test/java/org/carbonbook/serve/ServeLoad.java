package org.carbonbook.serve;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.apache.commons.io.FileUtils;
import org.carbonbook.cli.CommandRun;
import org.carbonbook.lake.Lake;
import org.carbonbook.lake.LakeSession;
import org.carbonbook.lake.WriteContext;
import org.carbonbook.mart.Releases;

/**
 * Users who ask a {@code serve} at once, each on a connection of its own, mixed queries one after
 * the other: one user, many users, many users beside a cross join while the release is switched,
 * and the same on DuckDB over the release's Parquet. docs/BENCHMARKS.md has the command.
 */
final class ServeLoad {

  /** Each %d is another number each time, so that no answer is known from before. */
  private static final List<String> QUERIES =
      List.of(
          "select region_name, year, scope1_t, scope2_t from carbon_footprint_total order by 1, 2",
          "select sector, sum(co2e_t) from carbon_footprint where region_code = '420000' group by sector order by 2 desc",
          "select year, fuel, sum(co2e_t) from carbon_footprint group by year, fuel order by 1, 2",
          "select * from growth limit 100",
          "select count(*) from trend where n > %d",
          "select mk_test, count(*), avg(sen_slope) from trend where n >= %d group by mk_test",
          "select t.region_name, g.* from growth g join carbon_footprint_total t on g.region_code = t.region_code limit %d",
          "select * from energy_structure where year > %d order by 1 limit 50",
          "select region_code, max(scope1_t) - %d from carbon_footprint_total group by region_code",
          "select building_id, sum(kwh) from building_energy_monthly group by building_id order by 2 desc limit %d");

  private static final String CROSS_JOIN =
      "select sum(a.co2e_t * b.co2e_t * c.co2e_t) from carbon_footprint a cross join carbon_footprint b"
          + " cross join carbon_footprint c";

  private static final PrintWriter OUT = new PrintWriter(System.out, true, StandardCharsets.UTF_8);

  /** Opens a connection for a user. */
  private interface Door {
    Connection open(String user) throws SQLException;
  }

  private ServeLoad() {}

  /** Arguments: a lake (a copy of it is served), users, seconds of each phase. */
  public static void main(String[] args) throws Exception {
    int users = Integer.parseInt(args[1]);
    int seconds = Integer.parseInt(args[2]);
    Path folder = Files.createTempDirectory("serve-load");
    Path copy = folder.resolve("lake");
    FileUtils.copyDirectory(Path.of(args[0]).toFile(), copy.toFile());
    Path parquet = folder.resolve("parquet");
    CommandRun export =
        CommandRun.of("--lake", copy.toString(), "export", parquet.toString(), "--to", "parquet");
    require(export.exitCode() == 0, export.err());
    OUT.println("| who | beside | queries | errors | median | p95 | max | memory |");
    OUT.println("| --- | --- | ---: | ---: | ---: | ---: | ---: | --- |");
    try (ServeProcess server = ServeProcess.start(folder, Path.of("conf"), copy, "--open")) {
      require(server.firstLine() != null, server.log());
      Door door = user -> server.connect(user, "");
      long process = server.handle().pid();
      ask("warming up", "", 1, seconds / 3, door, process);
      ask("1 user", "", 1, seconds, door, process);
      ask(users + " users", "", users, seconds, door, process);
      Thread heavy = new Thread(() -> crossJoin(door));
      heavy.setDaemon(true);
      heavy.start();
      Thread switcher = new Thread(() -> switchRelease(copy, seconds));
      switcher.start();
      ask(users + " users", "a cross join and a switch", users, seconds, door, process);
      switcher.join();
    }
    String files = parquet.toString();
    try (Connection duck = DriverManager.getConnection("jdbc:duckdb:")) {
      readParquet(duck, files);
      Door door = user -> ((org.duckdb.DuckDBConnection) duck).duplicate();
      ask("1 user", "DuckDB in the process", 1, seconds, door, 0);
      ask(users + " users", "DuckDB in the process", users, seconds, door, 0);
    }
    FileUtils.deleteDirectory(folder.toFile());
    System.exit(0);
  }

  private static void ask(
      String who, String beside, int users, int seconds, Door door, long process) throws Exception {
    long end = System.nanoTime() + seconds * 1_000_000_000L;
    List<Double> millis = Collections.synchronizedList(new ArrayList<>());
    AtomicInteger errors = new AtomicInteger();
    String before = memory(process);
    List<Thread> threads = new ArrayList<>();
    for (int user = 0; user < users; user++) {
      int seed = user;
      threads.add(new Thread(() -> ask(door, seed, end, millis, errors)));
    }
    threads.forEach(Thread::start);
    for (Thread thread : threads) {
      thread.join();
    }
    require(!millis.isEmpty(), "no query ended within %d s".formatted(seconds));
    Collections.sort(millis);
    OUT.printf(
        "| %s | %s | %d in %d s | %d | %.0f ms | %.0f ms | %.0f ms | %s → %s |%n",
        who,
        beside,
        millis.size(),
        seconds,
        errors.get(),
        millis.get(millis.size() / 2),
        millis.get(millis.size() * 95 / 100),
        millis.get(millis.size() - 1),
        before,
        memory(process));
  }

  private static void ask(
      Door door, int seed, long end, List<Double> millis, AtomicInteger errors) {
    Random random = new Random(seed);
    try (Connection connection = door.open("user" + seed);
        Statement statement = connection.createStatement()) {
      while (System.nanoTime() < end) {
        String query = QUERIES.get(random.nextInt(QUERIES.size()));
        long clock = System.nanoTime();
        try (ResultSet rows = statement.executeQuery(query.formatted(1 + random.nextInt(1000)))) {
          while (rows.next()) {
            rows.getString(1);
          }
          millis.add((System.nanoTime() - clock) / 1e6);
        } catch (SQLException e) {
          errors.incrementAndGet();
          OUT.println(query + ": " + e.getMessage());
        }
      }
    } catch (SQLException e) {
      errors.incrementAndGet();
      OUT.println(e.getMessage());
    }
  }

  private static void crossJoin(Door door) {
    try (Connection connection = door.open("heavy");
        Statement statement = connection.createStatement()) {
      statement.execute(CROSS_JOIN);
      OUT.println("the cross join ended");
    } catch (SQLException e) {
      OUT.println("the cross join: " + e.getMessage());
    }
  }

  /** In the middle of the phase the first release is current again, as a release of its own. */
  private static void switchRelease(Path copy, int seconds) {
    try {
      Thread.sleep(seconds * 500L);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return;
    }
    Lake lake = Lake.open(() -> LakeSession.open("load"), copy.toUri().toString());
    Releases releases = new Releases(lake);
    String first = releases.listKept().get(0).id();
    releases.rollback(first, new WriteContext("run-load", Integer.MAX_VALUE, "load"));
  }

  private static void readParquet(Connection duck, String folder) throws SQLException {
    try (Statement statement = duck.createStatement();
        Stream<Path> files = Files.walk(Path.of(folder))) {
      for (Path file : files.filter(each -> each.toString().endsWith(".parquet")).toList()) {
        String name = file.getFileName().toString().replaceFirst("^mart\\.|\\.parquet$", "");
        statement.execute(
            "create view %s as select * from read_parquet('%s')"
                .formatted(name.replace(".parquet", ""), file));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String memory(long process) throws IOException {
    if (process == 0) {
      return "";
    }
    return Files.readAllLines(Path.of("/proc", "" + process, "status")).stream()
        .filter(line -> line.startsWith("VmRSS"))
        .map(line -> line.replaceAll("\\D", ""))
        .map(kb -> "%.2f GB".formatted(Long.parseLong(kb) / 1048576.0))
        .findFirst()
        .orElse("?");
  }

  private static void require(boolean well, String otherwise) {
    if (!well) {
      throw new IllegalStateException(otherwise);
    }
  }
}
