package io.tapstack.model.validation.structure;

import java.util.Arrays;

/**
 * The strongly connected components of a graph: which nodes can all reach each other. Tarjan's algorithm with a stack of its own,
 * so that a chain of 100,000 nodes does not overflow Java's.
 */
final class StrongComponents {

    private static final int UNSEEN = -1;

    private final Digraph graph;
    private final int[] index;
    private final int[] low;
    private final int[] component;
    private final int[] position;
    private final int[] path;
    private final int[] open;
    private int openSize;
    private int counter;
    private int count;

    StrongComponents(Digraph graph) {
        this.graph = graph;
        int nodes = graph.nodes();
        index = new int[nodes];
        low = new int[nodes];
        component = new int[nodes];
        position = new int[nodes];
        path = new int[nodes];
        open = new int[nodes];
        Arrays.fill(index, UNSEEN);
        Arrays.fill(component, UNSEEN);
        for (int node = 0; node < nodes; node++) {
            if (index[node] == UNSEEN) {
                explore(node);
            }
        }
    }

    private void explore(int root) {
        int depth = 0;
        path[0] = root;
        enter(root);
        while (depth >= 0) {
            int node = path[depth];
            if (position[node] < graph.end(node)) {
                int next = graph.target(graph.edge(position[node]++));
                if (index[next] == UNSEEN) {
                    enter(next);
                    path[++depth] = next;
                } else if (component[next] == UNSEEN) {
                    low[node] = Math.min(low[node], index[next]);
                }
            } else {
                if (low[node] == index[node]) {
                    close(node);
                }
                if (--depth >= 0) {
                    low[path[depth]] = Math.min(low[path[depth]], low[node]);
                }
            }
        }
    }

    private void enter(int node) {
        index[node] = counter;
        low[node] = counter++;
        position[node] = graph.first(node);
        open[openSize++] = node;
    }

    private void close(int root) {
        int node;
        do {
            node = open[--openSize];
            component[node] = count;
        } while (node != root);
        count++;
    }

    /** How many components there are. */
    int count() {
        return count;
    }

    /** The component of a node. */
    int of(int node) {
        return component[node];
    }
}
