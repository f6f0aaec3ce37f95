package org.carbonbook.lake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.hdfs.MiniDFSCluster;
import org.carbonbook.cli.CommandRun;
import org.carbonbook.fixtures.LakeBytes;
import org.carbonbook.fixtures.SampleLake;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Lake and landing folder on HDFS: the same marts, the same second run, the same lock. The whole
 * nightly job: {@code mvn test -Dtest=HdfsLakeTest -Dtest.excludedGroups=none}.
 */
class HdfsLakeTest {

  @TempDir static Path folder;
  private static MiniDFSCluster hdfs;
  private static String uri;

  @BeforeAll
  static void fillTheLandingFolder() throws IOException {
    Configuration conf = new Configuration();
    conf.set(MiniDFSCluster.HDFS_MINIDFS_BASEDIR, folder.resolve("hdfs").toString());
    hdfs = new MiniDFSCluster.Builder(conf).numDataNodes(1).build();
    hdfs.waitActive();
    uri = hdfs.getURI().toString();
    FileSystem files = hdfs.getFileSystem();
    for (File each : Path.of("sample-data").toFile().listFiles()) {
      files.copyFromLocalFile(
          new org.apache.hadoop.fs.Path(each.toURI()),
          new org.apache.hadoop.fs.Path("/landing/" + each.getName()));
    }
  }

  @AfterAll
  static void stop() {
    if (hdfs != null) {
      hdfs.shutdown(true);
    }
  }

  @Test
  void meterJobGivesTheBytesOfALocalLakeAndLeavesNoLock() throws IOException {
    String[] meterJob = {
      "--only",
      "archive",
      "--only",
      "meters",
      "--only",
      "buildings",
      "--only",
      "mart.meter_conservation"
    };
    LakeBytes there = LakeBytes.ofMarts(runOnHdfs("/meters", meterJob), hdfs.getConfiguration(0));
    assertThat(there.tables().get("meter_conservation"))
        .isNotEmpty()
        .isEqualTo(localMarts().tables().get("meter_conservation"));
    CommandRun again = run("/meters", "--only", "archive", "--only", "meters");
    assertThat(again.err()).contains("archive: nothing new", "meters: nothing new");
    assertThat(hdfs.getFileSystem().exists(path("/meters/ops/lock.json"))).isFalse();
    CommandRun status = CommandRun.of("--lake", uri + "/meters", "status", "run-1");
    assertThat(status.out()).contains("meters", "DONE");
  }

  @Test
  @Tag("slow")
  void nightlyJobGivesTheBytesOfALocalLakeAndPublishes() throws IOException {
    LakeBytes there = LakeBytes.ofMarts(runOnHdfs("/lake"), hdfs.getConfiguration(0));
    assertThat(there).isEqualTo(localMarts());
    assertThat(there.tables()).hasSizeGreaterThan(15);
    assertThat(run("/lake").err()).contains("nothing new, the release is unchanged");
    assertThat(CommandRun.of("--lake", uri + "/lake", "releases").out()).contains("R1");
  }

  private static org.apache.hadoop.fs.Path runOnHdfs(String lake, String... parts) {
    CommandRun run = run(lake, parts);
    assertThat(run.exitCode()).as(run.err()).isZero();
    return path(lake);
  }

  private static LakeBytes localMarts() throws IOException {
    assertThat(SampleLake.get().run().err()).contains("published R1");
    return LakeBytes.ofMarts(SampleLake.get().folder());
  }

  private static CommandRun run(String lake, String... parts) {
    return CommandRun.of(
        Stream.concat(
                Stream.of("--landing", uri + "/landing", "--lake", uri + lake, "run", "nightly"),
                Stream.of(parts))
            .toArray(String[]::new));
  }

  private static org.apache.hadoop.fs.Path path(String name) {
    return new org.apache.hadoop.fs.Path(uri + name);
  }
}
