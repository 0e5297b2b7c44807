package io.tapstack.reference.graph;

/**
 * A network that holds parts.
 *
 * @param id its logical id
 * @param name what people call it
 * @param detail what it is, such as {@code 3 subnets}
 */
public record Area(String id, String name, String detail) {}
