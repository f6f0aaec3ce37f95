package org.carbonbook.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.carbonbook.fixtures.SampleLake;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The stock Hive JDBC driver on a real {@code serve} process. */
class ServeTest {

  @TempDir static Path folder;
  private static ServeProcess server;
  private static String url;

  @BeforeAll
  static void publishAndServe() throws IOException {
    SampleLake lake = SampleLake.get();
    assertThat(lake.run().exitCode()).as(lake.run().err()).isZero();
    server = ServeProcess.start(folder, Path.of("conf"), lake.folder(), "--open");
    url = server.url();
    assertThat(server.firstLine()).contains("serving R1");
  }

  @AfterAll
  static void stop() {
    if (server != null) {
      server.close();
    }
  }

  @Test
  void readsRows() throws SQLException {
    try (Connection connection = DriverManager.getConnection(url, "", "");
        ResultSet rows =
            connection
                .createStatement()
                .executeQuery(
                    "select region_name, scope1_t from mart.carbon_footprint_total"
                        + " where region_code = '420000' order by scope1_t")) {
      assertThat(rows.next()).isTrue();
      assertThat(rows.getString(1)).isEqualTo("湖北");
      assertThat(rows.getDouble(2)).isGreaterThan(2e8);
    }
  }

  @Test
  void metadataListsMartsColumnsTypesAndComments() throws SQLException {
    try (Connection connection = DriverManager.getConnection(url, "", "")) {
      List<String> tables = new ArrayList<>();
      try (ResultSet marts = connection.getMetaData().getTables(null, "mart", "%", null)) {
        while (marts.next()) {
          tables.add(marts.getString("TABLE_NAME"));
        }
      }
      assertThat(tables).contains("carbon_footprint", "carbon_footprint_total", "energy_structure");
      TreeMap<String, String> comments = new TreeMap<>();
      try (ResultSet columns =
          connection.getMetaData().getColumns(null, "mart", "carbon_footprint", "%")) {
        while (columns.next()) {
          comments.put(
              columns.getString("COLUMN_NAME") + ":" + columns.getString("TYPE_NAME"),
              columns.getString("REMARKS"));
        }
      }
      assertThat(comments).containsKey("co2_t:DOUBLE");
      assertThat(comments.get("region_code:STRING")).contains("地区代码").contains("Region");
    }
  }
}
