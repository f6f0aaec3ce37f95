package org.carbonbook.decomposition.identity;

import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A named identity with its labels in Chinese and English.
 *
 * @param name its name, the file's name without the suffix
 * @param titleZh Chinese title
 * @param titleEn English title
 * @param source who wrote the identity down first, or whose form it is
 * @param identity the identity with its factors' names
 * @param labelsZh Chinese label of each factor, by the factor's name
 * @param labelsEn English label of each factor, by the factor's name
 */
public record NamedIdentity(
    String name,
    String titleZh,
    String titleEn,
    String source,
    Identity identity,
    Map<String, String> labelsZh,
    Map<String, String> labelsEn)
    implements Serializable {

  /** An identity without a name; its text is its title and its factors' names are their labels. */
  public static NamedIdentity of(Identity identity) {
    Map<String, String> labels = new LinkedHashMap<>();
    identity.listFactorNames().forEach(f -> labels.put(f, f));
    String left = identity.left().toString();
    return new NamedIdentity("", left, left, "", identity, labels, labels);
  }
}
