package io.tapstack.reference.graph;

import java.util.List;

/**
 * One place in which a resource means another.
 *
 * @param from the logical id of the resource that means the other
 * @param path the names of the members that lead to the place, the property first; without functions and positions
 * @param to the logical id of the other
 */
record Use(String from, List<String> path, String to) {

    /** Whether one of the members on the way has this name. */
    boolean passes(String member) {
        return path.contains(member);
    }
}
