package org.carbonbook.serve.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.unboundid.ldap.listener.InMemoryDirectoryServer;
import com.unboundid.ldap.listener.InMemoryDirectoryServerConfig;
import com.unboundid.ldap.listener.InMemoryListenerConfig;
import com.unboundid.util.ssl.KeyStoreKeyManager;
import com.unboundid.util.ssl.SSLUtil;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.net.ssl.SSLContext;
import org.carbonbook.serve.Certificates;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Logins against a directory: over TLS, by a bind, with the role of the user's group. */
class LdapPasswordsTest {

  private static final String PASSWORD = "correct horse battery";
  private static final Set<String> ROLES = Set.of("analyst", "public");

  @TempDir static Path folder;
  private static InMemoryDirectoryServer directory;
  private static Path trusted;

  @BeforeAll
  static void startDirectory() throws Exception {
    Path keys = folder.resolve("ldap.p12");
    Certificates.make(keys, "ip:127.0.0.1", "-validity", "10");
    trusted = folder.resolve("ldap.pem");
    Certificates.writePem(keys, trusted);
    SSLContext tls =
        new SSLUtil(
                new KeyStoreKeyManager(
                    keys.toFile(), Certificates.PASSWORD.toCharArray(), "PKCS12", "serve"),
                null)
            .createSSLContext();
    InMemoryDirectoryServerConfig config = new InMemoryDirectoryServerConfig("dc=example,dc=org");
    config.setListenerConfigs(
        InMemoryListenerConfig.createLDAPSConfig("ldaps", 0, tls.getServerSocketFactory()),
        InMemoryListenerConfig.createLDAPConfig("ldap", null, 0, tls.getSocketFactory()));
    directory = new InMemoryDirectoryServer(config);
    add("dc=example,dc=org", "objectClass: domain", "dc: example");
    add("ou=people,dc=example,dc=org", "objectClass: organizationalUnit", "ou: people");
    add("ou=groups,dc=example,dc=org", "objectClass: organizationalUnit", "ou: groups");
    for (String user : List.of("ana", "bo", "cy", "a.b-c_d@example.org")) {
      add(
          entry(user),
          "objectClass: inetOrgPerson",
          "uid: " + user,
          "cn: " + user,
          "sn: " + user,
          "userPassword: " + PASSWORD);
    }
    group("everybody", entry("ana"), entry("bo"), entry("a.b-c_d@example.org"));
    group("analysts", entry("ana"));
    directory.startListening();
  }

  @AfterAll
  static void stopDirectory() {
    directory.shutDown(true);
  }

  @Test
  void theFirstGroupOfTheListDecidesTheRole() {
    LdapPasswords passwords = new LdapPasswords(ldaps(), ROLES);
    assertThat(passwords.verify("ana", PASSWORD)).contains("analyst");
    assertThat(passwords.verify("bo", PASSWORD)).contains("public");
    assertThat(passwords.verify("a.b-c_d@example.org", PASSWORD)).contains("public");
    assertThat(passwords.verify("cy", PASSWORD)).as("in no group").isEmpty();
  }

  /** A bind with an empty password is anonymous, and a directory says yes to it. */
  @ParameterizedTest
  @ValueSource(strings = {"", "wrong", "Correct horse battery", "correct horse battery\0"})
  void onlyTheRightPasswordGetsIn(String password) {
    assertThat(new LdapPasswords(ldaps(), ROLES).verify("ana", password)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "*",
        "an*",
        "ana)(uid=*",
        "ana,ou=people,dc=example,dc=org",
        "ana+cn=ana",
        "ana\\2c",
        " ana",
        "ana ",
        "ana\0",
        "nobody",
        "cn=analysts"
      })
  void aNameIsANameAndNoPartOfTheEntry(String name) {
    assertThat(new LdapPasswords(ldaps(), ROLES).verify(name, PASSWORD)).isEmpty();
  }

  @Test
  void capitalsMakeNoOtherUser() {
    LdapPasswords passwords = new LdapPasswords(ldaps(), ROLES);
    Guard guard =
        new Guard(
            passwords,
            Map.of("analyst", Access.all(), "public", Access.all()),
            new Audit(null),
            Clock.systemUTC());
    assertThat(guard.login("ANA", PASSWORD, "10.0.0.1").map(Login::user)).contains("ana");
    for (String name : List.of("bo", "Bo", "bO", "BO", "bo")) {
      assertThat(guard.login(name, "wrong", "10.0.0.2")).isEmpty();
    }
    assertThat(guard.login("bo", PASSWORD, "10.0.0.3")).as("limited").isEmpty();
  }

