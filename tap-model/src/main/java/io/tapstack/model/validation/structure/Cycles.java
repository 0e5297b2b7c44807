package io.tapstack.model.validation.structure;

import java.util.ArrayList;
import java.util.List;

/**
 * The shortest cycle in each part of a graph whose nodes can all reach each other.
 *
 * <p>In a huge tangle the search stops after a number of steps that is proportional to nothing but patience; the cycle is a real
 * one then, if perhaps not the shortest.
 */
final class Cycles {

    private static final int PATIENCE = 2_000_000;

    private final Digraph graph;
    private final StrongComponents components;
    private final int[] cameBy;
    private final int[] round;
    private final int[] distance;
    private final int[] queue;
    private int rounds;
    private int steps;

    private Cycles(Digraph graph) {
        this.graph = graph;
        this.components = new StrongComponents(graph);
        int nodes = graph.nodes();
        cameBy = new int[nodes];
        round = new int[nodes];
        distance = new int[nodes];
        queue = new int[nodes];
    }

    /** One cycle for each tangle, as the numbers of its edges; the tangles in the order of their first nodes. */
    static List<int[]> shortest(Digraph graph) {
        return new Cycles(graph).find();
    }

    private List<int[]> find() {
        int[] size = new int[components.count()];
        boolean[] loops = new boolean[components.count()];
        for (int node = 0; node < graph.nodes(); node++) {
            size[components.of(node)]++;
        }
        for (int edge = 0; edge < graph.edges(); edge++) {
            loops[components.of(graph.source(edge))] |= graph.source(edge) == graph.target(edge);
        }
        List<int[]> cycles = new ArrayList<>();
        boolean[] done = new boolean[components.count()];
        for (int node = 0; node < graph.nodes(); node++) {
            int component = components.of(node);
            if (!done[component] && (size[component] > 1 || loops[component])) {
                done[component] = true;
                cycles.add(shortestIn(component, node));
            }
        }
        return cycles;
    }

    private int[] shortestIn(int component, int firstNode) {
        int[] best = new int[0];
        steps = 0;
        for (int node = firstNode; node < graph.nodes(); node++) {
            if (components.of(node) == component && (best.length == 0 || steps < PATIENCE)) {
                int[] cycle = through(node, best.length == 0 ? Integer.MAX_VALUE : best.length);
                best = cycle.length == 0 ? best : cycle;
            }
            if (best.length == 1) {
                return best;
            }
        }
        return best;
    }

    /** The shortest cycle through a node, if it is shorter than a length; breadth first. */
    private int[] through(int root, int shorterThan) {
        rounds++;
        int head = 0;
        int tail = 0;
        queue[tail++] = root;
        round[root] = rounds;
        distance[root] = 0;
        while (head < tail) {
            int node = queue[head++];
            if (distance[node] + 1 >= shorterThan) {
                return new int[0];
            }
            for (int position = graph.first(node); position < graph.end(node); position++) {
                steps++;
                int edge = graph.edge(position);
                int next = graph.target(edge);
                if (next == root) {
                    return wayBack(edge, root, distance[node] + 1);
                }
                if (round[next] != rounds && components.of(next) == components.of(root)) {
                    round[next] = rounds;
                    distance[next] = distance[node] + 1;
                    cameBy[next] = edge;
                    queue[tail++] = next;
                }
            }
        }
        return new int[0];
    }

    private int[] wayBack(int lastEdge, int root, int length) {
        int[] cycle = new int[length];
        int edge = lastEdge;
        for (int i = length - 1; i >= 0; i--) {
            cycle[i] = edge;
            int source = graph.source(edge);
            edge = source == root ? edge : cameBy[source];
        }
        return cycle;
    }
}
