package io.tapstack.model.io;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Where each node of a template stands in its file: a tree that mirrors the values, kept in arrays.
 *
 * <p>Nodes are numbered in the order in which they begin, so the first child of a node has the next number, and the end of a node is
 * the beginning of its next sibling. A node that an alias repeats has the children of the node that it repeats.
 */
final class SourceMap {

    /** The name of a member whose own members count as those of the object around it: YAML's merge key, and no string equal to it. */
    @SuppressWarnings("StringConstructor") // told apart by identity
    static final String MERGE = new String("<<");

    private static final int COLUMN_BITS = 31;

    private @Nullable String[] names = new String[64];
    private long[] places = new long[64];
    private int[] ends = new int[64];
    private int[] originals = new int[0];
    private int[] open = new int[16];
    private int depth;
    private int size;

    /** A node begins. */
    int begin(@Nullable String name, int line, int column) {
        if (size == places.length) {
            int capacity = size * 2;
            names = Arrays.copyOf(names, capacity);
            places = Arrays.copyOf(places, capacity);
            ends = Arrays.copyOf(ends, capacity);
        }
        if (depth == open.length) {
            open = Arrays.copyOf(open, depth * 2);
        }
        open[depth++] = size;
        names[size] = name;
        places[size] = (long) line << COLUMN_BITS | column;
        ends[size] = size + 1;
        return size++;
    }

    /** The node ends. */
    void end(int node) {
        ends[node] = size;
        depth--;
    }

    /** The node repeats another, which has ended. */
    void repeat(int node, int original) {
        if (originals.length <= node) {
            originals = Arrays.copyOf(originals, Math.max(node + 1, places.length));
        }
        originals[node] = original + 1;
    }

    int line(int node) {
        return (int) (places[node] >>> COLUMN_BITS);
    }

    int column(int node) {
        return (int) (places[node] & (1L << COLUMN_BITS) - 1);
    }

    /** How many nodes there are. */
    int size() {
        return size;
    }

    /** The node of a JSON pointer, with or without its first slash, or the nearest above it that stands in the file. */
    int find(String pointer) {
        int node = 0;
        int start = pointer.startsWith("/") ? 1 : 0;
        while (start <= pointer.length() && !pointer.isEmpty()) {
            int slash = pointer.indexOf('/', start);
            int end = slash < 0 ? pointer.length() : slash;
            String step = pointer.substring(start, end).replace("~1", "/").replace("~0", "~");
            int child = child(node, step);
            if (child < 0) {
                return node;
            }
            node = child;
            start = end + 1;
        }
        return node;
    }

    /** The last member of that name: of two with one name, the later counts. */
    @SuppressWarnings("ReferenceEquality") // a merge key is that very string
    private int child(int node, String step) {
        int parent = original(node);
        int found = -1;
        int index = 0;
        for (int child = parent + 1; child < ends[parent]; child = ends[child]) {
            String name = names[child];
            if (name == null ? String.valueOf(index).equals(step) : name != MERGE && name.equals(step)) {
                found = child;
            }
            index++;
        }
        for (int child = parent + 1; found < 0 && child < ends[parent]; child = ends[child]) {
            if (names[child] == MERGE) {
                found = merged(child, step);
            }
        }
        return found;
    }

    /** A member of one of the objects behind a merge key, which is one object or a list of them. */
    private int merged(int merge, String step) {
        int found = child(merge, step);
        int parent = original(merge);
        for (int item = parent + 1; found < 0 && item < ends[parent]; item = ends[item]) {
            found = names[item] == null ? child(item, step) : -1;
        }
        return found;
    }

    /** The way to the node that has begun last and not ended, as validation writes paths. */
    String path() {
        StringBuilder path = new StringBuilder();
        for (int i = 1; i < depth; i++) {
            String name = names[open[i]];
            path.append(i == 1 ? "" : "/")
                    .append(name == null ? String.valueOf(index(open[i - 1], open[i])) : escape(name));
        }
        return path.toString();
    }

    private int index(int list, int item) {
        int index = 0;
        for (int child = list + 1; child < item; child = ends[child]) {
            index++;
        }
        return index;
    }

    static String escape(String step) {
        return step.replace("~", "~0").replace("/", "~1");
    }

    /** The first member of that name in an object that has not ended yet. */
    int firstSoFar(int object, String name) {
        int child = object + 1;
        while (child < size && !name.equals(names[child])) {
            child = ends[child];
        }
        return child;
    }

    /** A member of an object: mostly the one behind another member, so that looking up all of them in order costs little. */
    int childAfter(int object, int last, String name) {
        int parent = original(object);
        if (parent == object) {
            int next = last == object ? object + 1 : ends[last];
            if (next < ends[object] && name.equals(names[next])) {
                return next;
            }
        }
        int found = child(object, name);
        return found < 0 ? object : found;
    }

    private int original(int node) {
        int at = node;
        while (at < originals.length && originals[at] > 0) {
            at = originals[at] - 1;
        }
        return at;
    }
}