  @Test
  void startTlsIsTls() {
    LdapSettings plain = settings("ldap://127.0.0.1:" + directory.getListenPort("ldap"), true);
    assertThat(new LdapPasswords(plain, ROLES).verify("ana", PASSWORD)).contains("analyst");
  }

  @Test
  void aCertificateOfAnotherHostOrUntrustedIsNone() throws Exception {
    Path keys = folder.resolve("other.p12");
    Path pem = folder.resolve("other.pem");
    Certificates.make(keys, "dns:other.example.org", "-validity", "10");
    Certificates.writePem(keys, pem);
    for (LdapSettings wrong :
        List.of(
            new LdapSettings(
                ldaps().url(),
                false,
                pem.toString(),
                ldaps().userDn(),
                ldaps().groupBase(),
                null,
                ldaps().roles(),
                2),
            settings("ldaps://localhost:" + directory.getListenPort("ldaps"), false))) {
      LdapPasswords passwords = new LdapPasswords(wrong, ROLES);
      assertThatThrownBy(() -> passwords.verify("ana", PASSWORD))
          .isInstanceOf(Passwords.UnreachableException.class);
    }
  }

  /** A directory that is down is nobody's failed login. */
  @Test
  void aDirectoryThatDoesNotAnswerLocksNobodyOut() throws Exception {
    Path log = folder.resolve("audit.log");
    Guard guard =
        new Guard(
            new LdapPasswords(settings("ldaps://127.0.0.1:1", false), ROLES),
            Map.of("analyst", Access.all()),
            new Audit(log),
            Clock.systemUTC());
    for (int i = 0; i < 6; i++) {
      assertThat(guard.login("ana", PASSWORD, "10.0.0.1")).isEmpty();
    }
    assertThat(Files.readAllLines(log))
        .hasSize(6)
        .allMatch(line -> line.contains("not checked: the directory ldaps://127.0.0.1:1"))
        .noneMatch(line -> line.contains(PASSWORD));
  }

  @Test
  void settingsThatWouldLetAnybodyInAreRefused() {
    assertWrong("network in the clear", settings("ldap://192.0.2.1:389", false));
    assertWrong("must be there", with("", "ou=groups,dc=example,dc=org", "analyst"));
    assertWrong("no {user}", with("uid=ana,dc=example", "ou=groups,dc=example,dc=org", "analyst"));
    assertWrong("group_base", with("uid={user},dc=example", null, "analyst"));
    assertWrong("one of the roles", with("uid={user},dc=example", "dc=example", "nobody"));
    assertWrong("ldap", with("{user}", "dc=example", "analyst"));
  }

  private static void assertWrong(String part, LdapSettings settings) {
    assertThatThrownBy(() -> new LdapPasswords(settings, ROLES))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(part)
        .hasMessageNotContaining("\n");
  }

  private static LdapSettings ldaps() {
    return settings("ldaps://127.0.0.1:" + directory.getListenPort("ldaps"), false);
  }

  private static LdapSettings settings(String url, boolean startTls) {
    Map<String, String> roles = new LinkedHashMap<>();
    roles.put("CN=Analysts, ou=groups, dc=example, dc=org", "analyst");
    roles.put("cn=everybody,ou=groups,dc=example,dc=org", "public");
    return new LdapSettings(
        url,
        startTls,
        trusted.toString(),
        "uid={user},ou=people,dc=example,dc=org",
        "ou=groups,dc=example,dc=org",
        null,
        roles,
        2);
  }

  private static LdapSettings with(String userDn, String groupBase, String role) {
    return new LdapSettings(
        ldaps().url(),
        false,
        trusted.toString(),
        userDn,
        groupBase,
        null,
        Map.of("cn=analysts,dc=example", role),
        2);
  }

  private static String entry(String user) {
    return "uid=" + user + ",ou=people,dc=example,dc=org";
  }

  private static void group(String name, String... members) throws Exception {
    String[] lines = new String[members.length + 2];
    lines[0] = "objectClass: groupOfNames";
    lines[1] = "cn: " + name;
    for (int i = 0; i < members.length; i++) {
      lines[i + 2] = "member: " + members[i];
    }
    add("cn=" + name + ",ou=groups,dc=example,dc=org", lines);
  }

  private static void add(String dn, String... lines) throws Exception {
    String[] ldif = new String[lines.length + 1];
    ldif[0] = "dn: " + dn;
    System.arraycopy(lines, 0, ldif, 1, lines.length);
    directory.add(ldif);
  }
}
