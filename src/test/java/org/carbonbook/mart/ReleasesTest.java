package org.carbonbook.mart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.spark.sql.RowFactory;
import org.carbonbook.lake.ColumnDefinition;
import org.carbonbook.lake.Lake;
import org.carbonbook.lake.LakeSession;
import org.carbonbook.lake.TableDefinition;
import org.carbonbook.lake.WriteContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A release is a list of table versions that never changes; a rollback is a release of its own. */
class ReleasesTest {

  private static final String PEOPLE = "mart.people";
  private static final String CARBON = "mart.carbon";

  @TempDir private Path folder;
  private Lake lake;
  private Releases releases;
  private int run;

  @BeforeEach
  void open() {
    lake = Lake.open(() -> LakeSession.open("tests"), folder.toString());
    releases = new Releases(lake);
  }

  @Test
  void tablesThatShowTheSameRowsArePublishedOnce() {
    write(PEOPLE, 1);
    assertThat(publish(PEOPLE)).map(Release::id).contains("R1");
    assertThat(publish(PEOPLE)).isEmpty();
    write(PEOPLE, 2);
    assertThat(publish(PEOPLE)).map(Release::tables).contains(sorted(Map.of(PEOPLE, 1L)));
    assertThat(releases.listReleases()).extracting(Release::id).containsExactly("R1", "R2");
    assertThat(releases.verify()).isEmpty();
  }

  @Test
  void tablesOfOtherJobsStayAsTheyWerePublished() {
    write(PEOPLE, 1);
    write(CARBON, 1);
    publish(PEOPLE, CARBON);
    write(PEOPLE, 2);
    write(CARBON, 2);
    Optional<Release> second = releases.publish(List.of(CARBON), Set.of(PEOPLE), writing());
    assertThat(second).map(Release::tables).contains(sorted(Map.of(PEOPLE, 0L, CARBON, 1L)));
  }

  @Test
  void aRollbackShowsTheTablesOfAnOlderReleaseAgain() {
    write(PEOPLE, 1);
    publish(PEOPLE);
    write(PEOPLE, 2);
    publish(PEOPLE);
    Release back = releases.rollback("R1", writing());
    assertThat(back.id()).isEqualTo("R3");
    assertThat(back.rollbackOf()).isEqualTo("R1");
    assertThat(releases.findCurrent()).map(Release::tables).contains(sorted(Map.of(PEOPLE, 0L)));
    assertThat(publish(PEOPLE)).as("nothing is new since R2").isEmpty();
  }

  @Test
  void anUnknownReleaseListsThoseThatExist() {
    write(PEOPLE, 1);
    publish(PEOPLE);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> releases.getRelease("R7"))
        .withMessageContaining("R7")
        .withMessageContaining("R1");
  }

  private Optional<Release> publish(String... tables) {
    return releases.publish(List.of(tables), Set.of(), writing());
  }

  private void write(String table, long value) {
    lake.table(table).replaceRows(List.of(RowFactory.create(value)), definition(table), writing());
  }

  private WriteContext writing() {
    run++;
    return new WriteContext("run-" + run, run, "tests");
  }

  private static SortedMap<String, Long> sorted(Map<String, Long> tables) {
    return new TreeMap<>(tables);
  }

  private static TableDefinition definition(String table) {
    return new TableDefinition(
        table,
        "数",
        "figures",
        List.of("value"),
        List.of(),
        List.of(new ColumnDefinition("value", "bigint", "值", "value")),
        null,
        null,
        Map.of(),
        null);
  }
}
