package org.carbonbook.step;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.carbonbook.lake.Digest;

/**
 * The version of the code that a class reaches: the digest of its class file and of every class of
 * carbonbook that those files refer to, directly or through others. The references are read from
 * bytecode, so no list of packages has to be maintained.
 *
 * <p>A class that code finds only by {@link java.util.ServiceLoader} counts when the interface that
 * it provides is reached. {@link Domain} is the exception: which domains there are decides which
 * steps a job can have, not what a step computes.
 */
public final class CodeVersion {

  private static final Map<String, String> VERSIONS = new ConcurrentHashMap<>();
  private static final Map<ClassLoader, CodeFiles> FILES = new ConcurrentHashMap<>();
  private static final int SHORT = 12;

  private CodeVersion() {}

  /** The version of the code that a class reaches, as twelve hexadecimal digits. */
  public static String of(Class<?> root) {
    return VERSIONS.computeIfAbsent(root.getName(), name -> of(name, filesOf(root)));
  }

  /** The names of the classes of carbonbook that a class reaches, itself among them. */
  public static Set<String> reachedFrom(Class<?> root) {
    return filesOf(root).closure(root.getName()).keySet();
  }

  static String of(String root, CodeFiles files) {
    Digest digest = new Digest();
    files.closure(root).forEach((name, hash) -> digest.add(name).add(hash));
    return digest.hex().substring(0, SHORT);
  }

  private static CodeFiles filesOf(Class<?> root) {
    return FILES.computeIfAbsent(root.getClassLoader(), CodeFiles::new);
  }
}
