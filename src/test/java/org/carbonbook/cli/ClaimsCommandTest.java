package org.carbonbook.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.carbonbook.statistics.claim.NamedSeries;
import org.carbonbook.statistics.claim.SeriesSource;
import org.carbonbook.statistics.growth.PriceBasis;
import org.carbonbook.statistics.series.TimeSeries;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class ClaimsCommandTest {

  private static final String CLAIMS =
      """
      claims:
        - {id: c1, sentence: it doubled, series: output, kind: growth, said: 100 %, from: 2000, to: 2002}
      """;

  @TempDir Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void theSentencesAboutXianning() {
    assertThat(claims("--file", "conf/claims/xianning-low-carbon-2012.yaml"))
        .isEqualTo(Carbonbook.DONE);
    assertThat(out.toString())
        .contains(",current,holds,0.21990307418218347,")
        .contains(
            "\"does not follow, not independent\",0.28523192624803606,compound over 4 intervals,")
        .contains("94.70 % in 2009")
        .contains("nearest reading 57.6 % simple mean over 3 intervals");
  }

  @Test
  void seriesFromACsvFile() throws IOException {
    String series =
        file(
            "s.csv",
            "series,year,value,price_basis\noutput,2000,5,current\noutput,2002,10,current\n");
    assertThat(claims("--file", file("c.yaml", CLAIMS), "--input", series))
        .isEqualTo(Carbonbook.DONE);
    assertThat(out.toString())
        .contains(
            "c1,it doubled,output,growth,100 %,current,holds,1,total change over 2 intervals");
  }

  @Test
  void seriesFromAStandingSource() throws IOException {
    TimeSeries values = TimeSeries.of(new double[] {2000, 2002}, new double[] {5, 9}).get();
    SeriesSource source =
        () ->
            List.of(new NamedSeries("output", Optional.of("421200"), PriceBasis.current(), values));
    CommandLine command = command(new ClaimsCommand(() -> source));
    assertThat(command.execute("--file", file("c.yaml", CLAIMS))).isEqualTo(Carbonbook.DONE);
    assertThat(out.toString()).contains("does not follow,0.8,total change over 2 intervals");
  }

  @Test
  void aSeriesThatDoesNotExistIsAnswered() throws IOException {
    assertThat(claims("--file", file("c.yaml", CLAIMS))).isEqualTo(Carbonbook.DONE);
    assertThat(out.toString()).contains("not assessed,,,,,\"there is no series 'output'");
  }

  @Test
  void wrongFilesFailInOneLine() throws IOException {
    assertThat(claims("--file", file("c.yaml", "claims: {}"))).isEqualTo(Carbonbook.FAILED);
    assertThat(err.toString()).contains("c.yaml has no list 'claims'");
    String series = file("s.csv", "series,year,value\noutput,2000,five\n");
    assertThat(claims("--file", file("c.yaml", CLAIMS), "--input", series))
        .isEqualTo(Carbonbook.FAILED);
    assertThat(err.toString()).contains("s.csv:2: value is 'five', not a number");
    assertThat(claims("--file", "no.yaml")).isEqualTo(Carbonbook.USAGE);
    assertThat(err.toString()).contains("no.yaml");
    assertThat(claims()).isEqualTo(Carbonbook.USAGE);
  }

  private int claims(String... args) {
    return command(new ClaimsCommand()).execute(args);
  }

  private CommandLine command(ClaimsCommand claims) {
    return new CommandLine(claims)
        .setExecutionExceptionHandler(new ErrorPrinter())
        .setOut(new PrintWriter(out))
        .setErr(new PrintWriter(err));
  }

  private String file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text).toString();
  }
}
