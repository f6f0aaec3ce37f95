package org.carbonbook.lake;

import static org.apache.spark.sql.functions.col;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

/** The weakest input decides the origin of a figure, in Java as in Spark. */
class OriginTest {

  @Test
  void weakestInputDecides() {
    assertThat(Origin.ofComputed(List.of(Origin.PRINTED, Origin.PRINTED)))
        .isEqualTo(Origin.COMPUTED);
    assertThat(Origin.ofComputed(List.of(Origin.ASSUMED, Origin.PRINTED, Origin.ESTIMATED)))
        .isEqualTo(Origin.ASSUMED);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Origin.of("guessed"))
        .withMessage("origin: guessed is not one of printed, computed, estimated, assumed");
  }

  @Test
  void sparkAggregatesAlike() {
    Row row =
        LakeSession.open("tests")
            .sql("SELECT * FROM VALUES ('printed', 'printed'), ('estimated', 'printed') t(a, b)")
            .agg(
                Origin.ofComputed(col("a")),
                Origin.weakest(col("a")),
                Origin.ofComputed(col("b")),
                Origin.weakest(col("b")))
            .first();
    assertThat(row.mkString(" ")).isEqualTo("estimated estimated computed printed");
  }
}
