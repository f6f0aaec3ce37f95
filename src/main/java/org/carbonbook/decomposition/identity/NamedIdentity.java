package org.carbonbook.decomposition.identity;

import java.io.Serializable;
import java.util.Map;

/**
 * An identity kept under a name, with the labels that people read.
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
    implements Serializable {}
