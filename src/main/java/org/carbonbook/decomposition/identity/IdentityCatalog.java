package org.carbonbook.decomposition.identity;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.carbonbook.conf.ConfYaml;

/** The named identities of a folder, one YAML file each. */
public final class IdentityCatalog {

  private final Path folder;

  /**
   * Creates the catalogue of a folder.
   *
   * @param folder where the {@code *.yaml} files are, usually {@code conf/identities}
   */
  public IdentityCatalog(Path folder) {
    this.folder = folder;
  }

  /** The names of all identities in the folder, in alphabetical order. */
  public List<String> listNames() {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(f -> f.getFileName().toString())
          .filter(n -> n.endsWith(".yaml"))
          .map(n -> n.substring(0, n.length() - ".yaml".length()))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The identity of that name, when the folder has it. */
  public Optional<NamedIdentity> findIdentity(String name) {
    return listNames().contains(name) ? Optional.of(read(name)) : Optional.empty();
  }

  /**
   * The identity of that name.
   *
   * @throws IdentityException naming the nearest names, or the file and what is wrong in it
   */
  public NamedIdentity getIdentity(String name) {
    return findIdentity(name)
        .orElseThrow(
            () ->
                new IdentityException(
                    "no identity '"
                        + name
                        + "' in "
                        + folder
                        + "; nearest: "
                        + KnownNames.nearest(listNames(), name)));
  }

  private NamedIdentity read(String name) {
    Path file = folder.resolve(name + ".yaml");
    try {
      return named(name, ConfYaml.read(file, Entry.class));
    } catch (IdentityException e) {
      throw new IdentityException(file + ": " + e.getMessage());
    }
  }

  private static NamedIdentity named(String name, Entry entry) {
    if (entry.identity() == null) {
      throw new IdentityException("the key 'identity' is missing");
    }
    Identity parsed = Identity.parse(entry.identity().strip());
    List<FactorEntry> labels = entry.factors() == null ? List.of() : entry.factors();
    Identity identity =
        labels.isEmpty()
            ? parsed
            : parsed.withFactorNames(labels.stream().map(FactorEntry::name).toList());
    Map<String, String> units =
        entry.variables() == null
            ? Map.of()
            : entry.variables().entrySet().stream()
                .filter(e -> e.getValue().unit() != null)
                .collect(Collectors.toMap(Map.Entry::getKey, e -> e.getValue().unit()));
    DimensionCheck.check(identity, units);
    return new NamedIdentity(
        name,
        entry.titleZh(),
        entry.titleEn(),
        entry.source(),
        identity,
        labels(labels, FactorEntry::zh),
        labels(labels, FactorEntry::en));
  }

  private static Map<String, String> labels(
      List<FactorEntry> factors, java.util.function.Function<FactorEntry, String> label) {
    Map<String, String> labels = new LinkedHashMap<>();
    for (FactorEntry factor : factors) {
      String shown = label.apply(factor);
      labels.put(factor.name(), shown == null ? factor.name() : shown);
    }
    return labels;
  }

  private record Entry(
      String titleZh,
      String titleEn,
      String source,
      String identity,
      List<FactorEntry> factors,
      Map<String, VariableEntry> variables) {}

  private record FactorEntry(String name, String zh, String en) {}

  private record VariableEntry(String unit, String zh, String en) {}
}
