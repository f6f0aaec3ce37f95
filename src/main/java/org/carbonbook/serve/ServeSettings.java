package org.carbonbook.serve;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.carbonbook.conf.ConfYaml;
import org.carbonbook.serve.access.Access;
import org.carbonbook.serve.access.LdapSettings;
import org.carbonbook.serve.protocol.Limits;

/**
 * How releases are served: the file {@code serve.yaml} of the configuration. Relative paths in it
 * start at its folder.
 *
 * @param users the file with users and hashes of passwords
 * @param ldap the directory of users that is asked in place of the file, or null
 * @param audit the file that logins and statements are appended to, or null
 * @param tls the certificate, or null to serve without TLS
 * @param limits what queries may take
 * @param roles what each role may read
 */
public record ServeSettings(
    String users,
    LdapSettings ldap,
    String audit,
    Tls tls,
    Limits limits,
    Map<String, Role> roles) {

  private static final String FILE = "serve.yaml";

  /**
   * The certificate that callers see.
   *
   * @param keystore a PKCS12 file with the key and its chain
   * @param passwordFile a file whose first line is the keystore's password
   */
  public record Tls(String keystore, String passwordFile) {

    private Tls in(Path folder) {
      return new Tls(folder.resolve(keystore).toString(), folder.resolve(passwordFile).toString());
    }
  }

  /**
   * What a role may read.
   *
   * @param tables patterns of table names
   * @param rows the values that may be read, by column
   * @param unfiltered patterns of tables without these columns that may be read all the same
   */
  public record Role(List<String> tables, Map<String, Set<String>> rows, List<String> unfiltered) {

    Access access(String name) {
      return new Access(
          name,
          tables == null ? List.of() : tables,
          rows == null ? Map.of() : rows,
          unfiltered == null ? List.of() : unfiltered);
    }
  }

  /**
   * Reads the file of a configuration folder.
   *
   * @throws IllegalArgumentException in one line with the file and the line
   */
  public static ServeSettings read(Path conf) {
    Path file = conf.resolve(FILE);
    ServeSettings read = ConfYaml.read(file, ServeSettings.class);
    if (read.users == null || read.limits == null || read.roles == null) {
      throw new IllegalArgumentException(
          file + ": users, limits or roles is missing; give all three");
    }
    return new ServeSettings(
        conf.resolve(read.users).toString(),
        read.ldap == null ? null : read.ldap.in(conf),
        read.audit == null ? null : conf.resolve(read.audit).toString(),
        read.tls == null ? null : read.tls.in(conf),
        read.limits,
        read.roles);
  }

  /** What each role allows. */
  Map<String, Access> access() {
    Map<String, Access> access = new LinkedHashMap<>();
    roles.forEach((name, role) -> access.put(name, role.access(name)));
    return access;
  }

  /** The directory of users, if one is asked. */
  Optional<LdapSettings> findLdap() {
    return Optional.ofNullable(ldap);
  }

  /** The certificate, if there is one. */
  Optional<Tls> findTls() {
    return Optional.ofNullable(tls);
  }
}
