package io.tapstack.model.io;

/** Counts what is read, and stops the reading when it is too much. */
final class NodeCounter {

    private final ReaderLimits limits;
    private long nodes;
    private int deepest;

    NodeCounter(ReaderLimits limits) {
        this.limits = limits;
    }

    /** How many nodes there were so far, those that aliases repeat counted each time. */
    long nodes() {
        return nodes;
    }

    /** How deep the deepest node since the last {@link #restart} stands. */
    int deepest() {
        return deepest;
    }

    /** Looks for the deepest node anew, starting with this depth. Returns the depth before. */
    int restart(int depth) {
        int before = deepest;
        deepest = depth;
        return before;
    }

    /** One more node, this deep in lists and objects. */
    void node(int depth, int line, int column) throws UnreadableException {
        depth(depth, line, column);
        more(1, line, column);
    }

    /** So many more nodes, the deepest of them this deep, by an alias. */
    void repeat(long count, int depth, int line, int column) throws UnreadableException {
        depth(depth, line, column);
        more(count, line, column);
    }

    private void depth(int depth, int line, int column) throws UnreadableException {
        if (depth > limits.depth()) {
            throw UnreadableException.limit(
                    line, column, "Lists and objects stand more than " + limits.depth() + " deep in each other.");
        }
        deepest = Math.max(deepest, depth);
    }

    private void more(long count, int line, int column) throws UnreadableException {
        nodes += count;
        if (nodes > limits.nodes()) {
            throw UnreadableException.limit(
                    line,
                    column,
                    "There are more than " + limits.nodes() + " values, those counted that aliases repeat.");
        }
    }

    /** A number with so many characters. */
    void number(int length, int line, int column) throws UnreadableException {
        if (length > limits.numberLength()) {
            throw UnreadableException.limit(
                    line, column, "A number has more than " + limits.numberLength() + " characters.");
        }
    }
}
