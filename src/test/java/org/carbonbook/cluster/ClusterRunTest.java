package org.carbonbook.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.carbonbook.fixtures.CarbonbookProcess;
import org.carbonbook.fixtures.LakeBytes;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code mvn -Pcluster verify}: the nightly job on a master and two workers gives the marts of the
 * embedded run, byte for byte, and a worker that dies does not change them.
 */
@Tag("slow")
@Tag("cluster")
class ClusterRunTest {

  @TempDir static Path folder;
  private static LakeBytes embedded;

  @BeforeAll
  static void runEmbedded() throws Exception {
    CarbonbookProcess.Ended run =
        CarbonbookProcess.at(Path.of("").toAbsolutePath())
            .run("--lake", folder.resolve("embedded").toString(), "run", "nightly");
    assertThat(run.exitCode()).as(run.err()).isZero();
    embedded = LakeBytes.ofMarts(folder.resolve("embedded"));
    assertThat(embedded.tables()).hasSizeGreaterThan(15);
  }

  @Test
  void twoWorkersGiveTheSameBytes() throws Exception {
    Path logs = Files.createDirectory(folder.resolve("two"));
    try (StandaloneCluster cluster = StandaloneCluster.start(logs, 2)) {
      cluster.run(logs.resolve("run.log"), nightly("lake-of-two"));
    }
    assertThat(Files.readString(logs.resolve("run.log"))).contains("published R1");
    assertThat(LakeBytes.ofMarts(folder.resolve("lake-of-two"))).isEqualTo(embedded);
  }

  @Test
  void workersThatDieInTheMiddleChangeNothing() throws Exception {
    Path logs = Files.createDirectory(folder.resolve("dying"));
    Path log = logs.resolve("run.log");
    try (StandaloneCluster cluster = StandaloneCluster.start(logs, 2)) {
      Process run = cluster.submit(log, nightly("lake-of-dying"));
      StandaloneCluster.await(log, "] yearbook");
      Thread.sleep(2000);
      // The worker and its one executor.
      assertThat(cluster.kill(0)).isEqualTo(2);
      cluster.addWorker();
      StandaloneCluster.await(log, "] meters");
      Thread.sleep(1000);
      assertThat(cluster.kill(1)).isEqualTo(2);
      StandaloneCluster.end(run, log);
    }
    assertThat(Files.readString(log)).contains("published R1").contains("Lost executor");
    assertThat(LakeBytes.ofMarts(folder.resolve("lake-of-dying"))).isEqualTo(embedded);
  }

  private static String[] nightly(String lake) {
    return new String[] {
      "--landing",
      Path.of("sample-data").toAbsolutePath().toUri().toString(),
      "--lake",
      folder.resolve(lake).toUri().toString(),
      "run",
      "nightly"
    };
  }
}
