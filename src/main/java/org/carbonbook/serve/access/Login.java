package org.carbonbook.serve.access;

/**
 * A user who has logged in.
 *
 * @param user the name
 * @param access what the user's role allows
 */
public record Login(String user, Access access) {}
