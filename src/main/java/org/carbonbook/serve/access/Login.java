package org.carbonbook.serve.access;

/**
 * Who has logged in.
 *
 * @param user the name
 * @param access what the user's role allows
 */
public record Login(String user, Access access) {}
