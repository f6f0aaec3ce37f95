package org.carbonbook.intake;

/**
 * What a family of files holds. The domain that reads such files declares the kind; a format names
 * it as {@code kind}.
 *
 * @param name the name that formats use, unique among all domains
 * @param zh what such files hold, in Chinese
 * @param en what such files hold, in English
 */
public record InputKind(String name, String zh, String en) {}
