package org.carbonbook.serve;

import java.io.PrintWriter;
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

/**
 * Users who ask a running {@code serve} at once: each opens a connection and asks mixed queries,
 * one after the other. Prints median, p95 and errors. docs/BENCHMARKS.md has the commands.
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

  private ServeLoad() {}

  /**
   * Arguments: the URL, users, seconds, {@code cross-join} for one beside, the process whose memory
   * is printed, or 0.
   */
  public static void main(String[] args) throws Exception {
    int users = Integer.parseInt(args[1]);
    long end = System.nanoTime() + Long.parseLong(args[2]) * 1_000_000_000L;
    List<Double> millis = Collections.synchronizedList(new ArrayList<>());
    AtomicInteger errors = new AtomicInteger();
    List<Thread> threads = new ArrayList<>();
    for (int user = 0; user < users; user++) {
      int seed = user;
      threads.add(new Thread(() -> ask(args[0], seed, end, millis, errors)));
    }
    if (args.length > 3 && args[3].equals("cross-join")) {
      Thread heavy = new Thread(() -> crossJoin(args[0]));
      heavy.setDaemon(true);
      heavy.start();
    }
    memory(args, "before");
    threads.forEach(Thread::start);
    for (Thread thread : threads) {
      thread.join();
    }
    Collections.sort(millis);
    OUT.printf(
        "%d users: %d queries, %d errors, median %.0f ms, p95 %.0f ms, max %.0f ms%n",
        users,
        millis.size(),
        errors.get(),
        millis.get(millis.size() / 2),
        millis.get(millis.size() * 95 / 100),
        millis.get(millis.size() - 1));
    memory(args, "after");
    System.exit(0);
  }

  private static void ask(
      String url, int seed, long end, List<Double> millis, AtomicInteger errors) {
    Random random = new Random(seed);
    try (Connection connection = DriverManager.getConnection(url, "user" + seed, "");
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

  private static void crossJoin(String url) {
    try (Connection connection = DriverManager.getConnection(url, "heavy", "");
        Statement statement = connection.createStatement()) {
      statement.execute(CROSS_JOIN);
      OUT.println("the cross join ended");
    } catch (SQLException e) {
      OUT.println("the cross join: " + e.getMessage());
    }
  }

  private static void memory(String[] args, String when) throws Exception {
    if (args.length > 4 && !args[4].equals("0")) {
      Files.readAllLines(Path.of("/proc", args[4], "status")).stream()
          .filter(line -> line.startsWith("VmRSS"))
          .forEach(line -> OUT.println(when + ": " + line));
    }
  }
}
