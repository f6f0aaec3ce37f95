package org.carbonbook.step;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.carbonbook.lake.Digest;

/** The class files of carbonbook that a class loader finds, and which of them refer to which. */
class CodeFiles {

  private static final String OURS = "org/carbonbook/";
  private static final Pattern CLASS_NAME = Pattern.compile("\\[*L?(" + OURS + "[\\w/$]+);?");
  private static final Pattern IN_DESCRIPTOR = Pattern.compile("L(" + OURS + "[\\w/$]+);");
  private static final String DOMAIN = Domain.class.getName().replace('.', '/');

  private final ClassLoader loader;
  private final Map<String, Optional<ClassFile>> files = new ConcurrentHashMap<>();

  CodeFiles(ClassLoader loader) {
    this.loader = loader;
  }

  /** The digest of each class that a class reaches, itself among them, by class name. */
  SortedMap<String, String> closure(String root) {
    SortedMap<String, String> closure = new TreeMap<>();
    Deque<String> open = new ArrayDeque<>(List.of(root.replace('.', '/')));
    while (!open.isEmpty()) {
      String path = open.pop();
      String name = path.replace('/', '.');
      if (!closure.containsKey(name)) {
        find(path)
            .ifPresent(
                file -> {
                  closure.put(name, file.digest());
                  open.addAll(file.references());
                });
      }
    }
    return closure;
  }

  /** The bytes of a class file, if there is one. */
  Optional<byte[]> read(String path) throws IOException {
    try (InputStream in = loader.getResourceAsStream(path + ".class")) {
      return in == null ? Optional.empty() : Optional.of(in.readAllBytes());
    }
  }

  private Optional<ClassFile> find(String path) {
    return files.computeIfAbsent(path, this::parse);
  }

  private Optional<ClassFile> parse(String path) {
    try {
      Optional<byte[]> bytes = read(path);
      if (bytes.isEmpty()) {
        return Optional.empty();
      }
      Set<String> references = references(bytes.get());
      if (!path.equals(DOMAIN)) {
        references.addAll(providers(path.replace('/', '.')));
      }
      return Optional.of(new ClassFile(new Digest().add(bytes.get()).hex(), references));
    } catch (IOException e) {
      throw new UncheckedIOException(path + ": " + e.getMessage(), e);
    }
  }

  /** The classes that provide a service, when an interface is one. */
  private Set<String> providers(String service) throws IOException {
    Set<String> providers = new HashSet<>();
    for (URL list : Collections.list(loader.getResources("META-INF/services/" + service))) {
      try (InputStream in = list.openStream()) {
        new String(in.readAllBytes(), StandardCharsets.UTF_8)
            .lines()
            .map(line -> line.replaceFirst("#.*", "").strip().replace('.', '/'))
            .filter(line -> !line.isEmpty())
            .forEach(providers::add);
      }
    }
    return providers;
  }

  /**
   * The classes of carbonbook that the constant pool of a class file names (JVM specification,
   * 4.4): as classes, and in the descriptors of fields and methods.
   */
  private static Set<String> references(byte[] classFile) throws IOException {
    Set<String> references = new HashSet<>();
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(classFile))) {
      in.skipBytes(8);
      int count = in.readUnsignedShort();
      for (int i = 1; i < count; i++) {
        switch (in.readUnsignedByte()) {
          case 1 -> addReferences(references, in.readUTF());
          case 5, 6 -> {
            in.skipBytes(8);
            // A long or a double takes two entries of the pool.
            i++;
          }
          case 7, 8, 16, 19, 20 -> in.skipBytes(2);
          case 15 -> in.skipBytes(3);
          default -> in.skipBytes(4);
        }
      }
    }
    return references;
  }

  private static void addReferences(Set<String> references, String text) {
    if (!text.contains(OURS)) {
      return;
    }
    Matcher whole = CLASS_NAME.matcher(text);
    if (whole.matches()) {
      references.add(whole.group(1));
      return;
    }
    Matcher part = IN_DESCRIPTOR.matcher(text);
    while (part.find()) {
      references.add(part.group(1));
    }
  }

  private record ClassFile(String digest, Set<String> references) {}
}
