package io.tapstack.model.io;

/** Counts what is read, and stops the reading when it is too much. */
final class NodeCounter {

    private final ReaderLimits limits;
    private long nodes;

    NodeCounter(ReaderLimits limits) {
        this.limits = limits;
    }

    /** How many nodes there were so far, those that aliases repeat counted each time. */
    long nodes() {
        return nodes;
    }

    /** One more node, this deep in lists and objects. */
    void node(int depth, int line, int column) throws UnreadableException {
        if (depth > limits.depth()) {
            throw UnreadableException.limit(
                    line, column, "Lists and objects stand more than " + limits.depth() + " deep in each other.");
        }
        repeat(1, line, column);
    }

    /** So many more nodes, by an alias. */
    void repeat(long more, int line, int column) throws UnreadableException {
        nodes += more;
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
