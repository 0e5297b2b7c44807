package io.tapstack.model.validation.structure;

import java.util.Arrays;

/** A directed graph over the numbers 0 to n-1. Edges leave each node in the order in which they were added. */
final class Digraph {

    private int[] from = new int[16];
    private int[] to = new int[16];
    private int size;
    private int[] start = new int[0];
    private int[] edges = new int[0];

    private final int nodes;

    Digraph(int nodes) {
        this.nodes = nodes;
    }

    /** Adds an edge; its number is how many were added before. */
    void add(int source, int target) {
        if (size == from.length) {
            from = Arrays.copyOf(from, size * 2);
            to = Arrays.copyOf(to, size * 2);
        }
        from[size] = source;
        to[size++] = target;
    }

    /** Orders the edges by their source; to be called once, after the last edge was added. */
    Digraph freeze() {
        start = new int[nodes + 1];
        for (int edge = 0; edge < size; edge++) {
            start[from[edge] + 1]++;
        }
        for (int node = 0; node < nodes; node++) {
            start[node + 1] += start[node];
        }
        edges = new int[size];
        int[] next = Arrays.copyOf(start, nodes);
        for (int edge = 0; edge < size; edge++) {
            edges[next[from[edge]]++] = edge;
        }
        return this;
    }

    int nodes() {
        return nodes;
    }

    int edges() {
        return size;
    }

    /** The position of the first edge that leaves a node. */
    int first(int node) {
        return start[node];
    }

    /** The position behind the last edge that leaves a node. */
    int end(int node) {
        return start[node + 1];
    }

    /** The edge at a position. */
    int edge(int position) {
        return edges[position];
    }

    int source(int edge) {
        return from[edge];
    }

    int target(int edge) {
        return to[edge];
    }
}
