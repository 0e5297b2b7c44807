package io.tapstack.model.validation.structure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Components and cycles of small random graphs, compared with what a naive search finds. */
class GraphPropertyTest {

    @Property(tries = 300)
    void componentsAreTheNodesThatReachEachOther(@ForAll @IntRange(min = 1, max = 9) int nodes, @ForAll long seed) {
        Digraph graph = random(nodes, seed);
        boolean[][] reaches = closure(graph);
        StrongComponents components = new StrongComponents(graph);

        for (int i = 0; i < nodes; i++) {
            for (int j = 0; j < nodes; j++) {
                boolean together = i == j || reaches[i][j] && reaches[j][i];
                assertThat(components.of(i) == components.of(j)).isEqualTo(together);
            }
        }
    }

    @Property(tries = 300)
    void eachTangleGivesItsShortestCycle(@ForAll @IntRange(min = 1, max = 9) int nodes, @ForAll long seed) {
        Digraph graph = random(nodes, seed);
        StrongComponents components = new StrongComponents(graph);
        List<int[]> cycles = Cycles.shortest(graph);

        boolean[] found = new boolean[components.count()];
        for (int[] cycle : cycles) {
            int component = components.of(graph.source(cycle[0]));
            assertThat(found[component]).isFalse();
            found[component] = true;
            for (int i = 0; i < cycle.length; i++) {
                assertThat(graph.target(cycle[i])).isEqualTo(graph.source(cycle[(i + 1) % cycle.length]));
            }
            assertThat(cycle.length).isEqualTo(shortest(graph, components, component));
        }
        for (int component = 0; component < components.count(); component++) {
            assertThat(found[component]).isEqualTo(shortest(graph, components, component) < Integer.MAX_VALUE);
        }
    }

    private static Digraph random(int nodes, long seed) {
        Random random = new Random(seed);
        Digraph graph = new Digraph(nodes);
        int edges = random.nextInt(nodes * 2 + 1);
        for (int i = 0; i < edges; i++) {
            graph.add(random.nextInt(nodes), random.nextInt(nodes));
        }
        return graph.freeze();
    }

    private static boolean[][] closure(Digraph graph) {
        boolean[][] reaches = new boolean[graph.nodes()][graph.nodes()];
        for (int edge = 0; edge < graph.edges(); edge++) {
            reaches[graph.source(edge)][graph.target(edge)] = true;
        }
        for (int k = 0; k < graph.nodes(); k++) {
            for (int i = 0; i < graph.nodes(); i++) {
                for (int j = 0; j < graph.nodes(); j++) {
                    reaches[i][j] |= reaches[i][k] && reaches[k][j];
                }
            }
        }
        return reaches;
    }

    /** By Floyd and Warshall. */
    private static int shortest(Digraph graph, StrongComponents components, int component) {
        int nodes = graph.nodes();
        int[][] length = new int[nodes][nodes];
        for (int[] row : length) {
            java.util.Arrays.fill(row, 1_000);
        }
        for (int edge = 0; edge < graph.edges(); edge++) {
            length[graph.source(edge)][graph.target(edge)] = 1;
        }
        for (int k = 0; k < nodes; k++) {
            for (int i = 0; i < nodes; i++) {
                for (int j = 0; j < nodes; j++) {
                    length[i][j] = Math.min(length[i][j], length[i][k] + length[k][j]);
                }
            }
        }
        int best = Integer.MAX_VALUE;
        for (int i = 0; i < nodes; i++) {
            if (components.of(i) == component && length[i][i] < 1_000) {
                best = Math.min(best, length[i][i]);
            }
        }
        return best;
    }
}
