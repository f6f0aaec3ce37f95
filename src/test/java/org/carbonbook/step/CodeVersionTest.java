package org.carbonbook.step;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A step's code version covers every class that the step reaches, wherever the class lies. */
class CodeVersionTest {

  static List<Step> steps() {
    return Domain.list().stream()
        .flatMap(domain -> domain.steps(new Configuration(Path.of("conf"))).stream())
        .collect(Collectors.toMap(Step::getClass, step -> step, (one, other) -> one))
        .values()
        .stream()
        .toList();
  }

  @ParameterizedTest
  @MethodSource("steps")
  void aChangedClassOfAnyRoomMakesTheStepStale(Step step) {
    String root = step.getClass().getName();
    String before = CodeVersion.of(step.getClass());
    Map<String, String> oneByRoom = new TreeMap<>();
    CodeVersion.reachedFrom(step.getClass())
        .forEach(name -> oneByRoom.merge(room(name), name, (a, b) -> a.compareTo(b) < 0 ? a : b));

    assertThat(oneByRoom).containsKeys(room(root), room(Step.class.getName()));
    oneByRoom
        .values()
        .forEach(
            changed ->
                assertThat(CodeVersion.of(root, new WithChange(changed)))
                    .as("code of %s with a changed %s", step.name(), changed)
                    .isNotEqualTo(before));
    assertThat(CodeVersion.of(root, new WithChange("org.carbonbook.cli.Carbonbook")))
        .as("a class that the step does not reach")
        .isEqualTo(before);
  }

  @Test
  void theArithmeticOfADecompositionIsReachedFromItsStep() {
    assertThat(reachedFrom("decomposition"))
        .anyMatch(name -> name.endsWith(".LmdiOne"))
        .anyMatch(name -> name.endsWith(".ExactSum"))
        .anyMatch(name -> name.endsWith(".IdentityParser"));
  }

  @Test
  void theEnginesOfMetersAreReachedFromTheirStep() {
    assertThat(reachedFrom("meters"))
        .anyMatch(name -> name.endsWith(".RegisterEngine"))
        .anyMatch(name -> name.endsWith(".IntervalEngine"));
  }

  private static List<String> reachedFrom(String step) {
    Class<?> root =
        steps().stream()
            .filter(each -> each.name().equals(step))
            .findFirst()
            .orElseThrow()
            .getClass();
    return Stream.of(CodeVersion.reachedFrom(root)).flatMap(java.util.Set::stream).toList();
  }

  private static String room(String name) {
    return name.substring(0, name.lastIndexOf('.'));
  }

  /** The class files as they are, but for one. */
  private static final class WithChange extends CodeFiles {

    private static final Map<String, Optional<byte[]>> FILES = new ConcurrentHashMap<>();

    private final String changed;

    WithChange(String changed) {
      super(CodeVersionTest.class.getClassLoader());
      this.changed = changed.replace('.', '/');
    }

    @Override
    Optional<byte[]> read(String path) throws IOException {
      Optional<byte[]> bytes = FILES.get(path);
      if (bytes == null) {
        bytes = super.read(path);
        FILES.put(path, bytes);
      }
      return path.equals(changed) ? bytes.map(all -> Arrays.copyOf(all, all.length + 1)) : bytes;
    }
  }
}
