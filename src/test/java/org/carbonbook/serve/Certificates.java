package org.carbonbook.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Certificates made with Java's own tool; their password is {@code changeit}. */
public final class Certificates {

  /** The password of the key files. */
  public static final String PASSWORD = "changeit";

  private Certificates() {}

  /**
   * Makes a PKCS12 file with a key.
   *
   * @param names the names that it is for, e.g. {@code ip:127.0.0.1}
   * @param validity options of keytool
   */
  public static void make(Path file, String names, String... validity)
      throws IOException, InterruptedException {
    List<String> words =
        new ArrayList<>(
            List.of("-genkeypair", "-alias", "serve", "-keyalg", "EC", "-storetype", "PKCS12"));
    words.addAll(List.of("-storepass", PASSWORD, "-keystore", file.toString()));
    words.addAll(List.of("-dname", "CN=test", "-ext", "san=" + names));
    words.addAll(List.of(validity));
    keytool(words);
  }

  /** Writes the certificate of a PKCS12 file as text. */
  public static void writePem(Path keys, Path pem) throws IOException, InterruptedException {
    keytool(
        List.of(
            "-exportcert",
            "-rfc",
            "-alias",
            "serve",
            "-storepass",
            PASSWORD,
            "-keystore",
            keys.toString(),
            "-file",
            pem.toString()));
  }

  private static void keytool(List<String> words) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
    command.addAll(words);
    assertThat(new ProcessBuilder(command).start().waitFor()).isZero();
  }
}
