package org.carbonbook.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.unboundid.ldap.listener.InMemoryDirectoryServer;
import com.unboundid.ldap.listener.InMemoryDirectoryServerConfig;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.carbonbook.cli.CommandRun;
import org.carbonbook.fixtures.SampleLake;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real {@code serve} that asks a directory: configured in serve.yaml, reached over JDBC. */
class LdapLoginTest {

  private static final String PASSWORD = "correct horse battery";

  @TempDir static Path folder;

  @Test
  void aGroupOfTheDirectoryGivesTheRole() throws Exception {
    SampleLake sample = SampleLake.get();
    assertThat(sample.run().exitCode()).as(sample.run().err()).isZero();
    InMemoryDirectoryServer directory =
        new InMemoryDirectoryServer(new InMemoryDirectoryServerConfig("dc=example"));
    directory.add("dn: dc=example", "objectClass: domain", "dc: example");
    directory.add(
        "dn: uid=ana,dc=example",
        "objectClass: inetOrgPerson",
        "uid: ana",
        "cn: ana",
        "sn: ana",
        "userPassword: " + PASSWORD);
    directory.add(
        "dn: cn=city,dc=example",
        "objectClass: groupOfNames",
        "cn: city",
        "member: uid=ana,dc=example");
    directory.startListening();
    try (ServeProcess server =
        ServeProcess.start(folder, conf(directory.getListenPort(), "xianning"), sample.folder())) {
      assertThat(server.firstLine()).as(server.log()).contains("serving R");
      try (Connection connection = server.connect("Ana", PASSWORD);
          ResultSet rows =
              connection
                  .createStatement()
                  .executeQuery(
                      "select current_user(), max(region_code) from carbon_footprint_total")) {
        assertThat(rows.next()).isTrue();
        assertThat(rows.getString(1)).isEqualTo("ana");
        assertThat(rows.getString(2)).isEqualTo("421200");
        DatabaseMetaData metadata = connection.getMetaData();
        assertThat(metadata.getTables(null, "core", "%", null).next()).isFalse();
      }
      assertThatThrownBy(() -> server.connect("ana", "")).isInstanceOf(SQLException.class);
      assertThatThrownBy(() -> server.connect("ana", "wrong")).isInstanceOf(SQLException.class);
    } finally {
      directory.shutDown(true);
    }
    CommandRun wrong =
        CommandRun.of(
            "--conf",
            conf(389, "nobody").toString(),
            "--lake",
            sample.folder().toString(),
            "serve");
    assertThat(wrong.exitCode()).isEqualTo(2);
    assertThat(wrong.err()).contains("serve.yaml, ldap: roles").hasLineCount(1);
  }

  private static Path conf(int port, String role) throws Exception {
    return ServeProcess.editedConf(
        folder.resolve("conf-" + role),
        text ->
            text.replace(
                "\nldap: null",
                """

                ldap:
                  url: ldap://127.0.0.1:%d
                  user_dn: uid={user},dc=example
                  group_base: dc=example
                  roles: {"cn=city,dc=example": %s}"""
                    .formatted(port, role)));
  }
}
