package org.carbonbook.attribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Set;
import org.carbonbook.decomposition.identity.Identity;
import org.carbonbook.decomposition.method.ExactSum;
import org.carbonbook.decomposition.method.LmdiOne;
import org.carbonbook.decomposition.method.Method;
import org.carbonbook.step.CodeVersion;
import org.junit.jupiter.api.Test;

/** A change of the arithmetic makes the decomposition step stale. */
class DecompositionCodeTest {

  private final Set<String> reached = CodeVersion.reachedFrom(DecompositionStep.class);

  @Test
  void theKernelBelongsToTheCodeOfTheStep() {
    assertThat(reached)
        .contains(
            LmdiOne.class.getName(),
            ExactSum.class.getName(),
            Identity.class.getName(),
            Identity.class.getPackageName() + ".IdentityParser");
  }

  @Test
  void everyRegisteredMethodBelongsToTheCodeOfTheStep() {
    assertThat(reached)
        .containsAll(
            Arrays.stream(Method.values()).map(m -> m.effects().getClass().getName()).toList());
  }
}
