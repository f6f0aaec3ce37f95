package org.carbonbook.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.apache.commons.io.FileUtils;
import org.carbonbook.fixtures.LocalHttp;
import org.carbonbook.fixtures.PollUntil;
import org.carbonbook.fixtures.SampleLake;
import org.carbonbook.lake.Lake;
import org.carbonbook.lake.LakeSession;
import org.carbonbook.lake.WriteContext;
import org.carbonbook.mart.Releases;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A release that is switched, and one whose files are removed, while readers are connected. */
class ChangingLakeTest {

  /** Seconds of work, and the release that it was done on. */
  private static final String LONG =
      "select concat(min(current_release()), ' ', count(*) > 0) from carbon_footprint a"
          + " cross join carbon_footprint b cross join (select * from carbon_footprint limit 8) c";

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  @TempDir Path folder;

  @Test
  void aQueryKeepsItsReleaseAndTheNextHasTheNewOne() throws Exception {
    SampleLake sample = SampleLake.get();
    assertThat(sample.run().exitCode()).as(sample.run().err()).isZero();
    Path copy = sample.copyTo(folder.resolve("lake"));
    int health = ServeProcess.freePort();
    try (ServeProcess server =
            ServeProcess.start(
                folder, Path.of("conf"), copy, "--open", "--health-port", "" + health);
        Connection before = server.connect("ana", "");
        Connection after = server.connect("bo", "")) {
      String old = first(after, "select current_release()");
      CompletableFuture<String> running =
          CompletableFuture.supplyAsync(
              () -> {
                try {
                  return first(before, LONG);
                } catch (SQLException e) {
                  throw new CompletionException(e);
                }
              });
      Thread.sleep(500);
      Lake lake = Lake.open(() -> LakeSession.open("test"), copy.toUri().toString());
      new Releases(lake).rollback(old, new WriteContext("run-test", Integer.MAX_VALUE, "test"));
      PollUntil.holds(PATIENCE, () -> !first(after, "select current_release()").equals(old));
      assertThat(first(after, "select current_release()")).isNotEqualTo(old);
      assertThat(running.get(120, TimeUnit.SECONDS)).isEqualTo(old + " true");
      assertThat(first(before, "select current_release()")).isNotEqualTo(old);

      FileUtils.deleteDirectory(copy.resolve("core").toFile());
      FileUtils.deleteDirectory(copy.resolve("ops").toFile());
      assertThat(first(after, "select count(*) > 0 from growth")).isEqualTo("true");
      assertThatThrownBy(() -> first(after, "select count(*) from core.meter_day where kwh > 1"))
          .isInstanceOf(SQLException.class)
          .hasMessageNotContaining("\n")
          .hasMessageNotContaining(copy.toString());
      PollUntil.holds(PATIENCE, () -> !LocalHttp.get(health, "/ready").body().equals("ready\n"));
      assertThat(LocalHttp.get(health, "/ready").body())
          .isEqualTo("the lake cannot be read; an older release is shown\n");
    }
  }

  private static String first(Connection connection, String statement) throws SQLException {
    try (Statement jdbc = connection.createStatement();
        ResultSet rows = jdbc.executeQuery(statement)) {
      assertThat(rows.next()).isTrue();
      return rows.getString(1);
    }
  }
}
