package io.tapstack.reference.graph;

import java.util.Set;

/**
 * What one part does to another.
 *
 * @param from the id of the part that acts
 * @param to the id of the part that it acts on
 * @param kinds what it does, at least one thing, in the order of {@link LinkKind}
 */
public record Link(String from, String to, Set<LinkKind> kinds) {}
