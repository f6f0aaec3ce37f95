package org.carbonbook.step;

/**
 * What an input file holds, so that a format can say which domain reads it.
 *
 * @param name the name that formats use, e.g. {@code buildings}
 * @param zh what such files hold, in Chinese
 * @param en what such files hold, in English
 */
public record InputKind(String name, String zh, String en) {}
