package io.tapstack.reference.graph;

import java.util.Optional;

/**
 * A part of an architecture: one resource with all that belongs to it, or all resources of one type.
 *
 * @param id what links call it: a logical id, or a type for all resources of that type; any text at all in templates that are wrong
 * @param name what people call it
 * @param detail what it is, such as {@code DynamoDB Table}
 * @param kind what it is, as far as a picture shows it
 * @param area the logical id of the network in which it is; empty if it is in none
 * @param conditional whether it exists under a condition only
 */
public record Part(String id, String name, String detail, PartKind kind, Optional<String> area, boolean conditional) {}
