package org.carbonbook.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** {@code mvn -Pcluster verify}: the artifact for spark-submit holds what Spark lacks, no more. */
@Tag("slow")
@Tag("cluster")
class ClusterArtifactTest {

  @Test
  void noClassIsInTheInstallationToo() throws Exception {
    Set<String> ours = classes(StandaloneCluster.ARTIFACT);
    List<String> twice = new ArrayList<>();
    List<Path> jars = SparkHome.get().listJars();
    for (Path jar : jars) {
      classes(jar).stream().filter(ours::contains).forEach(c -> twice.add(jar + ": " + c));
    }
    assertThat(jars).hasSizeGreaterThan(150);
    assertThat(ours)
        .contains("org/carbonbook/cli/Carbonbook.class", "io/delta/tables/DeltaTable.class");
    assertThat(twice).isEmpty();
  }

  /** A step's freshness follows from its class files, so laptop and cluster must have the same. */
  @Test
  void ourClassesAreTheSameBytesAsInTheEmbeddedRun() throws IOException {
    try (ZipFile artifact = new ZipFile(StandaloneCluster.ARTIFACT.toFile());
        ZipFile embedded = new ZipFile("target/carbonbook.jar")) {
      int compared = 0;
      for (String name : classes(Path.of("target/carbonbook.jar"))) {
        assertThat(bytes(artifact, name)).as(name).isEqualTo(bytes(embedded, name));
        compared++;
      }
      assertThat(compared).isGreaterThan(500);
    }
  }

  private static byte[] bytes(ZipFile jar, String name) throws IOException {
    return jar.getInputStream(jar.getEntry(name)).readAllBytes();
  }

  private static Set<String> classes(Path jar) throws IOException {
    Set<String> names = new HashSet<>();
    try (ZipFile zip = new ZipFile(jar.toFile())) {
      for (Enumeration<? extends ZipEntry> all = zip.entries(); all.hasMoreElements(); ) {
        String name = all.nextElement().getName();
        if (name.endsWith(".class") && !name.endsWith("module-info.class")) {
          names.add(name);
        }
      }
    }
    return names;
  }
}
