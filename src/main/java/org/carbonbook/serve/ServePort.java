package org.carbonbook.serve;

import java.io.IOException;
import java.io.InputStream;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.Collections;
import java.util.Optional;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;

/**
 * The port that callers reach, bound before the engine starts, so that faults of host, port and
 * certificate are reported at once.
 */
final class ServePort {

  private static final int BACKLOG = 100;
  private static final String[] PROTOCOLS = {"TLSv1.3", "TLSv1.2"};

  private ServePort() {}

  /**
   * Binds it.
   *
   * @throws IllegalArgumentException when the host is unknown
   * @throws IllegalStateException when the port is in use, or the certificate cannot be used
   */
  static ServerSocket bind(String host, int port, Optional<ServeSettings.Tls> tls) {
    InetAddress address = address(host);
    try {
      if (tls.isEmpty()) {
        return new ServerSocket(port, BACKLOG, address);
      }
      SSLServerSocket socket =
          (SSLServerSocket)
              context(tls.get())
                  .getServerSocketFactory()
                  .createServerSocket(port, BACKLOG, address);
      socket.setEnabledProtocols(PROTOCOLS);
      return socket;
    } catch (BindException e) {
      throw new IllegalStateException(
          "port %d of %s cannot be bound: %s: stop what listens there or give another --port"
              .formatted(port, host, e.getMessage()),
          e);
    } catch (IOException | GeneralSecurityException e) {
      throw new IllegalStateException(
          "cannot listen with the certificate %s: %s"
              .formatted(tls.map(ServeSettings.Tls::keystore).orElse("-"), e.getMessage()),
          e);
    }
  }

  /** Whether only programs of this machine reach an address. */
  static boolean isLoopback(String host) {
    return address(host).isLoopbackAddress();
  }

  private static InetAddress address(String host) {
    try {
      return InetAddress.getByName(host);
    } catch (UnknownHostException e) {
      throw new IllegalArgumentException("--host %s is not a known host".formatted(host), e);
    }
  }

  private static SSLContext context(ServeSettings.Tls tls)
      throws IOException, GeneralSecurityException {
    char[] password =
        Files.readAllLines(Path.of(tls.passwordFile())).stream()
            .findFirst()
            .orElse("")
            .toCharArray();
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(Path.of(tls.keystore()))) {
      keys.load(in, password);
    }
    for (String alias : Collections.list(keys.aliases())) {
      if (keys.getCertificate(alias) instanceof X509Certificate certificate) {
        certificate.checkValidity();
      }
    }
    KeyManagerFactory managers =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    managers.init(keys, password);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(managers.getKeyManagers(), null, null);
    return context;
  }
}
