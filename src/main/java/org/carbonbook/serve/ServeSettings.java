package org.carbonbook.serve;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
  private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

  /**
   * The certificate that callers see.
   *
   * @param keystore a PKCS12 file with the key and its chain
   * @param passwordFile a file whose first line is the keystore's password
   */
  public record Tls(String keystore, @JsonProperty("password_file") String passwordFile) {}

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
    try {
      ServeSettings settings = YAML.readValue(Files.readAllBytes(file), ServeSettings.class);
      if (settings.users == null || settings.limits == null || settings.roles == null) {
        throw new IllegalArgumentException(file + ": users, limits and roles must be there");
      }
      return new ServeSettings(
          conf.resolve(settings.users).toString(),
          settings.ldap == null ? null : settings.ldap.in(conf),
          settings.audit == null ? null : conf.resolve(settings.audit).toString(),
          settings.tls == null
              ? null
              : new Tls(
                  conf.resolve(settings.tls.keystore).toString(),
                  conf.resolve(settings.tls.passwordFile).toString()),
          settings.limits,
          settings.roles);
    } catch (JsonProcessingException e) {
      int line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
      throw new IllegalArgumentException(
          "%s line %d: %s".formatted(file, line, e.getOriginalMessage().lines().findFirst().get()),
          e);
    } catch (IOException e) {
      throw new IllegalArgumentException(file + " cannot be read: " + e.getMessage(), e);
    }
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
