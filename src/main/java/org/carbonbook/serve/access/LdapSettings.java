package org.carbonbook.serve.access;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A directory of users; {@code ldap} of {@code conf/serve.yaml}.
 *
 * @param url {@code ldaps://HOST:PORT}, or {@code ldap://HOST:PORT} with StartTLS
 * @param startTls whether a connection of {@code ldap://} is encrypted before anything is sent
 * @param trust a PEM file with the certificates that the directory's must come from; null for those
 *     that Java trusts
 * @param userDn the name of a user's entry, with {@code {user}} where the login name belongs
 * @param groupBase the entry below which groups are looked for
 * @param groupFilter which groups are a user's: {@code {dn}} is the user's entry, {@code {user}}
 *     the login name
 * @param roles the role of each group by the group's entry; the first group that a user is in
 *     decides
 * @param timeoutSeconds how long the directory may take
 */
public record LdapSettings(
    String url,
    @JsonProperty("starttls") boolean startTls,
    String trust,
    String userDn,
    String groupBase,
    String groupFilter,
    Map<String, String> roles,
    int timeoutSeconds) {

  private static final int USUAL_SECONDS = 5;

  public LdapSettings {
    roles = roles == null ? Map.of() : new LinkedHashMap<>(roles);
    timeoutSeconds = timeoutSeconds < 1 ? USUAL_SECONDS : timeoutSeconds;
    groupFilter = groupFilter == null ? "(member={dn})" : groupFilter;
  }

  /** The same settings, with the path of the certificates resolved against a folder. */
  public LdapSettings in(Path folder) {
    return trust == null
        ? this
        : new LdapSettings(
            url,
            startTls,
            folder.resolve(trust).toString(),
            userDn,
            groupBase,
            groupFilter,
            roles,
            timeoutSeconds);
  }
}
