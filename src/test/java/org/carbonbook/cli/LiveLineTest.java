package org.carbonbook.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a terminal shows while a run is at work. */
class LiveLineTest {

  @Test
  void saysStagesRowsAndTheTimeThatIsLeft() {
    assertThat(LiveLine.text("b", 3.2, "stage 7 1/4", 12_000, Map.of("b", 10.0, "c", 5.0)))
        .isEqualTo("      b: 3 s of about 10, stage 7 1/4, 12,000 rows, up to 12 s remaining");
    assertThat(LiveLine.text("b", 3.2, "", 0, Map.of("b", -1.0, "c", 5.0)))
        .isEqualTo("      b: 3 s");
  }

  @Test
  void printsTheStepAtWorkAndClearsTheLine() throws InterruptedException {
    StringWriter screen = new StringWriter();
    LiveLine line = new LiveLine(new PrintWriter(screen));
    line.planned(Map.of("archive", 8.0));
    line.stepStarted("archive", 1, 1, 8.0);
    Thread.sleep(1200);
    line.ended(null);
    assertThat(screen.toString()).contains("      archive: 1 s of about 8").endsWith("\r\033[K");
  }
}
