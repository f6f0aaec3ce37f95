package org.carbonbook.serve.access;

import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.LDAPBindException;
import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPConnectionOptions;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.LDAPURL;
import com.unboundid.ldap.sdk.RDN;
import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.ldap.sdk.SearchResultEntry;
import com.unboundid.ldap.sdk.SearchScope;
import com.unboundid.ldap.sdk.SimpleBindRequest;
import com.unboundid.ldap.sdk.extensions.StartTLSExtendedRequest;
import com.unboundid.util.ssl.HostNameSSLSocketVerifier;
import com.unboundid.util.ssl.PEMFileTrustManager;
import com.unboundid.util.ssl.SSLUtil;
import java.io.File;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import javax.net.ssl.SSLContext;

/**
 * The passwords of a directory: a login binds as its own entry, over TLS, and its groups say which
 * role it has. Results are not cached: a user who was removed from the directory cannot log in any
 * more.
 */
public final class LdapPasswords implements Passwords {

  private static final int AT_ONCE = 8;
  private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9._@-]{0,63}");

  /** How a directory says that this name with this password may not come in. */
  private static final Set<ResultCode> NOT_IN =
      Set.of(
          ResultCode.INVALID_CREDENTIALS,
          ResultCode.NO_SUCH_OBJECT,
          ResultCode.INAPPROPRIATE_AUTHENTICATION,
          ResultCode.CONSTRAINT_VIOLATION,
          ResultCode.UNWILLING_TO_PERFORM);

  private static final String USER = "{user}";

  private final LdapSettings settings;
  private final LDAPURL url;
  private final DN userDn;
  private final DN groupBase;
  private final Map<DN, String> roles = new LinkedHashMap<>();
  private final SSLContext tls;

  /**
   * Checks the settings; the directory is asked at the first login.
   *
   * @param known the roles that there are
   * @throws IllegalArgumentException in one line when passwords would cross the network in the
   *     clear, or a name, a filter or a certificate is none
   */
  public LdapPasswords(LdapSettings settings, Set<String> known) {
    this.settings = settings;
    try {
      url = new LDAPURL(required("url", settings.url()));
      userDn = new DN(required("user_dn", settings.userDn()));
      groupBase = new DN(required("group_base", settings.groupBase()));
      var unused = Filter.create(filter("x", "cn=x"));
      for (Map.Entry<String, String> group : settings.roles().entrySet()) {
        roles.put(new DN(group.getKey()), group.getValue());
      }
      tls =
          settings.trust() == null
              ? SSLContext.getDefault()
              : new SSLUtil(new PEMFileTrustManager(new File(settings.trust()))).createSSLContext();
    } catch (LDAPException | GeneralSecurityException e) {
      throw wrong(e.getMessage());
    }
    requireTls();
    if (!settings.userDn().contains(USER)) {
      throw wrong("user_dn has no {user}: everybody would be the same entry");
    }
    if (roles.isEmpty() || !known.containsAll(roles.values())) {
      throw wrong("roles must give groups one of the roles " + known);
    }
  }

  @Override
  public Optional<String> verify(String user, String password) {
    // An empty password is an anonymous bind to a directory, which succeeds for every name.
    if (password.isEmpty() || password.indexOf('\0') >= 0 || !NAME.matcher(user).matches()) {
      return Optional.empty();
    }
    try (LDAPConnection directory = connect()) {
      DN entry = entryOf(user);
      directory.bind(new SimpleBindRequest(entry, password));
      return role(directory, user, entry);
    } catch (LDAPException e) {
      if (e instanceof LDAPBindException && NOT_IN.contains(e.getResultCode())) {
        return Optional.empty();
      }
      throw new UnreachableException("the directory " + settings.url() + " does not answer", e);
    }
  }

  /**
   * The name in lower case, because a directory ignores case, and limits and logs must treat names
   * likewise.
   */
  @Override
  public String nameOf(String user) {
    return user.toLowerCase(Locale.ROOT);
  }

  @Override
  public int atOnce() {
    return AT_ONCE;
  }

  private LDAPConnection connect() throws LDAPException {
    LDAPConnectionOptions options = new LDAPConnectionOptions();
    int millis = settings.timeoutSeconds() * 1_000;
    options.setConnectTimeoutMillis(millis);
    options.setResponseTimeoutMillis(millis);
    options.setFollowReferrals(false);
    options.setBindWithDNRequiresPassword(true);
    options.setSSLSocketVerifier(new HostNameSSLSocketVerifier(false));
    if (isLdaps()) {
      return new LDAPConnection(tls.getSocketFactory(), options, url.getHost(), url.getPort());
    }
    LDAPConnection connection = new LDAPConnection(options, url.getHost(), url.getPort());
    if (settings.startTls()) {
      try {
        var answer = connection.processExtendedOperation(new StartTLSExtendedRequest(tls));
        if (!answer.getResultCode().equals(ResultCode.SUCCESS)) {
          throw new LDAPException(answer);
        }
      } catch (LDAPException e) {
        connection.close();
        throw e;
      }
    }
    return connection;
  }

  /** The first of the groups with a role that the user is in. */
  private Optional<String> role(LDAPConnection directory, String user, DN entry)
      throws LDAPException {
    Set<DN> groups = new HashSet<>();
    for (SearchResultEntry group :
        directory
            .search(
                groupBase.toString(),
                SearchScope.SUB,
                Filter.create(filter(user, entry.toString())),
                "1.1")
            .getSearchEntries()) {
      groups.add(group.getParsedDN());
    }
    return roles.entrySet().stream()
        .filter(group -> groups.contains(group.getKey()))
        .map(Map.Entry::getValue)
        .findFirst();
  }

  /** The login name takes its place in a value of the name, so that it can never be more of it. */
  private DN entryOf(String user) {
    return new DN(
        Arrays.stream(userDn.getRDNs())
            .map(
                part ->
                    new RDN(
                        part.getAttributeNames(),
                        Arrays.stream(part.getAttributeValues())
                            .map(value -> value.replace(USER, user))
                            .toArray(String[]::new)))
            .toArray(RDN[]::new));
  }

  private String filter(String user, String entry) {
    return settings
        .groupFilter()
        .replace(USER, Filter.encodeValue(user))
        .replace("{dn}", Filter.encodeValue(entry));
  }

  private void requireTls() {
    boolean loopback;
    try {
      loopback = InetAddress.getByName(url.getHost()).isLoopbackAddress();
    } catch (UnknownHostException e) {
      throw wrong("the host %s is not known".formatted(url.getHost()));
    }
    if (!isLdaps() && !settings.startTls() && !loopback) {
      throw wrong("passwords would cross the network in the clear: use ldaps:// or starttls: true");
    }
  }

  private boolean isLdaps() {
    return url.getScheme().equals("ldaps");
  }

  private static String required(String name, String value) {
    if (value == null || value.isBlank()) {
      throw wrong(name + " must be there");
    }
    return value;
  }

  private static IllegalArgumentException wrong(String what) {
    return new IllegalArgumentException(
        "serve.yaml, ldap: " + what.lines().findFirst().orElse(what));
  }
}
