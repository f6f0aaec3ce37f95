package org.carbonbook.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.core.impl.Log4jLogEvent;
import org.apache.logging.log4j.core.layout.PatternLayout;
import org.apache.logging.log4j.message.SimpleMessage;
import org.apache.logging.log4j.util.SortedArrayStringMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The JSON pattern gives one valid object a line, whatever is logged. */
class LogPatternTest {

  private static final String PATTERN = "appender.json.layout.pattern";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "plain",
        "with \"quotes\" and \\ backslash",
        "two\nlines\r\nand a\ttab",
        "煤合计 ≥ 0 \u0001 \u001f",
        "%m {} ${sys:user.home}"
      })
  void aLineIsOneObject(String message) throws IOException {
    SortedArrayStringMap context = new SortedArrayStringMap();
    Map.of("mdc.run", "run-7", "mdc.step", "mart.\"odd\"", "fields", ",\"event\":\"x\",\"read\":3")
        .forEach(context::putValue);
    Log4jLogEvent event =
        Log4jLogEvent.newBuilder()
            .setLoggerName("org.carbonbook.run")
            .setLevel(Level.WARN)
            .setMessage(new SimpleMessage(message))
            .setThrown(new IllegalStateException("of \"" + message + "\""))
            .setContextData(context)
            .build();
    String line = layout().toSerializable(event);
    assertThat(line.strip().lines()).hasSize(1);
    JsonNode object = new ObjectMapper().readTree(line);
    assertThat(object.path("message").asText()).isEqualTo(message);
    assertThat(object.path("run").asText()).isEqualTo("run-7");
    assertThat(object.path("step").asText()).isEqualTo("mart.\"odd\"");
    assertThat(object.path("read").asInt()).isEqualTo(3);
    assertThat(object.path("error").asText()).startsWith("java.lang.IllegalStateException: of \"");
  }

  @Test
  void aClusterLogsTheSameLines() throws IOException {
    Properties cluster = new Properties();
    try (InputStream in = Files.newInputStream(Path.of("conf/cluster/log4j2.properties"))) {
      cluster.load(in);
    }
    assertThat(cluster.getProperty(PATTERN)).isEqualTo(embedded().getProperty(PATTERN));
  }

  private static PatternLayout layout() throws IOException {
    return PatternLayout.newBuilder()
        .withPattern(embedded().getProperty(PATTERN))
        .withAlwaysWriteExceptions(false)
        .build();
  }

  private static Properties embedded() throws IOException {
    Properties properties = new Properties();
    try (InputStream in = RunLog.class.getResourceAsStream("/log4j2.properties")) {
      properties.load(in);
    }
    return properties;
  }
}
